"""Relations of a word to those around it, which frames ask for."""

from __future__ import annotations

from spacy.tokens import Token

from factx.facts.cues import CUES, EVENT_WORDS, PREPOSITIONS
from factx.facts.words import has_lemma
from factx.model import children, first_conjunct, preposition


def conjuncts(token: Token) -> list[Token]:
    """All that a token is coordinated with, itself among them."""
    first = first_conjunct(token)
    return [first, *children(first, "conj")]


def ends_compound(item: Token) -> bool:
    """True for the participle of "weather-beaten"."""
    return item.i > 0 and item.nbor(-1).text == "-"


def is_with_injury(item: Token) -> bool:
    """True for "with severe burns"."""
    return item.dep_ in {"nmod", "obl"} and preposition(item) == "with" and has_lemma(item, EVENT_WORDS["injury"])


def is_in_company(head: Token) -> bool:
    """True for "along with two guards", "together with nine passengers"."""
    edge = head.left_edge
    before = edge.nbor(-1).lower_ if edge.i > head.sent.start else ""
    return not PREPOSITIONS["company"].isdisjoint((preposition(head), before))


def is_before_more(head: Token) -> bool:
    """True for the number of "four more", however the parse ties it."""
    return head.pos_ == "NUM" and head.head.i == head.i + 1 and head.head.lower_ in CUES["more"]
