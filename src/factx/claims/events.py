"""Occurrences of all articles to events, found while the articles stream by.

An occurrence joins an event that shares a claim with it, or one of the same place, days, sort of
incident and a toll that fits. Candidates share a block: a word of the place or the nation, and a
day; the latest filed are tried first. When two are one event is decided in ``is_same_event``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from factx.base import DiskMap, Event, Fact, content_id, form_of
from factx.claims.cluster import BLOCK_FORM, CANDIDATES, numbered
from factx.claims.comparable import ComparableFact, date_range, same_place, within_factor
from factx.claims.fact_cluster import SAMPLES, most_frequent
from factx.claims.occurrence import Occurrence, Told, Toll, days_fit, meeting, occurrences
from factx.claims.same_claim import GROWTH, REPORTING_DAYS, SMALL_TOLL, contradict, is_long

EVENTS_IN_MEMORY = 2_000
"""Events that are in memory: some 10 MB."""
BLOCKS_IN_MEMORY = 10_000
"""Blocks that are in memory: some 5 MB."""
SOURCES = 20
"""Statements that ``told_by`` holds: enough for the events that a whole folder is about."""

_COLUMNS = {"arrest": "arrested"}


@dataclass(slots=True)
class Count:
    """What is told of one kind: the newest number, the lowest and the highest, and totals to compare."""

    newest: ComparableFact
    low: float | None
    high: float | None
    totals: list[ComparableFact] = field(default_factory=list)

    def add(self, toll: Toll) -> bool:
        """Count in what one more article says; True if it contradicts what was said before."""
        item = toll.total.item
        conflict = any(_comparable(item, other) and contradict(item, other) for other in self.totals)
        self.low = min((end for end in (self.low, toll.low) if end is not None), default=None)
        self.high = max((end for end in (self.high, toll.high) if end is not None), default=None)
        if (item.published_day or 0) >= (self.newest.published_day or 0):
            self.newest = item
        self.totals = [*self.totals, item][-SAMPLES:]
        return conflict


@dataclass(slots=True)
class EventCluster:
    """One event: what its articles say of it, counted, with a few samples to compare others with."""

    event_id: str
    days: tuple[int, int] | None = None
    is_dated: bool = False
    published: tuple[int, int] | None = None
    families: frozenset[str] = frozenset()
    places: list[ComparableFact] = field(default_factory=list)
    claims: set[str] = field(default_factory=set)
    counts: dict[str, Count] = field(default_factory=dict)
    incidents: Counter[str] = field(default_factory=Counter)
    locations: Counter[str] = field(default_factory=Counter)
    coordinates: dict[str, tuple[float | None, float | None]] = field(default_factory=dict)
    nations: Counter[str] = field(default_factory=Counter)
    told_by: list[str] = field(default_factory=list)
    facts: int = 0
    articles: int = 0
    conflict: bool = False

    def add(self, new: Occurrence, published: tuple[int, int] | None) -> None:
        """Count the occurrence of one article in."""
        self.days = meeting(self.days, new.days)
        self.is_dated = self.is_dated or any(one.item.days for one in new.told)
        self.families = self.families & new.families or self.families or new.families
        self.places = [*self.places, *new.places][-SAMPLES:]
        self.incidents.update(new.incidents)
        for one in new.told:
            self._count(one)
        for kind, toll in new.tolls().items():
            self._count_toll(kind, toll)
        self.facts += len(new.told)
        self.articles += 1
        if published:
            first, last = self.published or published
            self.published = min(first, published[0]), max(last, published[0])

    def event(self) -> Event:
        """Return the record of the table of events."""
        location = most_frequent(self.locations)
        latitude, longitude = self.coordinates.get(location or "", (None, None))
        first, last = self.days if self.days and self.is_dated else (None, None)
        return Event(
            event_id=self.event_id,
            incident=most_frequent(self.incidents),
            location=location,
            country=most_frequent(self.nations),
            latitude=latitude,
            longitude=longitude,
            time_start=_iso(first),
            time_end=_iso(last),
            told_by="|".join(self.told_by) or None,
            first_reported=_iso(self.published and self.published[0]),
            last_reported=_iso(self.published and self.published[1]),
            facts=self.facts,
            articles=self.articles,
            conflict=self.conflict,
            **self._numbers(),
        )

    def _count(self, one: Told) -> None:
        fact = one.fact
        if fact.claim_id:
            self.claims.add(fact.claim_id)
        if one.has_named_place:
            location = " ".join((fact.location or "").split())
            self.locations[location] += 1
            if fact.latitude is not None:
                self.coordinates.setdefault(location, (fact.latitude, fact.longitude))
        if fact.country:
            self.nations[fact.country] += 1

    def _count_toll(self, kind: str, toll: Toll) -> None:
        count = self.counts.get(kind)
        if count is None:
            self.counts[kind] = Count(toll.total.item, toll.low, toll.high, [toll.total.item])
        else:
            self.conflict = count.add(toll) or self.conflict
        self.conflict = self.conflict or toll.is_disputed
        statement = f"{_COLUMNS.get(kind, kind)} {toll.total.fact.value_text}"
        if toll.total.fact.source:
            statement += f": {toll.total.fact.source}"
        if statement not in self.told_by and len(self.told_by) < SOURCES:
            self.told_by.append(statement)

    def _numbers(self) -> dict[str, float | None]:
        numbers: dict[str, float | None] = {}
        for kind, count in self.counts.items():
            name = _COLUMNS.get(kind, kind)
            numbers |= {name: count.newest.point_value, f"{name}_low": count.low, f"{name}_high": count.high}
        return numbers


EVENT_FORM = form_of(EventCluster)


class EventGrouper:
    """Assigns events to facts; holds one small cluster per event, however many articles tell of it.

    Clusters that were not met for long lie in files of ``folder``, nameless ones without it.

    >>> dead = Fact(fact_id="f", article_id="a", kind="killed", low=9, high=9, location="Herat", country="AFG")
    >>> grouper = EventGrouper()
    >>> [grouper.assign([replace(dead, claim_id="c")], day)[0].event_id is None for day in ("2021-03-01", "2021-03-02")]
    [False, False]
    >>> [(event.killed, event.articles) for event in grouper.events()]
    [(9, 2)]
    """

    def __init__(self, folder: Path | None = None) -> None:
        clusters, blocks = (folder / "events", folder / "event_blocks") if folder else (None, None)
        self._clusters = DiskMap(EVENT_FORM, EVENTS_IN_MEMORY, clusters)
        self._blocks = DiskMap(BLOCK_FORM, BLOCKS_IN_MEMORY, blocks)
        self._count = 0

    def assign(self, facts: Iterable[Fact], published: str | None) -> list[Fact]:
        """Return the facts of one article, which have claims, with their events; articles in output order."""
        known = list(facts)
        day = date_range(published)
        of_fact: dict[str | None, str] = {}
        taken: set[int] = set()
        for found in occurrences(known, published):
            index, cluster = self._joined(found, day, taken)
            taken.add(index)
            cluster.add(found, day)
            self._clusters.put(numbered(index), cluster)
            self._file(index, found, day)
            of_fact |= {one.fact.fact_id: cluster.event_id for one in found.told}
        return [replace(fact, event_id=of_fact.get(fact.fact_id)) for fact in known]

    def events(self) -> Iterator[Event]:
        """Yield every event so far, in the order of their first mentions."""
        return (cluster.event() for _, cluster in self._clusters.items())

    def close(self) -> None:
        """Forget all and remove the files."""
        self._clusters.close()
        self._blocks.close()

    def _joined(self, new: Occurrence, published: tuple[int, int] | None, taken: set[int]) -> tuple[int, EventCluster]:
        """The event that an occurrence joins, a new one if it joins none; two of one article are two events."""
        for index in self._candidates(new, published):
            cluster = None if index in taken else self._clusters.get(numbered(index))
            if cluster is not None and is_same_event(new, cluster, published):
                return index, cluster
        self._count += 1
        return self._count - 1, EventCluster(content_id("event", new.told[0].fact.fact_id))

    def _candidates(self, new: Occurrence, published: tuple[int, int] | None) -> Iterable[int]:
        found = [index for block in blocks(new, published) for index in reversed(self._blocks.get(block) or ())]
        return dict.fromkeys(found)

    def _file(self, index: int, new: Occurrence, published: tuple[int, int] | None) -> None:
        for block in blocks(new, published, reach=0):
            members = self._blocks.get(block) or []
            if index not in members[-SAMPLES:]:
                self._blocks.put(block, [*members, index][-CANDIDATES:])


def blocks(new: Occurrence, published: tuple[int, int] | None, reach: int = REPORTING_DAYS) -> list[str]:
    """Return the keys under which an occurrence is filed or sought: a place or nation, and a day."""
    dated = [one.item.days[1] for one in new.told if one.item.days and not is_long(one.item.days)]
    day = dated[0] if dated else published[0] if published else None
    if day is None:
        return []
    where = sorted({word for place in new.places for word in place.place} | ({new.nation} if new.nation else set()))
    return [f"{word}\0{day + shift}" for word in where for shift in range(-reach, reach + 1)]


def is_same_event(new: Occurrence, event: EventCluster, published: tuple[int, int] | None) -> bool:
    """True if an occurrence told of in another article is the event: claim, or place, time, sort and toll."""
    if not days_fit(new.days, event.days) or not _are_reported_together(new, event, published):
        return False
    if event.claims & {one.fact.claim_id for one in new.told}:
        return True
    if new.families and event.families and not new.families & event.families:
        return False
    if not _is_same_place(new, event):
        return False
    return _tolls_fit(new.tolls(), event)


def _are_reported_together(new: Occurrence, event: EventCluster, published: tuple[int, int] | None) -> bool:
    """True if both have stated days, or their reports follow soon enough on one another."""
    if event.is_dated and any(one.item.days for one in new.told):
        return True
    if published is None or event.published is None:
        return False
    first, last = event.published
    return first - REPORTING_DAYS <= published[0] <= last + REPORTING_DAYS


def _is_same_place(new: Occurrence, event: EventCluster) -> bool:
    return any(same_place(one, other) for one in new.places for other in event.places)


def _tolls_fit(tolls: dict[str, Toll], event: EventCluster) -> bool:
    """True if a number that both tell can have grown from one to the other; small ones must be equal."""
    shared = [(toll.total.item, event.counts[kind].newest) for kind, toll in tolls.items() if kind in event.counts]
    if not shared:
        return bool(event.families)
    if not all(within_factor(one, other, GROWTH) for one, other in shared):
        return False
    small = all(min(one.point_value or 0, other.point_value or 0) <= SMALL_TOLL for one, other in shared)
    return not small or all(one.point_value == other.point_value for one, other in shared)


def _comparable(one: ComparableFact, other: ComparableFact) -> bool:
    """True if two totals count the same sort: three soldiers do not contradict twelve people."""
    return one.noun == other.noun


def _iso(day: int | None) -> str | None:
    return None if day is None else date.fromordinal(day).isoformat()
