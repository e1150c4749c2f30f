"""When two facts report one claim: the policy; how clusters are kept is ``factx.claims.cluster``.

1. ``compatible``: kind, currency, standing, days, agents, recipients, counted nouns and sorts of
   incident agree, where both facts state them; a pledge may be asked for, then given.
2. Within an article (``same_claim_within_article``) number or place must agree, or two sources
   count the same; what one fact leaves out may be filled by the other.
3. Across articles (``same_claim_across_articles``) the day must fit, and ``SAME_ACROSS_ARTICLES``
   says by kind what both facts must state: the same place, or the same parties. A toll may grow.
4. ``contradict``: of the facts of one claim, which two cannot both hold. Pledges: ``pledges``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from factx.claims.comparable import (
    ComparableFact,
    overlap,
    same_actor,
    same_interval,
    same_noun,
    same_place,
    within_factor,
)
from factx.claims.days import REPORTING_DAYS, days_meet, is_long
from factx.claims.pledges import (
    compatible_pledges,
    is_passed_on,
    is_raise,
    near_sums,
    same_pledge,
    same_sum,
    share_party,
    told_in_time,
)

_ANY_SORT = "attack"

Comparison = Callable[[ComparableFact, ComparableFact], bool]

GROWTH = 5.0
"""How many times its number a toll may reach by the next report: quakes and floods start with a handful of dead."""
INTERVAL_SPREAD = 3.0
"""How far an open interval ("more than 20") may be from a number that it holds, as a factor."""
RIVALS = 2.0
"""How many times one source's count may be another's for both to count the same."""
OPEN_SPREAD = 1.5
"""How far two open intervals may be from one another: "dozens" and "more than 30"."""
SMALL_TOLL = 3
"""Up to this count a toll names no event: one or two dead in one place and week are often other deaths."""
SMALL_COUNT = 2
"""Up to this count equal numbers in one article are chance, unless noun or place agree."""


def compatible(a: ComparableFact, b: ComparableFact) -> bool:
    """True if nothing but place and number can contradict one claim; ``a`` is the later mention."""
    if (a.kind, a.currency) != (b.kind, b.currency) or not one_after_other(a, b):
        return False
    if a.is_increment or (b.is_increment and not same_interval(a, b)):
        return False
    if not (same_noun(a, b) or _is_same_arrest(a, b)) or not (a.kind in TOLLS or within_factor(a, b, GROWTH)):
        return False
    return _compatible_pledges(a, b) if a.kind == "pledge" else _compatible_counts(a, b)


def one_after_other(a: ComparableFact, b: ComparableFact) -> bool:
    """True if both have one standing, or one sum between the same parties is asked for, then given.

    >>> from factx.base import Fact
    >>> from factx.claims.comparable import comparable
    >>> stated = {"kind": "pledge", "agent": "Norway", "recipient": "Chad", "low": 5.0, "high": 5.0}
    >>> asked, given = (comparable(Fact(**stated, status=status), None) for status in ("requested", "delivered"))
    >>> one_after_other(asked, given)
    True
    """
    if a.status == b.status:
        return True
    if a.kind != "pledge" or not near_sums(a, b):
        return False
    return bool(a.agent and b.agent and (a.recipient or a.to_state) and (b.recipient or b.to_state))


def _is_same_arrest(a: ComparableFact, b: ComparableFact) -> bool:
    """True if two articles count as many arrests of one day and place: "leaders", "members"."""
    if a.kind != "arrest" or a.article == b.article or a.days is None or a.days != b.days:
        return False
    return a.days[0] == a.days[1] and bool(a.place & b.place) and same_interval(a, b) and not is_small(a)


def is_small(item: ComparableFact) -> bool:
    """True for a number that is often told of several things."""
    return (item.point_value or 0) <= SMALL_COUNT


def can_have_grown(new: ComparableFact, others: Sequence[ComparableFact]) -> bool:
    """True if a toll can have grown from, or to, those that were reported nearest to its day.

    Six dead in the first hour are of the quake that has killed 88 by the end of the week.
    """
    days = [abs((new.published_day or 0) - (other.published_day or 0)) for other in others]
    near = [other for other, apart in zip(others, days, strict=True) if apart == min(days)]
    return any(within_factor(new, other, GROWTH) for other in near)


def same_claim_within_article(a: ComparableFact, b: ComparableFact) -> bool:
    """True if two compatible facts of one article can report one claim."""
    if a.place and b.place and not same_place(a, b):
        return False
    if a.kind == "pledge":
        return near_sums(a, b) or (share_party(a, b) and (same_sum(a, b) or is_raise(a, b)))
    if not same_interval(a, b):
        return same_open_amount(a, b) or a.is_former != b.is_former or are_rival_counts(a, b)
    return not is_small(a) or bool(a.noun and a.noun == b.noun) or bool(a.place & b.place)


def are_rival_counts(a: ComparableFact, b: ComparableFact) -> bool:
    """True if two named sources of one article count the same: neither is a part, and they are near."""
    if a.kind not in TOLLS or a.source is None or b.source is None or a.source == b.source:
        return False
    if a.is_part or b.is_part or is_small(a) or is_small(b):
        return False
    return within_factor(a, b, RIVALS)


def same_open_amount(a: ComparableFact, b: ComparableFact) -> bool:
    """True if the intervals overlap and the numbers are near: "more than 20" and 27, but not 400.

    Two open ones must be nearer; shares of two things overlap by chance.
    """
    if a.kind == "share":
        return same_interval(a, b)
    both_open = None in (a.low, a.high) and None in (b.low, b.high)
    return overlap(a, b) and within_factor(a, b, OPEN_SPREAD if both_open else INTERVAL_SPREAD)


def same_group_and_value(a: ComparableFact, b: ComparableFact) -> bool:
    """True if both state a group (or one place) and the same number of members."""
    return bool((a.agent and b.agent) or a.place & b.place) and a.value == b.value


def same_force_and_place(a: ComparableFact, b: ComparableFact) -> bool:
    """True if one side's troops are in one place, and the count can be the same."""
    return same_stated_place(a, b) and same_open_amount(a, b) and bool(a.agent & b.agent)


