"""A result as a notebook shows it: the text with its amounts marked, and a table of the facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from factx.base import Fact
from factx.tables.csv_format import cell

COLUMNS = (
    "kind",
    "value_text",
    "object",
    "agent",
    "recipient",
    "location",
    "time_text",
    "status",
    "source",
    "confidence",
)
"""Columns of the table: what is read first. All are in ``to_frames``."""


def as_html(text: str, facts: Sequence[Fact]) -> str:
    """The HTML of a text with its facts; text and cells are escaped.

    >>> as_html("Two & more", [Fact(kind="killed", char_start=0, char_end=3)])[:66]
    '<p style="white-space: pre-wrap"><mark title="killed">Two</mark> &'
    """
    marked = f'<p style="white-space: pre-wrap">{"".join(_marked(text, facts))}</p>'
    head = "".join(f"<th>{name}</th>" for name in COLUMNS)
    rows = "".join(f"<tr>{''.join(_cells(fact))}</tr>" for fact in facts)
    return f"{marked}<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _marked(text: str, facts: Iterable[Fact]) -> Iterator[str]:
    """The text in pieces, amounts of facts within marks that say their kinds."""
    kinds: dict[tuple[int, int], list[str]] = {}
    for fact in facts:
        kinds.setdefault((fact.char_start or 0, fact.char_end or 0), []).append(fact.kind or "")
    done = 0
    for (start, end), of in sorted(kinds.items()):
        if start >= done:
            yield escape(text[done:start])
            yield f'<mark title="{escape(", ".join(of))}">{escape(text[start:end])}</mark>'
            done = end
    yield escape(text[done:])


def _cells(fact: Fact) -> Iterator[str]:
    return (f"<td>{escape(cell(getattr(fact, name)))}</td>" for name in COLUMNS)
