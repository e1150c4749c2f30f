"""Which way a force moves: what a verb tells of a force that is counted without it.

"A squad of 60 was flown in" and "a battalion of 900 went home" count by the noun alone: sent and
withdrawn are said by the verb that the force is subject or object of.
"""

from __future__ import annotations

from spacy.tokens import Token

from factx.facts.cues import CUES, EVENT_WORDS
from factx.facts.slots.affected import PLACES
from factx.facts.words import has_lemma
from factx.model import child, children, first_conjunct, is_negated, preposition, subject

THERE = "there"
MOVED = frozenset({"obj", "nsubj:pass"})


def moved_status(force: Token) -> str | None:
    """Return sent or withdrawn where the verb of a force says so; None where it stays, or no verb tells."""
    top = whole_force(first_conjunct(force))
    verb = top.head
    if is_negated(verb):
        return None
    if top.dep_ in MOVED and has_lemma(verb, CUES["transporting"] | CUES["recalling"]) and is_homeward(verb, top):
        return "withdrawn"
    if top.dep_ in MOVED:
        return "sent" if has_lemma(verb, CUES["transporting"]) else None
    left = child(verb, "obj")
    if top.dep_ != "nsubj" or (left is not None and not _is_place(left)):
        return None  # "left five dead"
    if has_lemma(verb, CUES["marching_off"] | CUES["moving_on"]) and sets_out(verb):
        return "sent"
    if has_lemma(verb, CUES["marching_off"]) or _goes_home(verb):
        return "withdrawn"
    return "sent" if has_lemma(verb, CUES["marching_in"]) else None


def is_left_behind(force: Token) -> bool:
    """True for those who stay: "some 200 remain", "60 are still there"."""
    verb = force.head
    return force.dep_ == "nsubj" and (has_lemma(verb, CUES["left_behind"]) or verb.lower_ == THERE)


def is_joined_there(force: Token) -> bool:
    """True for those who are where others come to: "will join 300 marines already posted there"."""
    met = force.dep_ == "obj" and has_lemma(force.head, CUES["joining_others"])
    return met and child(force, "acl", "acl:relcl") is not None


def sets_out(verb: Token) -> bool:
    """True for who goes to a post: "left for Mali", not "left Goma for Mali", "the last left for Lyon"."""
    goals = [item for item in children(verb, "obl") if preposition(item) == "for" and item.ent_type_ in PLACES]
    those = subject(verb)
    remain = those is not None and any(has_lemma(item, CUES["remaining"]) for item in children(those, "amod"))
    return bool(goals) and child(verb, "obj") is None and not remain


def whole_force(force: Token) -> Token:
    """The force that men are counted of: the squad of "a squad of 60 men"."""
    of = force.dep_ == "nmod" and preposition(force) == "of"
    return force.head if of and has_lemma(force.head, EVENT_WORDS["company"]) else force


def _is_place(left: Token) -> bool:
    return left.ent_type_ == "LOC" or has_lemma(left, CUES["venue"])


def _goes_home(verb: Token) -> bool:
    """True for "went home", "returned to barracks"."""
    return has_lemma(verb, CUES["moving_on"]) and is_homeward(verb)


def is_homeward(verb: Token, force: Token | None = None) -> bool:
    """True for "sent home 90 officers", "flew home", "ordered back to barracks"."""
    goals = [item for host in (verb, force) if host is not None for item in children(host, "advmod", "obl")]
    goals += [item for back in goals for item in children(back, "obl", "nmod")]
    to_base = any(preposition(item) == "to" and has_lemma(item, CUES["base_at_home"]) for item in goals)
    return to_base or any(item.lower_ == "home" for item in goals)