def same_place_and_growing_toll(a: ComparableFact, b: ComparableFact) -> bool:
    """True if two tolls of one place can be stages of one; small ones must be equal."""
    if min(a.point_value or 0, b.point_value or 0) > SMALL_TOLL:
        return same_stated_place(a, b)
    return same_place_and_value(a, b)


def same_place_and_value(a: ComparableFact, b: ComparableFact) -> bool:
    """True if the same number is reported from a place of the same name."""
    return bool(a.place & b.place) and a.point_value == b.point_value


TOLLS = frozenset({"killed", "injured", "missing", "displaced", "arrest"})
"""Kinds of facts whose number grows while an event is reported."""

_FALLING = "missing"
"""The toll that falls by itself from day to day: who was missing is found."""

SAME_ACROSS_ARTICLES: dict[str, Comparison] = {
    "pledge": same_pledge,
    "members": same_group_and_value,
    "troops": same_force_and_place,
    **dict.fromkeys(TOLLS, same_place_and_growing_toll),
}
"""What two facts of different articles must have in common, by kind; ``same_place_and_value`` for other kinds."""


def same_claim_across_articles(a: ComparableFact, b: ComparableFact) -> bool:
    """True if two compatible facts of different articles can report one claim.

    >>> from factx.base import Fact
    >>> from factx.claims.comparable import comparable
    >>> first, second = (
    ...     comparable(Fact(kind="killed", low=toll, high=toll, location="Herat"), day)
    ...     for toll, day in ((12, "2021-03-01"), (14, "2021-03-02"))
    ... )
    >>> same_claim_across_articles(first, second)
    True
    """
    in_time = reported_about_same_day(a, b) or (a.kind == "pledge" and told_in_time(a, b))
    return in_time and SAME_ACROSS_ARTICLES.get(a.kind, same_place_and_value)(a, b)


def reported_about_same_day(a: ComparableFact, b: ComparableFact) -> bool:
    """True if both can be about one day: their stated days meet, or a report follows soon enough.

    A day and a year are not one time: "12 killed on Monday" are not "12 killed this year".
    """
    if a.days and b.days:
        if is_long(a.days) != is_long(b.days):
            return False
        return days_meet(a.days, b.days)
    if a.days or b.days:
        days, published = (a.days, b.published_day) if a.days else (b.days, a.published_day)
        return days is not None and published is not None and days[0] <= published <= days[1] + REPORTING_DAYS
    if a.published_day is None or b.published_day is None:
        return False
    return abs(a.published_day - b.published_day) <= REPORTING_DAYS


def contradict(a: ComparableFact, b: ComparableFact) -> bool:
    """True if two facts of one claim cannot both be right.

    One denies it, the numbers of one day differ, or a toll shrinks that does not by itself. A number
    that a text calls former, or possible, contradicts none, nor does one that corrects an earlier
    report; sums are equal within rounding.
    """
    if a.is_denied != b.is_denied:
        return True
    if overlap(a, b) or a.is_former or b.is_former or a.is_possible != b.is_possible:
        return False
    if a.kind == "pledge":
        return not near_sums(a, b) and not is_raise(a, b)
    days = {a.published_day, b.published_day}
    if a.kind not in TOLLS or None in days or len(days) == 1:
        return True
    if a.kind == _FALLING:
        return False
    older, newer = sorted((a, b), key=lambda fact: fact.published_day or 0)
    return (newer.point_value or 0) < (older.point_value or 0) and not newer.is_corrected


def _compatible_pledges(a: ComparableFact, b: ComparableFact) -> bool:
    """True if parties and matter agree, and the time, unless one follows from the other.

    A bill is passed by one house, then by the other: two days of one pledge, if the sum names it.
    """
    in_turn = a.standing != b.standing or is_raise(a, b) or is_passed_on(a, b)
    return (in_turn or _can_be_one_time(a, b)) and compatible_pledges(a, b)


def _compatible_counts(a: ComparableFact, b: ComparableFact) -> bool:
    """True if time, part and whole, sort of incident and actors agree."""
    if not _can_be_one_time(a, b) or (a.is_part != b.is_part and not (a.noun and a.noun == b.noun)):
        return False
    if a.families and b.families and a.families.isdisjoint(b.families):
        return False
    return same_actor(a.agent, b.agent) and same_actor(a.recipient, b.recipient)


def _can_be_one_time(a: ComparableFact, b: ComparableFact) -> bool:
    return not a.days or not b.days or days_meet(a.days, b.days)


def same_stated_place(a: ComparableFact, b: ComparableFact) -> bool:
    """True if both state a place and it can be one.

    Where one place is but the nation of the other, the sort of incident or the number must agree too.
    """
    if not a.place or not b.place or not same_place(a, b):
        return False
    if a.place & b.place and not (a.is_nationwide and b.is_nationwide):
        return True
    if not a.incidents or not b.incidents or (a.incidents | b.incidents) & {_ANY_SORT}:
        return True
    return bool(a.incidents & b.incidents) or same_interval(a, b)
