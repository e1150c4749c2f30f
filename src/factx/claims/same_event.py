"""When an occurrence told of in another article is an event that is known: the policy."""

from __future__ import annotations

from collections.abc import Iterable

from factx.claims.comparable import ComparableFact
from factx.claims.days import REPORTING_DAYS, WEEK, Days, days_fit, is_long
from factx.claims.event_cluster import Count, EventCluster
from factx.claims.occurrence import ARREST, Occurrence, Toll
from factx.claims.people import share_a_private_person
from factx.claims.same_claim import SMALL_TOLL, can_have_grown, same_stated_place
from factx.claims.wording import CLASSES, is_update
from factx.who import nations

NAMES_IN_COMMON = 2
"""Names in common that stand for a place: the town and a street, a victim's name and age."""
KINDS_IN_COMMON = 2
"""Kinds of which two reports tell the same numbers that stand for a place: so many dead, so many hurt."""
_DECISIVE = "killed"
"""The toll that decides where both tell it: the hurt and the homeless are counted late, and then all at once."""
UPDATED = 10
"""Days between two reports of one event of which the second says that the toll has risen."""
WEEKS = 31
"""Days between two reports of one event that name one private person: a suspect is found weeks later."""
VICTIMS_IN_COMMON = 5
"""The sum of such numbers: two dead and two hurt are told of many incidents of a week."""


def is_same_event(new: Occurrence, event: EventCluster, published: tuple[int, int] | None) -> bool:
    """True if an occurrence told of in another article is the event: claim, or place, time, sort and toll."""
    if _is_of_same_person(new, event, published):
        return _is_near(new.days, event.days) or _is_arrest_later(new, event)
    if not days_fit(new.days, event.days):
        return False
    if not _are_reported_together(new, event, published) and not _tells_on(new, event, published):
        return False
    if event.claims & {one.fact.claim_id for one in new.told}:
        return True
    if not _is_one_family(new, event):
        return False
    tolls = new.tolls()
    return _tolls_fit(new, tolls, event) and _meet(new, tolls, event, published)


def _meet(new: Occurrence, tolls: dict[str, Toll], event: EventCluster, published: tuple[int, int] | None) -> bool:
    """True if place, numbers, disaster or names are the same."""
    if _is_same_place(new, event) or _has_same_tolls(new, tolls, event, published) or _is_same_disaster(new, event):
        return True
    return _has_same_names(new, event, published) and bool(tolls.keys() & event.counts)


def _is_one_family(new: Occurrence, event: EventCluster) -> bool:
    """True if sorts of incident do not differ; totals of a long time are only of one that both name."""
    if new.families & event.families:
        return True
    is_total = new.days is not None and is_long(new.days)
    return not is_total and not (new.families and event.families)


def _is_of_same_person(new: Occurrence, event: EventCluster, published: tuple[int, int] | None) -> bool:
    """True if reports of some weeks name one private person, and sorts of incident do not differ."""
    shared = share_a_private_person(new.people, event.people) or _share_a_victim(new, event)
    if not shared or not _follow(published, event, WEEKS):
        return False
    return _is_one_family(new, event) or bool(_numbers_in_common(new.tolls(), event))


def _share_a_victim(new: Occurrence, event: EventCluster) -> bool:
    """True if both name one person, and tell of a victim of one age."""
    return bool(new.people.keys() & event.people.keys() and new.victim_ages & event.victim_ages)


def _is_near(one: Days | None, other: Days | None) -> bool:
    """True if two times are a week apart at most: a death in hospital dates what led to it late."""
    return one is None or other is None or (one[0] <= other[1] + WEEK and other[0] <= one[1] + WEEK)


def _numbers_in_common(tolls: dict[str, Toll], event: EventCluster) -> list[float]:
    """The numbers of victims of the kinds that both tell of; none if one of them differs."""
    shared = [kind for kind in tolls if kind in event.counts and kind != ARREST]
    numbers = [tolls[kind].total.number for kind in shared]
    return numbers if numbers == [event.counts[kind].newest.point_value for kind in shared] else []


def _is_arrest_later(new: Occurrence, event: EventCluster) -> bool:
    """True if all that one tells is that a suspect was held, some weeks after the other's days at most."""
    if new.is_timed == event.is_timed or new.days is None or event.days is None:
        return False
    first, then = (event.days, new.days) if event.is_timed else (new.days, event.days)
    return first[0] <= then[0] <= first[1] + WEEKS


def _tells_on(new: Occurrence, event: EventCluster, published: tuple[int, int] | None) -> bool:
    """True if a report of some days later says that the toll of the event has moved, to no less."""
    moved = [(kind, toll) for kind, toll in new.tolls().items() if is_update(toll.total.fact)]
    return _follow(published, event, UPDATED) and any(
        kind in event.counts and toll.total.number >= (event.counts[kind].newest.point_value or 0)
        for kind, toll in moved
    )


def _are_reported_together(new: Occurrence, event: EventCluster, published: tuple[int, int] | None) -> bool:
    """True if both have stated days, their reports follow on one another, or one states the other's days."""
    if event.is_dated and new.stated_days:
        return True
    return _follow(published, event) or _is_told_at_once(new, event, published)


