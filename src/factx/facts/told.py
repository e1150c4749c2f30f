"""What a rule says of a fact's slots, as places in the sentence: the reader weighs it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Span

from factx.base import FactMention

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
    starts = [sentence.start_char + found.start() for found in re.finditer(re.escape(text), sentence.text)]
    start = min(starts, key=lambda place: abs(place - amount), default=None)
    return None if start is None else (start, start + len(text))


def _words(span: tuple[int, int], sentence: Span) -> Place:
    """The first and the last word that some characters touch."""
    start, end = span
    inside = [place for place, word in enumerate(sentence, start=1) if word.idx < end and start < word.idx + len(word)]
    return (inside[0], inside[-1]) if inside else UNSEEN
