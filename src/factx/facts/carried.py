"""Bare numbers that count the force, or the states, of the sentence before.

"Chad sent 900 soldiers. Niger has 410"; "107 states signed. Nine of them have ratified it".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from factx.facts.counted import ALONE, Counted
from factx.facts.cues import CUES, EVENT_WORDS
from factx.facts.matches import Match
from factx.facts.parts import is_some_of_them
from factx.facts.words import has_lemma
from factx.model import PREDICATES, child, children, is_passive, subject

FORCE, STATES = frozenset({"force"}), frozenset({"state"})
TROOPS, MEMBERS = "troops", "members"
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


def _is_told(last: Counted | None, item: Counted, matched: Mapping[int, Match], kind: str) -> bool:
    """True if a fact of a kind is told in the same sentence, or in the one right before it."""
    match = None if last is None else matched.get(last.amount.start_char)
    if last is None or match is None or match.rule.kind != kind or not last.classes & (FORCE | STATES):
        return False
    return last.sent.start == item.sent.start or last.sent.end == item.sent.start


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
