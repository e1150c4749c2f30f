"""Whether the syntax says that an amount is money or a weight: "a fine of 500", "weighs 500"."""

from __future__ import annotations

from typing import Literal

from spacy.tokens import Token

from factx.measure.candidate import Candidate
from factx.measure.lexer import Lexeme
from factx.measure.mass import CUES
from factx.measure.places import Places
from factx.model import ancestors, child, children, preposition

Sense = Literal["money", "weight"]
_VERBS = frozenset({"VERB", "AUX"})
_OBJECTS = frozenset({"obj", "iobj", "nsubj:pass", "obl:unmarked", "xcomp", "dep"})
"""How a sum depends on the verb of giving or costing."""
_HEAVY = 1000
"""Pounds that nobody loses or gains in weight."""


def sense_of(places: Places, lexemes: list[Lexeme], item: Candidate) -> Sense | None:
    """Return what the verb or noun above an amount makes of it; None if that says nothing."""
    start, end = lexemes[item.first].start, lexemes[item.last - 1].end
    span = places.doc.char_span(start, end, alignment_mode="expand")
    if span is None or not len(span):
        return None
    below = span.root
    if child(below, "cop") is not None:
        return _of_subject(below)
    for head in ancestors(span.root):
        if head.pos_ in _VERBS:
            return _of_verb(below, head, item.low if item.value is None else item.value)
        sense = _of_noun(head)
        if sense is not None:
            return sense
        below = head
    return None


def _of_noun(head: Token) -> Sense | None:
    lemma = head.lemma_.lower()
    if lemma in CUES["paid"]:
        return "money"
    return "weight" if lemma in CUES["heavy"] else None


def _of_verb(below: Token, verb: Token, value: float | None) -> Sense | None:
    """What a verb makes of an amount that hangs on it."""
    lemma = verb.lemma_.lower()
    if lemma in CUES["weighs"] or (lemma in CUES["slims"] and (value or 0) < _HEAVY):
        return "weight"
    pays = lemma in CUES["pays"] or lemma in CUES["slims"]
    if (below.dep_ in _OBJECTS and pays) or _is_price(below, lemma):
        return "money"
    return _of_subject(verb)


def _is_price(below: Token, verb: str) -> bool:
    """True for "sold for 500" and "robbed of 500"."""
    by = preposition(below)
    return (verb in CUES["prices"] and by in CUES["priced_by"]) or (verb in CUES["robs"] and by in CUES["robbed_of"])


def _of_subject(verb: Token) -> Sense | None:
    """What the subject makes of an amount: "the fee is 500", "damage is put at 500"."""
    senses = (_of_noun(subject) for subject in children(verb, "nsubj", "nsubj:pass"))
    return next((sense for sense in senses if sense is not None), None)
