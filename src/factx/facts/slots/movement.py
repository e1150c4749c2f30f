"""Which way a force moves: what a verb tells of a force that is counted without it.

"A squad of 60 was flown in" and "a battalion of 900 went home" count by the noun alone: sent and
withdrawn are said by the verb that the force is subject or object of, by a participle behind it,
and by where it is ("on its way", "out of the country by May").
"""

from __future__ import annotations

from spacy.tokens import Token

from factx.facts.cues import CUES, EVENT_WORDS, FUNCTION_WORDS
from factx.facts.slots.affected import PLACES, is_somewhere
from factx.facts.words import HAVE, has_lemma
from factx.model import child, children, first_conjunct, is_negated, preposition, subject

THERE = "there"
MOVED = frozenset({"obj", "nsubj:pass"})
WAY = frozenset({"way"})
OUT = "out"
HOME = "home"
_MOVING_OTHERS = CUES["transporting"] | CUES["recalling"] | CUES["wanting"]
ONWARD = frozenset({"to", "for", "into"})


def moved_status(force: Token) -> str | None:
    """Return sent or withdrawn where the verb of a force says so; None where it stays, or no verb tells."""
    top = whole_force(first_conjunct(force))
    verb = top.head
    if is_negated(verb):
        return None
    if is_gone(top) or (top.dep_ == "nsubj" and goes_out(verb)):
        return "withdrawn"
    way = _way_of(top)
    if way is not None:
        return "withdrawn" if is_homeward(way) else "sent"
    if top.dep_ in MOVED:
        return _moved_by_others(top)
    return _moves(top) or ("sent" if any(map(_is_brought, children(top, "acl"))) else None)


def _moved_by_others(force: Token) -> str | None:
    """Return which way others move a force: "flew 60 to Riga", "was called home"."""
    verb = force.head
    if has_lemma(verb, CUES["withdrawing"]):
        return "withdrawn"
    if has_lemma(verb, _MOVING_OTHERS) and (is_homeward(verb, force) or _is_out(verb)):
        return "withdrawn"
    return "sent" if has_lemma(verb, CUES["transporting"]) else None


def _is_out(verb: Token) -> bool:
    """True for "ordered 60 soldiers out of Mali"."""
    return any(preposition(item) == OUT and is_somewhere(item) for item in children(verb, "obl"))


def _moves(force: Token) -> str | None:
    """Return which way a force moves of itself, or is led: "invaded with 900 men"."""
    verb = force.head
    if force.dep_ == "obl" and preposition(force) == "with" and has_lemma(verb, CUES["invading"]):
        return "sent"
    left = child(verb, "obj")
    if force.dep_ != "nsubj" or (left is not None and not is_somewhere(left)):
        return None  # "left five dead"
    if has_lemma(verb, CUES["marching_off"] | CUES["moving_on"]) and sets_out(verb):
        return "sent"
    if has_lemma(verb, CUES["marching_off"]) or _goes_home(verb):
        return "withdrawn"
    into = any(preposition(item) == "into" and is_somewhere(item) for item in children(verb, "obl"))
    return "sent" if has_lemma(verb, CUES["marching_in"]) or (into and has_lemma(verb, CUES["moving_into"])) else None


def _is_brought(participle: Token) -> bool:
    """True for "commandos flown from Lyon"; those "to be flown" have not been."""
    brought = participle.tag_ == "VBN" and has_lemma(participle, CUES["transporting"])
    return brought and child(participle, "mark", "aux", "obj") is None and not is_homeward(participle)


def _way_of(force: Token) -> Token | None:
    """Return the way that a force is on, "60 are on their way", "has 60 on the way"; or None."""
    hosts = [force.head] if force.dep_ == "nsubj" and child(force.head, "cop") is not None else []
    if force.dep_ == "obj" and has_lemma(force.head, HAVE):
        hosts = [*children(force, "nmod"), *children(force.head, "obl")]
    ways = (item for item in hosts if has_lemma(item, WAY) and preposition(item) == "on")
    return next((item for item in ways if child(item, "det", "nmod:poss") is not None), None)


def is_gone(force: Token) -> bool:
    """True for those who are home again, or out of a country: "would be out of Mali by May"."""
    place = force.head
    if force.dep_ != "nsubj" or child(place, "cop") is None:
        return False
    return place.lower_ == HOME or (preposition(place) == OUT and place.ent_type_ in PLACES)


def goes_out(verb: Token) -> bool:
    """True for "flew out of Mali", "pulled out"; who "flew out to Mali" has been sent there."""
    phrases = children(verb, "obl", "advmod", "compound:prt")
    out = any(item.lower_ == OUT or preposition(item) == OUT for item in phrases)
    onward = any(preposition(item) in ONWARD for item in phrases)
    return out and not onward and has_lemma(verb, CUES["going_out"]) and child(verb, "obj") is None


def is_left_behind(force: Token) -> bool:
    """True for those who stay: "some 200 remain", "60 are still there", "has kept back 60"."""
    verb = force.head
    if force.dep_ in MOVED:
        return has_lemma(verb, CUES["retaining"]) and any(
            item.lower_ in FUNCTION_WORDS["in_the_rear"] for item in verb.children
        )
    return force.dep_ == "nsubj" and (has_lemma(verb, CUES["left_behind"]) or verb.lower_ == THERE)


def is_joined_there(force: Token) -> bool:
    """True for those who are where others come to: "will join 300 marines already in Goma"."""
    first = first_conjunct(force)
    return first.dep_ == "obj" and has_lemma(first.head, CUES["joining_others"])


def sets_out(verb: Token) -> bool:
    """True for who goes to a post: "left for Mali", not "left Goma for Mali", "the last left for Lyon"."""
    goals = [item for item in children(verb, "obl") if preposition(item) == "for" and is_somewhere(item)]
    those = subject(verb)
    remain = those is not None and any(has_lemma(item, CUES["remaining"]) for item in children(those, "amod"))
    return bool(goals) and child(verb, "obj") is None and not remain and not is_homeward(verb)


def whole_force(force: Token) -> Token:
    """What men are counted of, the squad of "a squad of 60 men", or how many: "60 of them"."""
    of = force.dep_ == "nmod" and preposition(force) == "of"
    is_part = force.head.pos_ == "NUM" and child(force, "nummod") is None
    is_part = is_part or has_lemma(force.head, EVENT_WORDS["company"] | CUES["column"])
    return force.head if of and is_part else force


def _goes_home(verb: Token) -> bool:
    """True for "went home", "returned to barracks"."""
    return has_lemma(verb, CUES["moving_on"]) and is_homeward(verb)


def is_homeward(verb: Token, force: Token | None = None) -> bool:
    """True for "sent home 90 officers", "flew home", "ordered back to barracks"."""
    goals = [item for host in (verb, force) if host is not None for item in children(host, "advmod", "obl")]
    goals += [item for back in goals for item in children(back, "obl", "nmod")]
    to_base = any(preposition(item) == "to" and has_lemma(item, CUES["base_at_home"]) for item in goals)
    return to_base or any(item.lower_ == HOME for item in goals)