def _is_told_at_once(new: Occurrence, event: EventCluster, published: tuple[int, int] | None) -> bool:
    """True if numbers agree, and the day that one alone states is of the other's report, or just before."""
    days = new.days if new.stated_days else event.days if event.is_dated else None
    reports = event.published if new.stated_days else published
    if days is None or reports is None or not _is_short(days):
        return False
    return days[0] <= reports[0] <= days[1] + REPORTING_DAYS and bool(_numbers_in_common(new.tolls(), event))


def _follow(published: tuple[int, int] | None, event: EventCluster, within: int = REPORTING_DAYS) -> bool:
    """True if a report of this day is one of a series with those of the event."""
    if published is None or event.published is None:
        return False
    first, last = event.published
    return first - within <= published[0] <= last + within


def _is_same_place(new: Occurrence, event: EventCluster) -> bool:
    return any(same_stated_place(one, other) for one in new.places for other in event.places)


def _has_same_names(new: Occurrence, event: EventCluster, published: tuple[int, int] | None) -> bool:
    """True if reports of a few days have names in common, or one names the other's place.

    So articles meet that state no place beside the toll. Two stated places that differ are two.
    """
    if (new.places and event.places) or not (new.families & event.families or _is_one_day(new, event)):
        return False
    if not _follow(published, event) and not _is_one_day(new, event):
        return False
    places = frozenset[str]().union(*(one.place for one in (*new.places, *event.places)))
    return len(new.names & event.names) >= NAMES_IN_COMMON or bool(places & (event.names if new.places else new.names))


def _has_same_tolls(
    new: Occurrence, tolls: dict[str, Toll], event: EventCluster, published: tuple[int, int] | None
) -> bool:
    """True if reports of a few days, or of one day, tell the same tolls of one sort in one nation.

    So articles meet of which one names the town, the other a street or nothing; two known places are
    left apart. A name in common stands for the second toll, if both state the day.
    """
    if not _may_be_one(new, event) or not (_follow(published, event) or _is_one_day(new, event)):
        return False
    victims = _numbers_in_common(tolls, event)
    if sum(victims) >= VICTIMS_IN_COMMON and (len(victims) >= KINDS_IN_COMMON or _is_one_sort(new, event)):
        return True
    return bool(victims) and _state_days(new, event) and _share_name(new, event)


def _is_same_disaster(new: Occurrence, event: EventCluster) -> bool:
    """True for earthquakes, storms and the like of one nation that both say were on one and the same day."""
    is_wide = CLASSES["wide"] & set(new.incidents) & set(event.incidents)
    return bool(is_wide) and _is_one_day(new, event) and _may_be_one(new, event)


def _is_one_day(new: Occurrence, event: EventCluster) -> bool:
    """True if both state one and the same day."""
    is_one = new.days == event.days and new.days is not None and new.days[0] == new.days[1]
    return is_one and _state_days(new, event)


def _is_one_sort(new: Occurrence, event: EventCluster) -> bool:
    """True if both name one sort of incident, and one and the same day on which it was."""
    return bool(set(new.incidents) & set(event.incidents)) and _is_one_day(new, event)


def _may_be_one(new: Occurrence, event: EventCluster) -> bool:
    """True if sort of incident and nation are one, and no two known places differ."""
    if not new.families & event.families or new.nation not in event.nations:
        return False
    return not (_is_known(new.places) and _is_known(event.places))


def _state_days(new: Occurrence, event: EventCluster) -> bool:
    """True if both state the day on which they happened."""
    return event.is_dated and bool(new.stated_days) and _is_short(new.days) and _is_short(event.days)


def _share_name(new: Occurrence, event: EventCluster) -> bool:
    """True if both have a name, other than that of a nation, which a whole week's news have in common."""
    return any(not nations.find_nations(name.capitalize()) for name in new.names & event.names)


def _is_known(places: Iterable[ComparableFact]) -> bool:
    """True if the nation of one of the places is known by its name."""
    return any(place.nation for place in places)


def _tolls_fit(new: Occurrence, tolls: dict[str, Toll], event: EventCluster) -> bool:
    """True if a number that both tell can have grown from one to the other; small ones must be equal.

    Without such a number both must tell the day. Single victims whose ages are told must share one.
    """
    shared = [(toll.total.item, event.counts[kind]) for kind, toll in tolls.items() if kind in event.counts]
    if not shared:
        return bool(event.families) and _is_short(new.days) and _is_short(event.days)
    if not _have_grown(shared) or (
        new.victim_ages and event.victim_ages and new.victim_ages.isdisjoint(event.victim_ages)
    ):
        return False
    numbers = [(one.point_value or 0, count.newest.point_value or 0) for one, count in shared]
    if all(one == other for one, other in numbers):
        return True
    return any(min(both) > SMALL_TOLL for both in numbers) and not _is_vague(new, event)


def _is_vague(new: Occurrence, event: EventCluster) -> bool:
    """True if one of both is told of a month, where others may have been: "in February"."""
    stated = [new.days if new.stated_days else None, event.days if event.is_dated else None]
    return any(days is not None and days[1] - days[0] > WEEK and not is_long(days) for days in stated)


def _have_grown(shared: list[tuple[ComparableFact, Count]]) -> bool:
    """True if tolls can have grown to or from those of an event; the dead decide, if both tell of them."""
    decisive = [(one, count) for one, count in shared if one.kind == _DECISIVE] or shared
    return all(can_have_grown(one, count.totals) for one, count in decisive)


def _is_short(days: Days | None) -> bool:
    return days is not None and days[1] - days[0] <= REPORTING_DAYS
