"""Conditions: sums that somebody may or may not give: "if donors find $5m", "anyone who gives $50"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from factx.facts.counts.counted import Counted
from factx.facts.cues import FUNCTION_WORDS
from factx.facts.giving import GIVING
from factx.facts.words import has_lemma
from factx.model import ancestors, children, is_negated, preposition

RELATIVE = frozenset({"acl:relcl"})
MANY = frozenset({"NNS", "DT"})
"""Tags of people in general: "donors", "those"."""


def is_in_condition(counted: Counted) -> bool:
    """True for a sum under "if", and for what whoever gives so much gets; "unless" tells of a need."""
    clauses = (item for item in ancestors(counted.head) if item.dep_ == "advcl" and not is_negated(item))
    if any(mark.lower_ in FUNCTION_WORDS["supposing"] for item in clauses for mark in children(item, "mark")):
        return True
    return any(_is_anybody(giver, counted) for giver in _givers_told_of(counted))


def _givers_told_of(counted: Counted) -> Iterator[Token]:
    """Yield those of whom only the sum says who they are: "those who gave $50", "donors of $50"."""
    head = counted.head
    clause = head.head
    if head.dep_ == "obj" and has_lemma(clause, GIVING["donating"]):
        if clause.dep_ in RELATIVE:
            yield clause.head
        yield from (item for item in children(clause, "nsubj") if item.lower_ in FUNCTION_WORDS["whoever"])
    elif head.dep_ == "nmod" and preposition(head) == "of" and has_lemma(clause, GIVING["donor"]):
        yield clause


def _is_anybody(giver: Token, counted: Counted) -> bool:
    """True for whoever gives, and for people in general who give so much or more."""
    if giver.lower_ in FUNCTION_WORDS["whoever"]:
        return True
    or_more = counted.amount.bound == "at_least" and giver.tag_ in MANY
    return or_more and not children(giver, "det", "nummod", "nmod:poss")
