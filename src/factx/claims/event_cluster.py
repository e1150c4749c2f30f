"""One event while it grows: what its articles say of it, and samples to compare others with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from factx.base import Event
from factx.claims.comparable import ComparableFact
from factx.claims.days import meeting
from factx.claims.fact_cluster import SAMPLES, is_newer, kept_samples, month_of, most_frequent
from factx.claims.occurrence import Occurrence, Told, Toll
from factx.claims.same_claim import contradict

NAMES = 60
"""Names of an event that others are compared with: those that came first."""
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
        if is_newer(item, self.newest):
            self.newest = item
        self.totals = kept_samples([*self.totals, item])
        return conflict


@dataclass(slots=True)
class EventCluster:
    """One event: what its articles say of it, counted, with a few samples to compare others with."""

    event_id: str
    days: tuple[int, int] | None = None
    is_dated: bool = False
    is_timed: bool = False
    published: tuple[int, int] | None = None
    families: frozenset[str] = frozenset()
    places: list[ComparableFact] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    victim_ages: set[str] = field(default_factory=set)
    people: dict[str, int | None] = field(default_factory=dict)
    claims: set[str] = field(default_factory=set)
    counts: dict[str, Count] = field(default_factory=dict)
    incidents: Counter[str] = field(default_factory=Counter)
    locations: Counter[str] = field(default_factory=Counter)
    nationwide: Counter[str] = field(default_factory=Counter)
    coordinates: dict[str, tuple[float | None, float | None]] = field(default_factory=dict)
    nations: Counter[str] = field(default_factory=Counter)
    told_by: list[str] = field(default_factory=list)
    facts: int = 0
    articles: int = 0
    conflict: bool = False

    def add(self, new: Occurrence, published: tuple[int, int] | None) -> None:
        """Count the occurrence of one article in."""
        self._time(new)
        self.families = self.families & new.families or self.families or new.families
        self.places = [*self.places, *new.places][-SAMPLES:]
        self.names.update(sorted(new.names)[: NAMES - len(self.names)] if len(self.names) < NAMES else ())
        self.victim_ages |= new.victim_ages
        self._meet(new.people)
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

    def _time(self, new: Occurrence) -> None:
        """Note when it was; that of what is told aside holds only until another is."""
        if new.is_timed and not self.is_timed:
            self.days, self.is_dated, self.is_timed = new.days, bool(new.stated_days), True
        elif new.is_timed or not self.is_timed:
            self.days = meeting(self.days, new.days)
            self.is_dated = self.is_dated or bool(new.stated_days)

    def _meet(self, people: Mapping[str, int | None]) -> None:
        """Note whom an article names; an age that one tells is that of the person."""
        for name, age in people.items():
            if name in self.people or len(self.people) < NAMES:
                self.people[name] = self.people.get(name) or age

    def event(self) -> Event:
        """Return the record of the table of events."""
        location = most_frequent(self.locations) or most_frequent(self.nationwide)
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
            month=month_of(self.days if self.is_dated else None, _iso(self.published and self.published[0])),
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
            (self.nationwide if one.item.is_nationwide else self.locations)[location] += 1
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
        for one in (toll.total, *toll.others):
            self._note_statement(f"{_COLUMNS.get(kind, kind)} {one.fact.value_text}", one.fact.source)

    def _note_statement(self, count: str, source: str | None) -> None:
        statement = f"{count}: {source}" if source else count
        if statement not in self.told_by and len(self.told_by) < SOURCES:
            self.told_by.append(statement)

    def _numbers(self) -> dict[str, float | None]:
        numbers: dict[str, float | None] = {}
        for kind, count in self.counts.items():
            name = _COLUMNS.get(kind, kind)
            numbers |= {name: count.newest.point_value, f"{name}_low": count.low, f"{name}_high": count.high}
        return numbers


def _comparable(one: ComparableFact, other: ComparableFact) -> bool:
    """True if two totals count the same sort: three soldiers do not contradict twelve people."""
    return one.noun == other.noun


def _iso(day: int | None) -> str | None:
    return None if day is None else date.fromordinal(day).isoformat()
