"""States and organisations that take part in nothing: each for itself, or only asked or told of."""

from __future__ import annotations

from spacy.tokens import Token

from factx.facts.counts.counted import noun_classes
from factx.facts.cues import CUES
from factx.facts.no_fact.taking_part import (
    FIRMS,
    PEOPLE,
    SUBJECTS,
    TOGETHER,
    act_together,
    acts,
    are_a_group,
    are_litigants,
    is_no_act,
)
from factx.facts.words import has_lemma
from factx.model import child, first_conjunct, preposition

ASIDE = frozenset({"by", "from", "against"})
"""Prepositions of a firm whose loan, bid or request it is."""
SIDE = frozenset({"side"})


def is_idle(head: Token) -> bool:
    """True for those of whom no common act is told: "the four depend on rain", "nine firms sold"."""
    first = first_conjunct(head)
    if _is_stood_in_for(first):
        return True
    if first.dep_ == "nmod":
        return _is_origin(first) or _is_theme(first) or (_are_firms(first) and preposition(first) in ASIDE)
    if first.dep_ == "iobj":
        return child(first.head, "xcomp", "ccomp") is None  # "asked four states for tents"
    if first.dep_ not in SUBJECTS:
        return False
    if _are_firms(first) and not act_together(first.head):
        return True
    return first.dep_ != "nsubj:pass" and _does_nothing(first)


def _is_stood_in_for(states: Token) -> bool:
    """True for the states that pupils speak for."""
    speaking = states.head
    return speaking.dep_ == "acl" and has_lemma(speaking.head, CUES["pupil"])


def _does_nothing(states: Token) -> bool:
    verb = states.head
    still = has_lemma(verb, CUES["standing"]) or is_no_act(verb)
    return are_litigants(states) or (still and not acts(verb))


def _are_firms(noun: Token) -> bool:
    """True for firms, banks and clubs not told of as a group: "nine banks", not "the nine"."""
    return noun_classes(noun) == FIRMS and not has_lemma(noun, SIDE) and not are_a_group(noun)


def _is_theme(states: Token) -> bool:
    """True for those between whom something is, which they do not do: tension, a gap, a border."""
    between = preposition(states) == "between" and not has_lemma(states.head, TOGETHER)
    return between and child(states, "acl:relcl") is None  # "between the two states that had fought"


def _is_origin(states: Token) -> bool:
    """True for where persons or firms come from who stand for nobody: "students from 14 nations"."""
    who = states.head
    if preposition(states) != "from":
        return False
    if noun_classes(who) == FIRMS:
        return True
    apart = not has_lemma(who, CUES["delegate"]) and not has_lemma(who.head, CUES["meeting"])
    sent = "force" in noun_classes(who) or has_lemma(who, CUES["sent_by_states"])
    return bool(noun_classes(who) & PEOPLE) and apart and not sent
