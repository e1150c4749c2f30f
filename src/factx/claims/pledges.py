"""When two pledges are one: donor, receiver, matter and sum, while it is asked for, passed, paid."""

from __future__ import annotations

from math import floor, log10

from factx.claims.comparable import ComparableFact, overlap, same_actor, same_interval, within_factor
from factx.claims.parties import ENTITY, filed_as
from factx.claims.wording import CLASSES

COARSE_DIGITS = 2
"""Leading digits to which sums are told in headlines: $49.8 million are 50, 51 are not."""
TELLING_DIGITS = 3
"""Leading digits from which on a sum alone names a pledge: $61.4 billion."""
ABOUT = 0.05
"""How far "about" reaches, as a share of the sum."""
RIVAL = 2.0
"""How many times one report's sum may be the other's when two reports of a pledge disagree."""
OPEN_SUM = 3.0
"""How far an open sum ("more than $20 million") may be from one that it holds, as a factor."""
TOLD_AGAIN_DAYS = 31
"""Days in which a pledge is told again; the same sum a year later is the next pledge."""
BILL_DAYS = 200
"""Days from the first to the last vote on a bill."""
CARRIED_OUT_DAYS = 400
"""Days from asking to passing to paying."""
SAME_DAY = 1
"""Days between the evening's and the morning's report of a pledge."""

_SOME_STATE = "*"

STAGES = {"requested": 0, "pledged": 1, "approved": 2, "delivered": 3, "withheld": 3}
"""The order in which a pledge passes through its standings."""


def compatible_pledges(a: ComparableFact, b: ComparableFact) -> bool:
    """True if no party and no matter contradicts one pledge; a part is never the whole."""
    if a.is_part != b.is_part or not (same_donor(a, b) and same_receiver(a, b)):
        return False
    return same_matter(a, b) or is_telling(a, b)


def same_donor(a: ComparableFact, b: ComparableFact) -> bool:
    """True if both can come from one: one state by any name ("Washington"), else one actor.

    Bodies of a state that is not named ("the Senate") are one donor if the sum itself is telling.
    """
    if a.from_state and a.from_state == b.from_state:
        return True
    is_known = not a.is_state_guessed and not b.is_state_guessed
    if a.is_of_state and b.is_of_state and not is_known and is_telling(a, b):
        return True
    return not (a.from_state and b.from_state) and same_actor(a.agent, b.agent)


def same_receiver(a: ComparableFact, b: ComparableFact) -> bool:
    """True if both can go to one: one country, or one actor."""
    if a.to_state and b.to_state:
        return a.to_state == b.to_state
    return same_actor(a.recipient, b.recipient) or _is_told_twice(a, b)


def _is_told_twice(a: ComparableFact, b: ComparableFact) -> bool:
    """True if headline and lead name a receiver by other words: "the Sahel force", "a force in the Sahel"."""
    if a.article != b.article or not same_interval(a, b) or not a.agent & b.agent:
        return False
    return any(not word.startswith(ENTITY) for word in a.recipient & b.recipient)


def same_matter(a: ComparableFact, b: ComparableFact) -> bool:
    """True if both can be for the same; general words ("aid") are for anything."""
    return not a.matter or not b.matter or bool(a.matter & b.matter)


def same_pledge(a: ComparableFact, b: ComparableFact) -> bool:
    """True if two compatible pledges of different articles are one.

    Both name the donor. If both name the receiver, the sums agree, or one says that it replaces the
    other, or two reports of a day disagree. Else the sum itself, or what it is for, says so.
    """
    if not _has_donor(a) or not _has_donor(b):
        return False
    if _has_receiver(a) and _has_receiver(b):
        return same_sum(a, b) or is_raise(a, b) or disagree(a, b)
    if is_telling(a, b):
        return True
    return near_sums(a, b) and (bool(a.matter & b.matter) or _is_told_at_once(a, b) or _is_to_one_state(a, b))


def _is_to_one_state(a: ComparableFact, b: ComparableFact) -> bool:
    """True if the receiver that one names is the only one of the other's article."""
    states = {one.to_state or one.article_to_state for one in (a, b)}
    return len(states) == 1 and None not in states


def same_sum(a: ComparableFact, b: ComparableFact) -> bool:
    """True if two sums agree within rounding, or an open one holds the other and is near it."""
    return near_sums(a, b) or (overlap(a, b) and within_factor(a, b, OPEN_SUM))


def near_sums(a: ComparableFact, b: ComparableFact) -> bool:
    """True if two sums are one within rounding: "$49.8 million", "$50m", "about $50 million"."""
    first, second = a.point_value, b.point_value
    if not first or not second:
        return first == second
    if a.is_about or b.is_about:
        return abs(first - second) <= ABOUT * max(first, second)
    kept = max(min(digits(first), digits(second)), COARSE_DIGITS)
    return rounded(first, kept) == rounded(second, kept)


def is_telling(a: ComparableFact, b: ComparableFact) -> bool:
    """True if two sums are one within rounding, and told so exactly that the sum names the pledge."""
    return near_sums(a, b) and max(digits(a.point_value), digits(b.point_value)) >= TELLING_DIGITS


