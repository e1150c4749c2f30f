"""Occurrences of all articles to events, found while the articles stream by.

An occurrence joins an event that shares a claim with it, or one of the same place, days, sort of
incident and a toll that fits. Candidates share a block: a word of the place or the nation, and a
day; the latest filed are tried first. When two are one event is decided in ``same_event``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from factx.base import DiskMap, Event, Fact, content_id, form_of
from factx.claims.cluster import BLOCK_FORM, CANDIDATES, numbered
from factx.claims.days import REPORTING_DAYS, WEEK, date_range, is_long, is_some_day_of
from factx.claims.event_cluster import EventCluster
from factx.claims.fact_cluster import SAMPLES
from factx.claims.occurrence import Occurrence, occurrences
from factx.claims.people import Person
from factx.claims.same_event import UPDATED, is_same_event
from factx.claims.wording import is_update

EVENTS_IN_MEMORY = 2_000
"""Events that are in memory: some 10 MB."""
NAMES_FILED = 12
"""Names under which an occurrence is filed, the longest first: each costs a look-up a day."""
BLOCKS_IN_MEMORY = 10_000
"""Blocks that are in memory: some 5 MB."""

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

    def assign(self, facts: Iterable[Fact], published: str | None, people: Iterable[Person] = ()) -> list[Fact]:
        """Return the facts of one article, which have claims, with their events; articles in output order.

        ``people`` are those whom the article names.
        """
        known = list(facts)
        day = date_range(published)
        of_fact: dict[str | None, str] = {}
        taken: set[int] = set()
        for found in occurrences(known, published, people):
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
        found = [
            index for block in blocks(new, published, to_seek=True) for index in reversed(self._blocks.get(block) or ())
        ]
        return dict.fromkeys(found)

    def _file(self, index: int, new: Occurrence, published: tuple[int, int] | None) -> None:
        for block in blocks(new, published):
            members = self._blocks.get(block) or []
            if index not in members[-SAMPLES:]:
                self._blocks.put(block, [*members, index][-CANDIDATES:])


def blocks(new: Occurrence, published: tuple[int, int] | None, to_seek: bool = False) -> list[str]:
    """Return the keys under which an occurrence is filed: a person; a place, name or nation, and a day.

    ``to_seek``: those under which it is sought, one for each day on which others may tell of it.
    """
    days = _days_of(new, published)
    reach = (UPDATED if _is_update(new) else REPORTING_DAYS) if to_seek else 0
    places = sorted({word for place in new.places for word in place.place})
    names = sorted(new.names.difference(places), key=lambda word: (-len(word), word))[:NAMES_FILED]
    nation = [new.nation] if new.nation else []
    dated = [
        f"{word}\0{day}"
        for word in (*places, *names, *nation)
        for day in range(days.start - reach, days.stop + reach)
        if days
    ]
    return [*(f"{name}\0" for name in new.people), *dated, *_periods(new, [*places, *nation], to_seek)]


def _periods(new: Occurrence, where: Iterable[str], to_seek: bool) -> list[str]:
    """The keys of a period: its beginning, for what is counted on; in seeking, each day of a month."""
    long = [days for days in new.stated_days if is_long(days)][:1]
    months = [days for days in new.stated_days if days[1] - days[0] > WEEK and not is_long(days)][:1]
    of_days = (f"{word}\0{day}" for first, last in months for word in where for day in range(first, last + 1))
    return [*(f"{word}\0since {first}" for first, _ in long for word in where), *(of_days if to_seek else ())]


def _is_update(new: Occurrence) -> bool:
    return any(is_update(one.fact) for one in new.told)


def _days_of(new: Occurrence, published: tuple[int, int] | None) -> range:
    """The day of an occurrence, each of a week of which it may be any, or that of the report."""
    dated = [days for days in new.stated_days if not is_long(days)]
    exact = [days for days in dated if not is_some_day_of(days)]
    if exact or not dated:
        last = exact[0][1] if exact else published[0] if published else None
        return range(0) if last is None else range(last, last + 1)
    return range(dated[0][0], dated[0][1] + 1)
