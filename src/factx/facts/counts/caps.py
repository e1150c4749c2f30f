"""Caps and quotas: numbers that somebody allows, and that count nobody ("a ceiling of 18,000")."""

from __future__ import annotations

from spacy.tokens import Token

from factx.facts.counts.counted import Counted
from factx.facts.cues import CUES, PREPOSITIONS
from factx.facts.words import has_lemma
from factx.model import PREDICATES, child, children, first_conjunct, preposition

VALUES = PREPOSITIONS["toll_value"] | {"from"}
SET = ("obj", "nsubj", "nsubj:pass")


def is_cap(counted: Counted) -> bool:
    """True for "set the cap at 30,000", "the quota was cut to 8,000", "a limit of 500 migrants"."""
    top = first_conjunct(counted.head)
    if top.dep_ == "nmod" and top.head.pos_ == "NUM":
        top = top.head  # "from 18,000 to 15,000"
    case, above = preposition(top), top.head
    if top.dep_ == "nmod" and case in VALUES:
        within = [above, above.head] if above.dep_ == "nmod" else [above]
        raised = children(above.head, *SET) if above.dep_ == "obl" and case in {"from", "to"} else []
        return any(map(_is_limit, [*within, *raised]))  # "raised the cap on migrants from 400 to 600"
    if child(top, "cop") is not None:
        return any(map(_is_limit, children(top, "nsubj")))
    if top.dep_ == "obl" and above.pos_ in PREDICATES and case in VALUES:
        return any(map(_is_limit, children(above, *SET)))
    return False


def _is_limit(noun: Token) -> bool:
    return has_lemma(noun, CUES["cap"])
