"""Where the words of a fact's roles stand in the text that is shown of its article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factx.report.kept import Row
from factx.report.texts import ShownText

ROLES = {
    "value_text": "amount",
    "agent": "who",
    "recipient": "to whom",
    "object": "of what",
    "purpose": "what for",
    "location": "where",
    "time_text": "when",
    "source": "says who",
}
"""Columns of facts.csv that hold words of the text, and what a reader calls them."""
LOOKBACK = 3000
"""Characters before a sentence in which what it refers to may be named: a page of news."""
Span = tuple[int, int, str]
"""Start, end and the column, in UTF-16 units, which JavaScript counts in."""


def spans_of(fact: Row, shown: ShownText) -> list[Span]:
    """Return where the words of a fact stand, in the order of ``ROLES``; what is not there has no span.

    Words are looked for in the sentence of the fact, nearest to its amount, then in what stands
    before it: "the army" of a sentence may be named a sentence earlier.
    """
    at = shown.amounts.get(fact["fact_id"])
    start = shown.starts[fact["fact_id"]]
    end = start + len(fact["sentence"] or "")
    found = [] if at is None else [(at, at + len(fact["value_text"]), "value_text")]
    for role in list(ROLES)[1:]:
        if fact.get(role):
            place = _nearest(str(fact[role]), shown.text, start, end, start if at is None else at)
            found += [(*place, role)] if place else []
    return [(shown.units(first), shown.units(last), role) for first, last, role in found]


def _nearest(words: str, text: str, start: int, end: int, amount: int) -> tuple[int, int] | None:
    """The place of words in a sentence that is nearest to its amount, or the last one before the sentence."""
    inside = list(_places(words, text, start, end))
    if inside:
        return min(inside, key=lambda place: abs(place[0] - amount))
    return next(reversed(list(_places(words, text, max(0, start - LOOKBACK), start))), None)


def _places(words: str, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The places of words as whole words; blanks between them may be any in the text."""
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    if pattern:
        for found in re.compile(rf"(?<!\w){pattern}(?!\w)", re.IGNORECASE).finditer(text, start, end):
            yield found.span()
