"""What a rule says of a fact's slots, as places in the sentence: the reader weighs it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from spacy.tokens import Span

from factx.base import FactMention
from factx.model import starts_of, text_of

Place = tuple[int, int]
"""The first and the last word of a filler, counted from 1."""
EMPTY: Place = (0, 0)
"""The rule leaves the slot empty."""
UNSEEN: Place = (-1, -1)
"""There is no rule, or its filler stands in another sentence."""


def told(fact: FactMention | None, slots: Sequence[str], sentence: Span) -> list[Place]:
    """Return where in the sentence the fillers of a rule's fact are, by slot."""
    return [UNSEEN if fact is None else _place(fact, slot, sentence) for slot in slots]


def _place(fact: FactMention, slot: str, sentence: Span) -> Place:
    text: str | None = getattr(fact, f"{slot}_text", None) or (None if slot == "time" else getattr(fact, slot))
    if slot == "time":
        span = (fact.time.start_char, fact.time.end_char) if fact.time else None
    elif hasattr(fact, f"{slot}_text"):
        span = getattr(fact, slot)
    else:
        span = _nearest(text, fact.start_char, sentence) if text else None
    if span is None:
        return UNSEEN if text else EMPTY
    return _words(span, sentence)


def _nearest(text: str, amount: int, sentence: Span) -> tuple[int, int] | None:
    """The characters of a text where it stands nearest to the amount."""
    starts = _starts(text, text_of(sentence.doc), sentence.start_char, sentence.end_char)
    start = min(starts, key=lambda place: abs(place - amount), default=None)
    return None if start is None else (start, start + len(text))


def _starts(text: str, within: str, first: int, last: int) -> Iterator[int]:
    """Yield where a text stands between two characters of another."""
    start = within.find(text, first, last)
    while start >= 0:
        yield start
        start = within.find(text, start + len(text), last)


def _words(span: tuple[int, int], sentence: Span) -> Place:
    """The first and the last word that some characters touch."""
    (start, end), starts = span, starts_of(sentence.doc)
    last = bisect_left(starts, end, sentence.start, sentence.end) - 1
    first = max(bisect_right(starts, start, sentence.start, sentence.end) - 1, sentence.start)
    if first <= last and starts[first] + len(sentence.doc[first]) <= start:
        first += 1
    return (first + 1 - sentence.start, last + 1 - sentence.start) if first <= last else UNSEEN
