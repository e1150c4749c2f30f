"""The errors as a page of HTML: each miss, false alarm and wrong slot beside its sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import Any

from factx.base import counted
from factx.check.gold import Row, place_in
from factx.check.match import Count, Pair
from factx.check.scores import Compared, Score, Scores

STYLE = """
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { max-width: 70rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; margin: 1rem 0; }
th, td { text-align: left; padding: .2rem .8rem .2rem 0; vertical-align: top; }
td.n { font-variant-numeric: tabular-nums; } article { border-top: 1px solid #8888; padding: .6rem 0; }
mark { padding: 0 .15em; border-radius: .2em; } small { opacity: .8; }
"""


def error_page(items: Sequence[Compared], found: Scores) -> str:
    """Return the page: figures, then the errors by sort and article."""
    parts = [
        "<!doctype html>",
        '<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
        f"<title>Errors against the gold</title><style>{STYLE}</style></head><body><main>",
        f"<h1>Errors against the gold</h1><p>{counted(len(items), 'article')}, "
        f"{counted(found.facts.gold, 'fact')} in the gold.</p>",
        *_figures(found),
    ]
    for title, errors in (("Missed", _missed), ("False alarms", _alarms), ("Wrong slots", _wrong_slots)):
        told = [line for item in items for pair in item.pairs for line in errors(item.article.id, pair)]
        parts += [f"<section><h2>{title} ({len(told)})</h2>", *told, "</section>"]
    return "\n".join([*parts, "</main></body></html>", ""])


def lines_of(found: Scores) -> list[tuple[int, Score]]:
    """The figures as a reader wants them, each with how far it is indented."""
    people = [score for score in (found.officials, found.nations) if score is not None]
    groups = [(0, [found.facts]), (1, found.kinds), (1, found.slots), (0, people)]
    return [(depth, score) for depth, group in groups for score in group]


def _figures(found: Scores) -> Iterator[str]:
    yield "<table><thead><tr>"
    yield from (f'<th scope="col">{name}</th>' for name in ("", "Precision", "Recall", "F1", "in the gold"))
    yield "</tr></thead><tbody>"
    for depth, score in lines_of(found):
        cells = ((score.p, score.p_interval), (score.r, score.r_interval), (score.f1, score.f1_interval))
        told = "".join(
            f'<td class="n">{value:.3f} <small>{low:.2f}–{high:.2f}</small></td>' for value, (low, high) in cells
        )
        name = "&emsp;" * depth + escape(score.name)
        yield f'<tr><th scope="row">{name}</th>{told}<td class="n">{score.gold}</td></tr>'
    yield "</tbody></table>"


def _missed(article: str, pair: Pair) -> Iterator[str]:
    if pair.gold is not None and pair.row is None:
        yield _entry(article, pair.gold, pair.gold["quote"], [])


def _alarms(article: str, pair: Pair) -> Iterator[str]:
    if pair.gold is None and pair.row is not None:
        rule = f"{pair.row.get('rule') or ''} {pair.row.get('confidence') or ''}".strip()
        yield _entry(article, pair.row, pair.row.get("sentence"), [("found by", rule)] if rule else [])


def _wrong_slots(article: str, pair: Pair) -> Iterator[str]:
    if pair.gold is None or pair.row is None:
        return
    wrong = [slot for slot, count in pair.slots.items() if count != Count(1) and any(count)]
    if wrong:
        told = [(slot, f"{_shown(pair.gold, slot)} in the gold, {_shown(pair.row, slot)} found") for slot in wrong]
        yield _entry(article, pair.gold, pair.gold["quote"], told)


def _shown(row: Row, slot: str) -> str:
    ends: list[Any] = [row.get("time_start"), row.get("time_end")]
    value = row.get(slot) or ("/".join(dict.fromkeys(filter(None, ends))) if slot == "time" else None)
    return f"“{value}”" if value else "nothing"


def _entry(article: str, fact: Row, sentence: Any, notes: Sequence[tuple[str, str]]) -> str:
    """An error: its kind and amount, the sentence with the amount marked, and what is wrong."""
    text, amount = str(sentence or ""), str(fact.get("value_text") or "")
    start = place_in(text, amount)
    marked = escape(text)
    if start is not None:
        end = start + len(amount)
        marked = f"{escape(text[:start])}<mark>{escape(amount)}</mark>{escape(text[end:])}"
    told = "".join(f"<br><small>{escape(name)}: {escape(value)}</small>" for name, value in notes)
    return f"<article><b>{escape(str(fact['kind']))}</b> <small>{escape(article)}</small><br>{marked}{told}</article>"
