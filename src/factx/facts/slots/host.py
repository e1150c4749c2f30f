"""Hosts: who takes in, brings out or drives away people counted as displaced."""

from __future__ import annotations

from spacy.tokens import Token

from factx.facts.counts.counted import Counted
from factx.facts.cues import CUES
from factx.facts.slots.actors import by_phrase, can_act
from factx.facts.words import has_lemma
from factx.model import PREDICATES, child, children, is_negated, is_passive, preposition, subject

TAKE = frozenset({"take"})


def host_of(counted: Counted) -> Token | None:
    """Return the host of "9 families taken in by a parish", "the town put up 90 evacuees"; or None."""
    for people in dict.fromkeys((counted.noun or counted.head, counted.head)):
        clauses = [*([people.head] if people.dep_ == "nsubj:pass" else []), *children(people, "acl")]
        found = next(filter(None, (by_phrase(clause) for clause in clauses if _is_done_to_them(clause))), None)
        if found is None and people.dep_ == "obj" and _lodges(people.head):
            found = _who_does(people.head)
        if found is None:
            found = _who_gives_refuge(people)
        if found is not None and can_act(found):
            return found
    return None


def _lodges(verb: Token) -> bool:
    """True for who lodges people, or takes them in."""
    takes_in = has_lemma(verb, TAKE) and any(item.lower_ == "in" for item in children(verb, "compound:prt"))
    return takes_in or has_lemma(verb, CUES["lodging"])


def _who_gives_refuge(people: Token) -> Token | None:
    """Return who "gave shelter to 12 families"; or None."""
    given = people.head if people.head.pos_ == "NOUN" else child(people.head, "obj")
    to_them = people.dep_ in {"obl", "nmod"} and preposition(people) == "to"
    if not to_them or given is None or given.dep_ != "obj" or not has_lemma(given, CUES["refuge"]):
        return None
    return _who_does(given.head) if has_lemma(given.head, CUES["granting"]) else None


def _is_done_to_them(clause: Token) -> bool:
    done = clause.pos_ in PREDICATES and is_passive(clause) and not is_negated(clause)
    return done and has_lemma(clause, CUES["lodging"] | CUES["fetching"])


def _who_does(verb: Token) -> Token | None:
    """Return the subject of a verb that says what is, not of "trying to house 90 people"."""
    return None if is_negated(verb) or verb.dep_ in {"acl", "xcomp"} else subject(verb)
