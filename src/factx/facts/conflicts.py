"""Matches: counted phrases that a rule accepts, settled among themselves: parts, repeats and counts that go on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from factx.facts.counted import ALONE, Counted
from factx.facts.frames import Frame
from factx.facts.rule_file import Rule
from factx.model import first_conjunct

WHOLES = frozenset({"people", "person", "victim"})


@dataclass(frozen=True, slots=True)
class Match:
    """A counted phrase that a rule accepts, and the frame it was accepted in."""

    counted: Counted
    frame: Frame
    rule: Rule
    goes_on: bool = False


def settled(counts: Sequence[Counted], found: Sequence[Match]) -> list[Match]:
    """The matches in text order with counts that go on added, and without parts and repeats of others."""
    every = sorted([*found, *_going_on(counts, found)], key=lambda match: match.counted.amount.start_char)
    kept: list[Match] = []
    for _, group in groupby(every, key=lambda match: match.counted.top.sent.start):
        together = list(group)
        kept.extend(item for item in together if not any(_repeats(item, other, together) for other in together))
    return kept


def _going_on(counts: Sequence[Counted], found: Sequence[Match]) -> list[Match]:
    """Bare counts that go on with an event told before: "arrested 20 on Monday and 12 more on Tuesday"."""
    by_sentence = {match.counted.top.sent.start: match for match in found if not match.counted.singular}
    matched = {match.counted.amount.start_char for match in found}
    gone_on: list[Match] = []
    for item in counts:
        after = item.top.i + 1
        if item.classes != ALONE or item.amount.kind != "count" or item.amount.start_char in matched:
            continue
        last = by_sentence.get(item.top.sent.start)
        more = after < len(item.top.doc) and item.top.doc[after].lower_ in {"more", "others"}
        if more and last is not None and last.counted.amount.start_char < item.amount.start_char:
            gone_on.append(Match(item, last.frame, last.rule, goes_on=True))
    return gone_on


def _repeats(item: Match, other: Match, together: Sequence[Match]) -> bool:
    """Whether a match tells again what another tells."""
    if item is other or item.rule.kind != other.rule.kind:
        return False
    return _names_again(item, other) or _is_of_them(item, other) or _is_part(item, other, together)


def _names_again(item: Match, other: Match) -> bool:
    """Whether a singular person stands in apposition to another count of the event ("the other one, a boy,")."""
    if not item.counted.singular:
        return False
    top, head = item.counted.top, other.counted.top
    return top.dep_ == "appos" and top.head.i == head.i


def _is_of_them(item: Match, other: Match) -> bool:
    """Whether the count is some of those just told, with no verb of its own ("30 were injured, two of them badly")."""
    noun = item.counted.noun
    return (
        noun is not None
        and noun.pos_ == "PRON"
        and item.frame == other.frame
        and item.counted.top.i > other.counted.top.i
    )


def _is_part(item: Match, whole: Match, together: Sequence[Match]) -> bool:
    """Whether the count is one of the parts that add up to another ("three people, two teachers and a pupil,")."""
    if whole.counted.amount.value is None or not _may_be_part(item, whole):
        return False
    parts = [other for other in together if _may_be_part(other, whole)]
    return sum(other.counted.amount.value or 0 for other in parts) == whole.counted.amount.value


def _may_be_part(item: Match, whole: Match) -> bool:
    """Whether a count stands in apposition to another, or after "people," with the same event."""
    token, head = item.counted.top, whole.counted.top
    first = first_conjunct(token)
    if item is whole or item.rule.kind != whole.rule.kind:
        return False
    if first.dep_ == "appos" and first_conjunct(first.head) == first_conjunct(head):
        return True
    after = head.i + 1
    listed = head.lemma_ in WHOLES and after < len(head.doc) and head.doc[after].text == ","
    return listed and item.frame == whole.frame and token.i > head.i
