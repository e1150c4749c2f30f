"""Fillers of rules that no reading takes away: it sees words, not who proposes a bill to whom."""

from __future__ import annotations

from spacy.tokens import Doc

from factx.base import FactMention
from factx.facts.giving import GIVING, request_for
from factx.facts.phrases import characters
from factx.facts.words import has_lemma

LISTED = (", ", ", the ", " and ", " and the ")


def is_kept(doc: Doc, name: str, fact: FactMention, span: tuple[int, int] | None) -> bool:
    """True for who proposes a gift, and for a list of names of which the reading has but the first."""
    if span is None:
        return name == "source" and fact.kind == "pledge" and fact.status == "requested" and _proposes(doc, fact.source)
    held = getattr(fact, name) if name in {"agent", "recipient"} else None
    offsets = characters(doc, span)
    if held is None or offsets is None or not held[0] <= offsets[0] <= offsets[1] < held[1]:
        return False
    rest = doc.text[offsets[1] : held[1]]
    return any(rest.startswith(mark) and rest[len(mark)].isupper() for mark in LISTED)


def is_asked_for(doc: Doc, fact: FactMention) -> bool:
    """True for the sum of a request, which it stays whatever became of it: "rejected a plea for $5m"."""
    span = doc.char_span(fact.start_char, fact.end_char, alignment_mode="expand")
    return span is not None and fact.status == "requested" and request_for(span.root) is not None


def _proposes(doc: Doc, who: tuple[int, int] | None) -> bool:
    """True for the subject of a verb of proposing: "a minister tabled a bill"."""
    span = None if who is None else doc.char_span(*who, alignment_mode="expand")
    return span is not None and span.root.dep_ == "nsubj" and has_lemma(span.root.head, GIVING["proposing"])