def is_raise(a: ComparableFact, b: ComparableFact) -> bool:
    """True if the larger of two says that it takes the place of the other, or one that it holds no longer."""
    if a.is_former or b.is_former:
        return True
    smaller, larger = sorted((a, b), key=lambda one: one.point_value or 0)
    return larger.is_new_total and (smaller.published_day or 0) <= (larger.published_day or 0)


def disagree(a: ComparableFact, b: ComparableFact) -> bool:
    """True if two articles of a day give two sums for one matter of one standing."""
    if a.article == b.article or a.standing != b.standing or not a.matter & b.matter or a.is_part or a.is_increment:
        return False
    days = _days_between(a, b)
    return days is not None and days <= SAME_DAY and within_factor(a, b, RIVAL)


def told_in_time(a: ComparableFact, b: ComparableFact) -> bool:
    """True if a sum between the same parties is told again or raised, or has since been carried out."""
    days = _days_between(a, b)
    if days is None or not (_has_donor(a) and _has_donor(b) and (same_sum(a, b) or is_raise(a, b))):
        return False
    if days <= TOLD_AGAIN_DAYS or is_passed_on(a, b):
        return True
    older, newer = sorted((a, b), key=lambda one: one.published_day or 0)
    return days <= CARRIED_OUT_DAYS and STAGES.get(older.standing, 0) < STAGES.get(newer.standing, 0)


def share_party(a: ComparableFact, b: ComparableFact) -> bool:
    """True if both name one donor, or one receiver."""
    states = {a.from_state} & {b.from_state} | {a.to_state} & {b.to_state}
    return bool(a.agent & b.agent or a.recipient & b.recipient or states - {None})


def is_passed_on(a: ComparableFact, b: ComparableFact) -> bool:
    """True if two articles tell the steps of a bill, each with its day.

    A sum that is telling is one for some weeks. Any sum is, if a parliament or a part of it passes
    it, and somebody else of that state does so too.
    """
    periods = any(one.days and one.days[1] - one.days[0] > TOLD_AGAIN_DAYS for one in (a, b))
    days = _days_between(a, b)
    if a.article == b.article or periods or days is None:
        return False
    return (days <= TOLD_AGAIN_DAYS and is_telling(a, b)) or (days <= BILL_DAYS and _are_steps(a, b))


def _are_steps(a: ComparableFact, b: ComparableFact) -> bool:
    """True if one sum for one receiver passes through two hands of a state, one of them a parliament's."""
    if a.agent == b.agent or not (a.is_of_state and b.is_of_state and near_sums(a, b)):
        return False
    return bool((a.agent | b.agent) & CLASSES["parliament"] and a.to_state and a.to_state == b.to_state)


def sum_keys(item: ComparableFact, nearby: bool) -> list[str]:
    """The keys under which a pledge is filed, or with those ``nearby`` is sought, whatever the day.

    Donor, receiver and the sum's leading digits; none if a party or the sum is not told. One that
    takes the place of a smaller one is sought by the parties alone.
    """
    donors, receivers = filed_as(item.from_state, item.agent), filed_as(item.to_state, item.recipient)
    if not donors or not receivers or not item.point_value:
        return []
    shifts = (1 - ABOUT, 1 - ABOUT / 2, 1, 1 + ABOUT / 2, 1 + ABOUT) if nearby else (1,)
    sums = dict.fromkeys(rounded(item.point_value * shift, COARSE_DIGITS) for shift in shifts)
    parties = [f"{donor}>{receiver}" for donor in donors for receiver in receivers]
    some = [f"{_SOME_STATE}>{receiver}" for receiver in receivers] if item.is_of_state else []
    keys = [f"{both}>{amount:g}" for both in (*parties, *some) for amount in sums]
    return [*keys, *parties] if item.is_new_total or not nearby else keys


def digits(number: float | None) -> int:
    """How many leading digits a number has before only zeros follow.

    >>> digits(50e6), digits(61.4e9), digits(None)
    (1, 3, 0)
    """
    return len(f"{number:.12g}".split("e")[0].replace(".", "").strip("0")) if number else 0


def rounded(number: float, kept: int) -> float:
    """A number rounded to some leading digits; none and what is below it have a size as well.

    >>> rounded(49.8e6, 2), rounded(-49.8e6, 2), rounded(0.0, 2)
    (50000000.0, -50000000.0, 0.0)
    """
    if not number:
        return number
    unit = 10.0 ** (floor(log10(abs(number))) - kept + 1)
    return round(number / unit) * unit


def _is_told_at_once(a: ComparableFact, b: ComparableFact) -> bool:
    """True if a sum that is not round to its first digit is told by two articles of a day."""
    days = _days_between(a, b)
    return days is not None and days <= SAME_DAY and digits(a.point_value) >= COARSE_DIGITS


def _has_donor(item: ComparableFact) -> bool:
    return bool(item.agent or item.from_state)


def _has_receiver(item: ComparableFact) -> bool:
    return bool(item.recipient or item.to_state)


def _days_between(a: ComparableFact, b: ComparableFact) -> int | None:
    if a.published_day is None or b.published_day is None:
        return None
    return abs(a.published_day - b.published_day)
