"""Bare numbers that count the force, the states or the refugees of the sentence before.

"Chad sent 900 soldiers. Niger has 410"; "107 states signed. Nine of them have ratified it"; "900
people fled. Peru has taken in 410".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from factx.facts.counted import ALONE, Counted
from factx.facts.cues import CUES, EVENT_WORDS
from factx.facts.matches import Match
from factx.facts.parts import is_some_of_them
from factx.facts.words import HAVE, has_lemma
from factx.model import PREDICATES, child, children, is_passive, subject

FORCE, STATES = frozenset({"force"}), frozenset({"state"})
REFUGEES = frozenset({"refugee"})
TROOPS, MEMBERS, DISPLACED = "troops", "members", "displaced"
HOUSING = (CUES["lodging"] | CUES["hosting"]) - HAVE
FEWEST = 2
"""One soldier, or one state, is told of by a noun of its own."""


def carried(counts: Sequence[Counted], found: Sequence[Match]) -> Iterator[Counted]:
    """Yield the bare numbers of what states have, send or post, as counts of the force told of before."""
    matched = {match.counted.amount.start_char: match for match in found}
    force: Counted | None = None
    states: Counted | None = None
    for item in counts:
        if item.amount.kind != "count" or item.singular:
            continue
        if item.noun is not None and item.noun.pos_ != "PRON":
            states = item if item.classes >= STATES else states
            force = force if item.classes == STATES else item
        elif item.amount.start_char not in matched:
            if _is_told(force, item, matched, TROOPS) and _is_of_force(item):
                yield replace(item, classes=FORCE)
            elif _is_told(states, item, matched, MEMBERS) and _are_some_states(item):
                yield replace(item, noun=None, classes=STATES)


def housed(counts: Sequence[Counted], found: Sequence[Match]) -> Iterator[Counted]:
    """Yield the bare numbers that states take in, as counts of refugees behind others who fled."""
    fled = {match.counted.amount.start_char for match in found if match.rule.kind == DISPLACED}
    matched = {match.counted.amount.start_char for match in found}
    last: Counted | None = None
    for item in counts:
        if item.amount.start_char in fled:
            last = item
        elif item.amount.start_char not in matched and _is_near(last, item) and _are_housed(item):
            yield replace(item, classes=REFUGEES)


def _is_told(last: Counted | None, item: Counted, matched: Mapping[int, Match], kind: str) -> bool:
    """True if a fact of a kind is told in the same sentence, or in the one right before it."""
    match = None if last is None else matched.get(last.amount.start_char)
    if last is None or match is None or match.rule.kind != kind or not last.classes & (FORCE | STATES):
        return False
    return _is_near(last, item)


def _is_near(last: Counted | None, item: Counted) -> bool:
    """True for what is told in the same sentence, or in the one right before it."""
    return last is not None and item.sent.start in {last.sent.start, last.sent.end}


def _are_housed(item: Counted) -> bool:
    """True for the number that a state takes in, behind others who fled: "Peru has taken in 900"."""
    verb = item.head.head
    bare = item.amount.kind == "count" and item.classes == ALONE and not item.singular
    if not bare or item.head.dep_ != "obj" or (item.amount.low or 0) < FEWEST:
        return False
    host = subject(verb) if has_lemma(verb, HOUSING) else None
    return host is not None and host.ent_type_ == "LOC"


def _is_of_force(item: Counted) -> bool:
    """True for what a state has or sends, and for who is posted: "Fiji has 90", "where 900 are stationed"."""
    verb = item.head.head
    if item.classes != ALONE or (item.amount.low or 0) < FEWEST or verb.pos_ not in PREDICATES:
        return False
    if item.head.dep_ == "obj":
        who = subject(verb)
        return who is not None and who.ent_type_ == "LOC" and has_lemma(verb, CUES["having"] | CUES["sending"])
    posted = [verb, *children(verb, "xcomp")] if item.head.dep_ in {"nsubj", "nsubj:pass"} else []
    return any(has_lemma(one, CUES["posted"]) and is_passive(one) and child(one, "obj") is None for one in posted)


def _are_some_states(item: Counted) -> bool:
    """True for some of the states before that join, sign or ratify: "nine of them have ratified it"."""
    verb = item.head.head
    joins = item.head.dep_ == "nsubj" and has_lemma(verb, EVENT_WORDS["joining"] | CUES["acceding"])
    return joins and is_some_of_them(item) and (item.amount.low or 0) >= FEWEST
