"""Features of a sum of money for rules to need or exclude: gift or price, and for whom."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from factx.facts.counted import Counted
from factx.facts.cues import CUES
from factx.facts.frames import Frame
from factx.facts.slots.agent import can_act
from factx.facts.slots.gift import gift_classes, gift_nouns, verb_of
from factx.facts.slots.transfer import asked, purpose, recipient
from factx.facts.words import has_lemma
from factx.model import children

SORTS = frozenset({"gift", "price"})


def sum_features(frame: Frame, counted: Counted) -> frozenset[str]:
    """Return what is known of a sum.

    ``gift`` and ``price`` are classes of its nouns, ``recipient`` and ``purpose`` say that one is
    stated, and ``benefit`` that somebody gains by it.
    """
    verb = verb_of(frame)
    nouns = gift_nouns(counted, verb)
    found = set(gift_classes(nouns) & SORTS)
    if _is_on_the_books(verb, nouns):
        found.add("price")
    if _has_recipient(verb, nouns, counted):
        found.add("recipient")
    if purpose(counted.head.doc, verb, nouns) is not None:
        found.add("purpose")
    if found & {"gift", "recipient"} or (verb is not None and asked(verb, counted, ()) is not None):
        found.add("benefit")
    return frozenset(found)


def _is_on_the_books(verb: Token | None, nouns: Sequence[Token]) -> bool:
    """True for a loan that is a bank's business: outstanding, bad, repaid, refinanced."""
    if verb is not None and has_lemma(verb, CUES["ledger"]):
        return True
    return any(has_lemma(item, CUES["ledger"]) for noun in nouns for item in children(noun, "amod", "compound"))


def _has_recipient(verb: Token | None, nouns: Sequence[Token], counted: Counted) -> bool:
    """True if somebody, or a place that is named, gets the sum."""
    goal = recipient(verb, nouns, counted)
    if goal is None:
        return False
    return can_act(goal) or goal.ent_type_ == "LOC" or has_lemma(goal, CUES["venue"])
