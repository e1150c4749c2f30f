"""Sums for one's own good, which are no gifts: bids for a firm or a house, ransoms, investments."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from factx.facts.counts.counted import Counted
from factx.facts.giving import GIVING
from factx.facts.words import has_lemma
from factx.model import child, children, first_conjunct, preposition, subject

NAMED = frozenset({"ORG", "PERSON"})
"""What the tagger may call a firm."""


def is_own_gain(verb: Token | None, counted: Counted, of_giver: set[str]) -> bool:
    """True for a bid, a ransom, an investment: "offered $2m for the farm", "pirates want $2m".

    What a state, a town or a charity offers for a firm may save it, and is a gift.
    """
    if counted.amount.kind != "money" or verb is None:
        return False
    gives = bool(of_giver & {"public", "charity"})
    return _is_ransom(verb) or _is_bid(verb, counted, gives) or _is_investment(verb, counted, gives)


def _is_ransom(verb: Token) -> bool:
    """True for what captors ask for, whatever they call it; aid they may ask for as others do."""
    who = subject(verb)
    aid = (item for item in verb.subtree if has_lemma(item, GIVING["relief"]))
    is_asked = who is not None and has_lemma(verb, GIVING["request"]) and has_lemma(who, GIVING["captor"])
    return is_asked and next(aid, None) is None


def _is_bid(verb: Token, counted: Counted, gives: bool) -> bool:
    if not gives and has_lemma(verb, GIVING["intending"] | GIVING["request"]):
        return any(map(_is_property, _beside(verb, counted, "for")))  # "wants $2m for the villa"
    if not has_lemma(verb, GIVING["bidding"]):
        return False
    return any(_is_property(item) or (not gives and _is_firm(item)) for item in _beside(verb, counted, "for"))


def _is_investment(verb: Token, counted: Counted, gives: bool) -> bool:
    """True for what investors give or are asked for, and what a firm puts into its own works."""
    whom = [subject(verb), *_beside(verb, counted, "from")]
    if any(item is not None and _invests(item) for item in whom):
        return True
    who = subject(verb)
    if gives or who is None or not (has_lemma(who, GIVING["business"]) or who.ent_type_ == "ORG"):
        return False
    return any(has_lemma(item, GIVING["works"]) for item in _beside(verb, counted, "for"))


def _invests(who: Token) -> bool:
    """True for investors, and for a venture or hedge fund."""
    kinds = children(who, "compound", "amod")
    return has_lemma(who, GIVING["investing"]) or any(has_lemma(item, GIVING["venture"]) for item in kinds)


def _beside(verb: Token, counted: Counted, word: str) -> Iterator[Token]:
    """Yield what stands behind a preposition beside a sum, wherever it hangs."""
    for host in (verb, first_conjunct(counted.head), *children(verb, "obj")):
        yield from (item for item in children(host, "obl", "nmod") if preposition(item) == word)


def _is_property(goal: Token) -> bool:
    """True for a house or land that is known or counted: "the farm", "two houses", not "farm machinery"."""
    return has_lemma(goal, GIVING["property"]) and child(goal, "det", "nummod", "nmod:poss") is not None


def _is_firm(goal: Token) -> bool:
    """True for "the retailer", "its rival", and for a name without an article, as firms have: "for Acme"."""
    if has_lemma(goal, GIVING["business"]):
        return goal.tag_ in {"NN", "NNP"}
    named = goal.pos_ == "PROPN" and goal.ent_type_ in NAMED
    return named and child(goal, "det") is None
