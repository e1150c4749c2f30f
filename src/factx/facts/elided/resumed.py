"""Numbers without a noun that take up what was counted before: "joined, but only 12 have paid"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from factx.facts.counts.counted import Counted, start_of
from factx.facts.cues import FUNCTION_WORDS
from factx.facts.elided.ellipsis import is_more
from factx.facts.kinds import DISPLACED, TROOPS
from factx.facts.matches import Match
from factx.facts.slots.movement import MOVED, THERE, is_left_behind
from factx.model import PREDICATES, SUBJECTS, child, preposition

HOME = "home"


def resumed(counts: Sequence[Counted], found: Sequence[Match]) -> Iterator[Counted]:
    """Yield bare numbers, subjects of a verb, with the noun counted before in the sentence.

    "Thirty countries joined, but only 12 have paid" counts countries; "two of those" are of the same
    murders. Persons need no noun, so that only nouns that are themselves the event, or whose class
    is, are resumed.
    """
    matched = {match.counted.amount.start_char for match in found}
    by_sentence: defaultdict[int, list[Match]] = defaultdict(list)
    for match in found:
        by_sentence[match.counted.sent.start].append(match)
    for item in counts:
        if item.amount.start_char in matched or not (_is_bare(item) or _is_housed(item)):
            continue
        beside = by_sentence[item.sent.start]
        before = [match for match in beside if _may_be_resumed(match, item) or _is_rehoused(match, item)]
        if before and not _is_between(counts, before[-1], item):
            noun = before[-1].counted.noun
            yield replace(item, noun=noun, classes=before[-1].counted.classes)


def _is_between(counts: Sequence[Counted], match: Match, item: Counted) -> bool:
    """True if something else is counted between the two."""
    start, end = match.counted.amount.start_char, item.amount.start_char
    return any(start < other.amount.start_char < end and other.noun is not None for other in counts)


def _is_bare(item: Counted) -> bool:
    if item.amount.kind != "count" or item.singular or item.amount.high == 0:
        return False
    alone = item.noun is None or item.noun.lower_ in FUNCTION_WORDS["resuming"]
    further = item.head.dep_ == "obj" and (is_more(item) or start_of(item) < item.numeral.start)
    return alone and (item.head.dep_ in SUBJECTS or further) and _is_said(item.head.head)


def _is_said(word: Token) -> bool:
    return word.pos_ in PREDICATES or word.lower_ == THERE


def _may_be_resumed(match: Match, item: Counted) -> bool:
    """True if the number may be a part of what a match of its sentence counts before it."""
    counted = match.counted
    if counted.amount.start_char >= item.amount.start_char:
        return False
    of_noun = match.frame.name in {"class", "self"} or _are_left(match, item)
    if counted.noun is None or not of_noun or match.rule.amount != "count":
        return False
    further = item.head.dep_ == "obj"
    return further or (item.amount.low is not None and (counted.amount.low or 0) >= item.amount.low)


def _are_left(match: Match, item: Counted) -> bool:
    """True for those who stay of a force that was sent: "sent 900 soldiers; some 200 remain"."""
    moved = match.rule.kind == TROOPS and match.frame.name in MOVED
    return moved and is_left_behind(item.head) and child(item.head.head, "obj", "xcomp") is None


def _is_housed(item: Counted) -> bool:
    """True for the number that a place is home to: "is now home to 300"."""
    bare = item.noun is None and item.amount.kind == "count" and item.amount.high != 0
    return bare and preposition(item.head) == "to" and item.head.head.lower_ == HOME


def _is_rehoused(match: Match, item: Counted) -> bool:
    """True if the number may be of those that the place sheltered before: "which housed 40 in May"."""
    earlier = match.counted.amount.start_char < item.amount.start_char
    return earlier and _is_housed(item) and match.rule.kind == DISPLACED
