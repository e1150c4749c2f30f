"""To the tools of annotators and back: a folder for a tool, and gold from what it brings back.

Beside the tool's own files lies ``before.jsonl``: the articles letter by letter, their facts and
all numbers in them. What tools have no place for (the value, a currency, the day that is meant) is
taken from there where a span is still the same, and of a new amount from the number that is in its
place.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from importlib import import_module
from pathlib import Path
from typing import Any

from factx.base import InputError, OutputError
from factx.check.gold import TEXT_SLOTS, GoldArticle, Row
from factx.check.marks import ATTRIBUTES, Before, Marked, MarkedArticle, mark_of, plain, read_before, sentence_around
from factx.check.marks import sentence_of as place_of_sentence

TOOLS = {
    "label-studio": "label_studio",
    "brat": "brat",
    "doccano": "doccano",
    "inception": "inception",
    "jsonl": "jsonl",
}
BEFORE = "before.jsonl"
_AMOUNT = ("value", "low", "high", "bound", "currency")
_ONE = {"value": 1.0, "low": 1.0, "high": 1.0, "bound": "exact", "currency": None}
"""The amount of a single person: "a man"."""
_UNKNOWN = {**dict.fromkeys(_AMOUNT), "bound": "exact"}
"""An amount that no number stands for: left to be filled in."""


def write_for(tool: str, tables: str, out: str | Path) -> list[MarkedArticle]:
    """Write the articles of tables with their facts for a tool; return them as the tool sees them.

    Raises ``InputError`` for tables without texts, ``OutputError`` for a package that is missing, a
    folder that cannot be written and one in which people may have marked already.
    """
    if Path(out, BEFORE).exists():
        told = "it has files of an earlier factx annotate, which people may have marked"
        raise OutputError(f"{out}: {told}; give another folder with -o, or delete it")
    folder, articles = Path(out), read_before(tables)
    marked = [article.marked() for article in articles]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        import_module(f"factx.check.tools.{TOOLS[tool]}").write(folder, marked)
        with open(folder / BEFORE, "w", encoding="utf-8", newline="\n") as file:
            for item in articles:
                file.write(json.dumps(asdict(item), ensure_ascii=False, default=str) + "\n")
    except OSError as error:
        raise OutputError(f"{error.filename or folder}: {error.strerror or error}") from error
    return marked


def read_from(tool: str, folder: str | Path) -> Iterator[GoldArticle]:
    """Yield the gold that a tool brings back, in the order of its articles.

    Raises ``InputError`` for a folder that lacks ``before.jsonl`` or the tool's files, a file that is
    damaged, and an article that was not in it before.
    """
    path = Path(folder)
    before = {item.id: item for item in _read_before(path / BEFORE)}
    by_text = {plain(item.text): item for item in before.values()}
    try:
        for article in import_module(f"factx.check.tools.{TOOLS[tool]}").read(path):
            known = before.get(article.id) or by_text.get(article.text)
            if known is None or plain(known.text) != article.text:
                raise InputError(f"{path}: the text of '{article.id or article.text[:40]}' is not that of {BEFORE}")
            yield gold_of(article.facts, known)
    except (OSError, ValueError, KeyError, TypeError, IndexError) as error:
        raise InputError(f"{path}: not what {tool} writes: {type(error).__name__}: {error}") from error


def _read_before(path: Path) -> Iterator[Before]:
    try:
        with open(path, encoding="utf-8", newline="\n") as file:
            for line in file:
                yield Before(**json.loads(line))
    except FileNotFoundError:
        told = "no such file; factx annotate TABLES --to wrote it: keep it beside what the tool brings back"
        raise InputError(f"{path}: {told}") from None
    except (OSError, ValueError, TypeError) as error:
        raise InputError(f"{path}: cannot be read; keep it beside what the tool brings back: {error}") from error


def gold_of(facts: Iterable[Marked], before: Before) -> GoldArticle:
    """An article of the gold from the marks in it."""
    known: dict[tuple[int, int], list[tuple[Marked, Row]]] = {}
    for row in before.rows:
        mark = mark_of(row, before.text)
        known.setdefault(mark.span, []).append((mark, row))
    told = [_fact(fact, known.get(fact.span, []), before) for fact in facts]
    return GoldArticle(before.id, before.text, told, officials=[], nations=frozenset(), about=before.about)


def _fact(fact: Marked, known: Sequence[tuple[Marked, Row]], before: Before) -> dict[str, Any]:
    text = before.text
    words = {role: " ".join(text[slice(*span)].split()) for role, span in fact.roles.items()}
    same_kind = (pair for pair in known if pair[0].kind == fact.kind)
    old, row = next(same_kind, known[0] if known else (None, None))
    if old is None or row is None:
        first, last = sentence_around(text, fact.span[0])
        amount = _amount_at(fact, before)
        defaults: Row = {**amount, "modality": "asserted"}
        of_row = {"time": _time_at(fact, before)}
    else:
        first, last = place_of_sentence(row, text)
        amount = {name: row.get(name) for name in _AMOUNT}
        defaults, of_row = row, _of_row(fact, old, row, before)
    return {
        **{slot: words.get(slot) for slot in (*TEXT_SLOTS, "purpose")},
        **amount,
        **{name: fact.chosen.get(name) or defaults.get(name) for name in ATTRIBUTES},
        "kind": fact.kind,
        "quote": text[first:last],
        "start": first,
        "value_text": text[slice(*fact.span)],
        "equivalent": None,
        **of_row,
    }


def _of_row(fact: Marked, old: Marked, row: Row, before: Before) -> dict[str, Any]:
    """What is taken from the row of a fact: what belongs to fillers that are still the same.

    Fillers whose words do not stand in the article stay: no tool has shown them.
    """
    same = {role for role, span in fact.roles.items() if old.roles.get(role) == span}
    unseen = {slot: row[slot] for slot in (*TEXT_SLOTS, "purpose") if row[slot] and slot not in old.roles}
    return {
        **unseen,
        "agent_country": row["agent_country"] if "agent" in same else None,
        "time": _time(row, "time_start", "time_end") if "time" in same else _time_at(fact, before),
    }


def _time(row: Row, start: str, end: str) -> str | None:
    return "/".join(dict.fromkeys(part for part in (row[start], row[end]) if part)) or None


def _time_at(fact: Marked, before: Before) -> str | None:
    """What the time expression in the place of a new time means."""
    start, end = fact.roles.get("time", (0, 0))
    near = [row for row in before.times if row["char_start"] < end and start < row["char_end"]]
    return _time(near[0], "start", "end") if near else None


def _amount_at(fact: Marked, before: Before) -> Mapping[str, Any]:
    """The number in the place of a new amount; one for a word without a number in a text."""
    start, end = fact.span
    near = [row for row in before.numbers if row["char_start"] < end and start < row["char_end"]]
    if near:
        return {name: near[0][name] for name in _AMOUNT}
    return _UNKNOWN if any(letter.isdigit() for letter in before.text[start:end]) else _ONE
