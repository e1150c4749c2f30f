"""Participles tied to a noun by a hyphen, which parsers take for infinitives: "to quake-hit Nepal".

Behind "to" such a participle looks like what somebody is to do: to hit Nepal. It describes the noun
behind it, and "to" is that noun's preposition.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from factx.model.doc_cache import token_indices
from factx.model.syntax import PARTICIPLES, child

HYPHEN = frozenset({"-"})
CLAUSES = frozenset({"advcl", "acl", "xcomp"})
HIT = "hit"
"""The one participle of such words that looks like an infinitive; "mass-produce" is one."""
BEFORE_NOUN = frozenset({"amod", "compound", "nmod:poss", "nmod:desc", "det"})


def untie_hyphened(doc: Doc) -> Doc:
    """Make participles behind "to" and a noun with a hyphen describe the noun behind them, in place."""
    for place in token_indices(doc, HYPHEN):
        if 2 <= place < len(doc) - 2:
            _untie(doc[place + 1])
    return doc


def _untie(participle: Token) -> None:
    goal = child(participle, "obj")
    to = participle.nbor(-3)
    governor = participle.head
    if goal is None or governor == participle or not _is_said_of(participle, to, goal):
        return
    goal.head, goal.dep_ = governor, "obl" if governor.pos_ == "VERB" else "nmod"
    for item in list(participle.children):
        if item.i > goal.i:
            item.head = governor
    participle.head, participle.dep_ = goal, "amod"
    to.head, to.dep_ = goal, "case"


def _is_said_of(participle: Token, to: Token, goal: Token) -> bool:
    """True if "to", a noun and a hyphen stand right before, and the noun that is hit right behind."""
    named = participle.nbor(-2)
    hyphened = named.dep_ == "compound" and named.head == participle
    infinitive = to.lower_ == "to" and to.dep_ == "mark" and to.head == participle
    told = participle.tag_ in PARTICIPLES or participle.lower_ == HIT
    between = participle.doc[participle.i + 1 : goal.i]
    beside = goal.i > participle.i and all(item.dep_ in BEFORE_NOUN and item.head == goal for item in between)
    return told and participle.dep_ in CLAUSES and hyphened and infinitive and beside
