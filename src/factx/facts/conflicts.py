"""Conflicts among a sentence's matches: parts of a whole, duplicates, counts of one event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from spacy.tokens import Doc, Token

from factx.facts.counts.counted import Counted
from factx.facts.counts.parts import has_own_day, is_some_of_them, whole_of
from factx.facts.cues import CUES
from factx.facts.elided.ellipsis import continuing, figures_of_others
from factx.facts.matches import Match
from factx.facts.relations import conjuncts
from factx.model import children, first_conjunct


def resolve_conflicts(doc: Doc, counts: Sequence[Counted], found: Sequence[Match]) -> list[Match]:
    """Return the matches in text order: counts that continue an event added, parts and duplicates removed."""
    added = continuing(doc, counts, found)
    added += figures_of_others(counts, [*found, *added])
    nexts = {id(match.like): match.start for match in reversed(added)}
    again = {match.counted.amount.start_char for match in added}
    kept_found = [match for match in found if match.counted.amount.start_char not in again]
    every = [replace(item, until=nexts.get(id(item))) for item in [*kept_found, *added]]
    every.sort(key=lambda match: match.counted.amount.start_char)
    kept: list[Match] = []
    for _, group in groupby(every, key=lambda match: match.counted.sent.start):
        together = list(group)
        kept.extend(item for item in together if not any(_duplicates(item, other, together) for other in together))
    return kept


def _duplicates(item: Match, other: Match, together: Sequence[Match]) -> bool:
    """True if a match duplicates another one of its kind."""
    if item is other or item.rule.kind != other.rule.kind:
        return False
    if item.counted.singular and item.frame.name == "nmod:of" and item.frame.trigger == other.counted.noun:
        return True  # "the body of a child" beside "a body of a child"
    if _is_whole_of(item, other):
        return True
    return _is_apposed(item, other) or _is_of_them(item, other) or _is_part(item, other, together)


def _is_apposed(item: Match, other: Match) -> bool:
    """True if a single person is in apposition to another count of the event ("the other one, a boy,")."""
    if not item.counted.singular:
        return False
    top, head = item.counted.head, other.counted.head
    return top.dep_ == "appos" and top.head.i == head.i


def _is_of_them(item: Match, other: Match) -> bool:
    """True for some of those just counted, without a verb ("30 were hurt, two of them badly")."""
    return (
        is_some_of_them(item.counted)
        and not has_own_day(item.counted)
        and item.like is None
        and item.frame.trigger == other.frame.trigger
        and item.counted.head.i > other.counted.head.i
    )


def _is_whole_of(item: Match, part: Match) -> bool:
    """True for those of whom only a part did it: the 600 of "200 of 600 soldiers arrived"."""
    trigger, head, whole = item.frame.trigger, item.counted.head, whole_of(part.counted.numeral[-1])
    same = trigger == part.frame.trigger and trigger not in {head, *children(head, "acl")}
    return same and whole is not None and whole in {head, *item.counted.numeral}


def _is_part(item: Match, whole: Match, together: Sequence[Match]) -> bool:
    """True for one of the parts that add up to another count ("three people, two teachers and a pupil,")."""
    if whole.counted.amount.value is None or not _may_be_part(item, whole):
        return False
    parts = [other for other in together if _may_be_part(other, whole)]
    return sum(other.counted.amount.value or 0 for other in parts) == whole.counted.amount.value


def _may_be_part(item: Match, whole: Match) -> bool:
    """True if a count is in apposition to another, or follows "people," with the same event."""
    token, head = item.counted.head, whole.counted.head
    first = first_conjunct(token)
    if item is whole or item.rule.kind != whole.rule.kind or item.like is not None:
        return False  # what continues another with its own place is no part of it
    if first.dep_ == "appos" and first_conjunct(first.head) == first_conjunct(head):
        return True
    after = head.i + 1
    listed = after < len(head.doc) and head.doc[after].text == "," and token.i > head.i
    return listed and item.frame == whole.frame and (head.lemma_ in CUES["whole"] or _is_enclosed(token))


def _is_enclosed(part: Token) -> bool:
    """True for parts between commas: "five nurses, three men and two women, were"."""
    last = max([part, *conjuncts(part)], key=lambda item: item.i)
    return last.i + 1 < len(last.doc) and last.doc[last.i + 1].text == ","
