"""Gold: facts that people have marked, as folders of ``articles/ID.json`` and ``facts/ID.json``."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from factx.base import InputError, OutputError

Row = Mapping[str, Any]
"""A fact, or an official: cells by column; None where there is nothing."""
TEXT_SLOTS = ("agent", "object", "recipient", "location", "source")
"""Slots whose fillers are words of the article."""
CODE_SLOTS = ("agent_country", "status", "modality", "bound")
"""Slots whose fillers are one of a few codes."""
GOLD_KEYS = (
    *("kind", "quote", "start", "value_text", "value", "low", "high", "bound", "currency", "equivalent"),
    *("agent", "agent_country", "object", "recipient", "purpose", "location", "time", "status", "modality", "source"),
)
"""What a fact of the gold has, in the order in which it is written."""


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An article with what is marked in it.

    ``start`` of a fact is where its sentence, the ``quote``, begins. ``officials`` and ``nations`` are
    None where nobody has marked them.
    """

    id: str
    text: str
    facts: Sequence[Row]
    officials: Sequence[Row] | None = None
    nations: frozenset[str] | None = None
    about: Row = field(default_factory=dict)


def is_gold(folder: Path) -> bool:
    """True for a folder that is laid out as gold is."""
    return (folder / "articles").is_dir() and (folder / "facts").is_dir()


def read_gold(folder: str | Path) -> list[GoldArticle]:
    """Read the articles of a folder, in the order of their names.

    Raises ``InputError`` for a folder without them, a file that is not JSON or lacks what it must
    have, and a quote that does not stand in its article.
    """
    path = Path(folder)
    if not is_gold(path):
        raise InputError(
            f"{path}: no facts marked by people (gold); it needs folders articles and facts with files ID.json"
        )
    files = sorted((path / "facts").glob("*.json"))
    if not files:
        raise InputError(f"{path / 'facts'}: no file ID.json in it")
    return [_article(path, file) for file in files]


def _article(folder: Path, file: Path) -> GoldArticle:
    marked, page = _json(file), _json(folder / "articles" / file.name)
    try:
        text = str(page["text"])
        facts = [_with_start(fact, text) for fact in marked["facts"]]
        nations = marked.get("nations")
        return GoldArticle(
            id=str(marked.get("id", file.stem)),
            text=text,
            facts=facts,
            officials=marked.get("officials"),
            nations=None if nations is None else frozenset(nations),
            about={key: value for key, value in page.items() if key != "text"},
        )
    except (KeyError, TypeError, ValueError) as error:
        raise InputError(f"{file}: no gold: {type(error).__name__}: {error}") from error


def _with_start(fact: Row, text: str) -> dict[str, Any]:
    """The fact with where its sentence starts: one that stands twice says it itself."""
    quote, start = str(fact["quote"]), int(fact.get("start") or -1)
    if start < 0 or not text.startswith(quote, start):
        start = text.find(quote)
    if start < 0:
        raise ValueError(f"its article has no sentence {quote[:60]!r}")
    return {**fact, "start": start}


def _json(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: cannot be read as JSON: {error}") from error


def write_gold(folder: str | Path, articles: Iterable[GoldArticle]) -> int:
    """Write a folder of gold, and return how many articles it has.

    Raises ``OutputError`` for a folder that has gold, which people may have edited.
    """
    path, written = Path(folder), 0
    if any(next((path / name).glob("*.json"), None) for name in ("articles", "facts")):
        raise OutputError(f"{path}: it has gold, which people may have edited; give another folder, or delete it")
    for name in ("articles", "facts"):
        (path / name).mkdir(parents=True, exist_ok=True)
    for item in articles:
        _write(path / "articles" / f"{item.id}.json", {"id": item.id, **item.about, "text": item.text})
        marked = {
            "id": item.id,
            "facts": [{key: fact.get(key) for key in GOLD_KEYS} for fact in item.facts],
            "officials": item.officials,
            "nations": None if item.nations is None else sorted(item.nations),
        }
        _write(path / "facts" / f"{item.id}.json", {key: value for key, value in marked.items() if value is not None})
        written += 1
    return written


def _write(path: Path, content: Row) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")


def place_in(sentence: str, amount: str) -> int | None:
    """Where an amount first stands in its sentence, as whole words.

    >>> place_in("Police had taken a man.", "a")
    17
    """
    found = re.search(rf"(?<!\w){re.escape(amount)}(?!\w)", sentence) if amount else None
    start = found.start() if found else sentence.find(amount)
    return start if amount and start >= 0 else None


def as_rows(article: GoldArticle) -> Iterator[dict[str, Any]]:
    """Yield the facts of the gold as rows of ``facts.csv``: what one annotator says beside another.

    ``char_start`` is where the amount first stands in its sentence.
    """
    for fact in article.facts:
        inside = place_in(str(fact["quote"]), str(fact.get("value_text") or "")) or 0
        start, _, end = str(fact.get("time") or "").partition("/")
        yield {
            **fact,
            "char_start": fact["start"] + inside,
            "sentence": fact["quote"],
            "time_start": start,
            "time_end": end or start,
        }
