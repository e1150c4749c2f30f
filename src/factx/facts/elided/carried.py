"""Bare numbers that count the force, the states or the refugees of the sentence before.

"Chad sent 900 soldiers. Niger has 410"; "107 states signed. Nine of them have ratified it"; "900
people fled. Peru has taken in 410". As many as were counted are the same, further back too: "Four
states broke ties. … The four said". The Group of Seven is named after how many states it has.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from spacy.tokens import Token

from factx.facts.counts.counted import ALONE, Counted, noun_classes
from factx.facts.counts.parts import is_some_of_them
from factx.facts.cues import CUES, EVENT_WORDS, PREPOSITIONS
from factx.facts.kinds import DISPLACED, MEMBERS, TROOPS
from factx.facts.matches import Match
from factx.facts.no_fact.taking_part import MOST_STATES, acts
from factx.facts.words import HAVE, has_lemma
from factx.model import PREDICATES, child, children, first_conjunct, is_passive, preposition, subject

FORCE, STATES = frozenset({"force"}), frozenset({"state"})
REFUGEES = frozenset({"refugee"})
PARTIES = STATES | frozenset({"organisation"})
PEOPLED = STATES | FORCE | frozenset({"person", "refugee"})
OTHERS = frozenset({"others"})
FURTHER = frozenset({"other", "remaining", "another", "further"})
PICKING_OUT = frozenset({"the", "all", "these", "those"})
BOTH = "both"
HOUSING = (CUES["lodging"] | CUES["hosting"]) - HAVE
FEWEST = 2
"""One soldier, or one state, is told of by a noun of its own."""


def carried(counts: Sequence[Counted], found: Sequence[Match]) -> Iterator[Counted]:
    """Yield the bare numbers of what states have, send or post, as counts of the force told of before."""
    matched = {match.counted.amount.start_char: match for match in found}
    last = _Told()
    for item in counts:
        if item.amount.kind != "count" or item.singular:
            continue
        if _is_of_group(item):
            yield replace(item, noun=None, classes=STATES)
        elif item.noun is not None and item.noun.pos_ != "PRON" and item.noun.lower_ not in OTHERS:
            last.note(item)
        elif item.amount.start_char not in matched:
            if _is_told(last.force, item, matched, TROOPS) and _is_of_force(item):
                yield replace(item, classes=FORCE)
            elif _are_parties(last, item, matched) or _are_same_parties(last, item, matched):
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


def _is_of_group(item: Counted) -> bool:
    """True for the states of the Group of Seven; a group of seven may be of anybody."""
    first = item.numeral.start
    if first < item.sent.start + 2 or item.classes & PEOPLED:
        return False
    group, of = item.head.doc[first - 2], item.head.doc[first - 1]
    if of.lower_ != "of" or group.lower_ != "group" or group.is_sent_start or _is_only_named(group):
        return False
    return group.text.istitle() or (group.text.isupper() and group.nbor(-1).lower_ == "the")


def _is_only_named(group: Token) -> bool:
    """True for "the G7, or the Group of Seven", "came out of the Group of Six", "in the Group of 77"."""
    case = preposition(group)
    aside = group.dep_ == "obl" and case not in PREPOSITIONS["taking_part"]
    return group.dep_ in {"conj", "appos", "xcomp"} or case in {"as", "in", "out"} or aside


@dataclass(slots=True)
class _Told:
    """What was counted last: a force, parties, and as many of whatever."""

    force: Counted | None = None
    parties: Counted | None = None
    as_many: dict[float | None, Counted] = field(default_factory=dict)

    def note(self, item: Counted) -> None:
        """Keep in mind what is counted by a noun."""
        self.parties = item if item.classes & PARTIES else self.parties
        self.force = self.force if item.classes == STATES else item
        self.as_many[item.amount.low] = item


def _are_parties(last: _Told, item: Counted, matched: Mapping[int, Match]) -> bool:
    """True for some, or for others, of those who were told of right before: "two of them", "ten others"."""
    return _is_told(last.parties, item, matched, MEMBERS) and _are_some_states(last.parties, item)


def _are_same_parties(last: _Told, item: Counted, matched: Mapping[int, Match]) -> bool:
    """True for as many as were counted before, who act: "the four", "all four", "both"."""
    same = last.as_many.get(item.amount.low)
    match = None if same is None else matched.get(same.amount.start_char)
    if match is None or match.rule.kind != MEMBERS or item.classes != ALONE or not _is_picked_out(item.head):
        return False
    return _act(item.head)


def _is_picked_out(number: Token) -> bool:
    """True for "the four", "all four", "these four", "both"."""
    return number.lower_ == BOTH or any(item.lower_ in PICKING_OUT for item in children(number, "det", "det:predet"))


def _act(number: Token) -> bool:
    """True for the subject of a deed, not of a state: "the four have agreed", not "the four are poor"."""
    first = first_conjunct(number)
    return first.dep_ == "nsubj" and first.head.pos_ in PREDICATES and acts(first.head)


def _is_told(last: Counted | None, item: Counted, matched: Mapping[int, Match], kind: str) -> bool:
    """True if a fact of a kind is told in the same sentence, or in the one right before it."""
    match = None if last is None else matched.get(last.amount.start_char)
    if last is None or match is None or match.rule.kind != kind or not last.classes & (FORCE | PARTIES):
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


def _are_some_states(parties: Counted | None, item: Counted) -> bool:
    """True for some of the states before that do something, and for others that do.

    "Nine of them have ratified it", "three others will share a plane", "once ten have ratified it".
    Of "presidents of 34 nations" two of them are presidents.
    """
    number, low = item.head, item.amount.low or 0
    if parties is None or not FEWEST <= low <= MOST_STATES or not _act(number):
        return False
    if is_some_of_them(item):
        return parties.head.dep_ != "nmod" or "person" not in noun_classes(parties.head.head)
    others = number.lower_ in OTHERS or any(part.lower_ in FURTHER for part in children(number, "amod", "det"))
    joins = has_lemma(number.head, EVENT_WORDS["joining"] | CUES["acceding"])
    return others or (joins and item.classes == ALONE)
