"""The facts of one article that tell of one occurrence: one place, one time, one sort of incident.

A fact joins the latest occurrence of its article that nothing stated contradicts; what it leaves
out may be filled by the others. The toll of an occurrence is never a sum: of each kind it is the
greatest number that the article asserts, from the lowest to the highest that its sources give.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import islice

from factx.base import Fact
from factx.claims.comparable import ComparableFact, comparable, same_interval, same_place, within_factor
from factx.claims.days import Days, date_range, days_fit, days_meet, meeting
from factx.claims.incidents import incidents_in, speaks_of_another
from factx.claims.names import ages_in, names_in
from factx.claims.people import Person
from factx.claims.same_claim import RIVALS, SMALL_COUNT, SMALL_TOLL, contradict, same_open_amount
from factx.claims.wording import is_place_again, is_place_of_care

ARREST = "arrest"
COUNTED = ("killed", "injured", "missing", "displaced", ARREST)
"""Kinds of facts that make the toll of an event, in the order of its columns."""
OCCURRENCES_TRIED = 100
"""Occurrences of the article that are tried, the latest first: a bound on time for a text of any length."""
PLACES_COMPARED = 100
"""Places of an occurrence that a new one is compared with, the latest first: likewise."""
SIZES_COMPARED = 20
"""Facts of an occurrence whose numbers a new one is compared with, the latest first: likewise."""
WAR = 1000
"""From this count on a toll may be that of a war, beside the day's."""
WAR_FACTOR = 50
"""How many times the day's toll that of the war is at least."""
LOOKING_BACK = 31
"""Days before publication in which an occurrence without a stated day may lie."""


@dataclass(frozen=True)
class Told:
    """A fact as it stands in the table, and in the form in which it can be compared.

    What each of many occurrences asks of it is read off its words once.
    """

    fact: Fact
    item: ComparableFact
    is_there: bool = False
    """True if it happened at the place that was named before it: "in the city"."""

    @property
    def number(self) -> float:
        """The number that stands for the fact; zero for one that has none."""
        return self.item.point_value or 0

    @property
    def is_whole(self) -> bool:
        """True if the number adds to no other, is part of none and holds still."""
        return not (self.item.is_increment or self.item.is_part or self.item.is_former)

    @property
    def is_placed(self) -> bool:
        """True if its place is known: named by itself, or before it."""
        return self.is_there or self.has_named_place

    @property
    def is_aside(self) -> bool:
        """True for what dates no occurrence: the arrest of a suspect or two later, and nobody hurt."""
        return self.item.point_value == 0 or (self.fact.kind == ARREST and self.number <= SMALL_TOLL)

    @cached_property
    def turns_to_another(self) -> bool:
        """True if its sentence turns to another incident than the one told of before it."""
        return speaks_of_another(self.fact.sentence)

    @cached_property
    def has_named_place(self) -> bool:
        """True if the fact states a place by name, and not that of a hospital: "at a market" may be anywhere."""
        if not self.item.place or not any(letter.isupper() for letter in self.fact.location or ""):
            return False
        return not is_place_of_care(self.fact)


@dataclass(slots=True)
class Toll:
    """What one article says of one kind: its fact, and from ``low`` to ``high`` what its sources say.

    ``others`` are the facts in which other sources count the same.
    """

    total: Told
    others: tuple[Told, ...]
    low: float | None
    high: float | None
    is_disputed: bool


@dataclass(slots=True)
class Occurrence:
    """Facts of one article about one occurrence; ``incidents`` has the sorts that its sentences name.

    ``places`` are the facts that state a place by name, ``sentences`` the ids of the sentences of all,
    ``people`` those whom they name, with ages; ``is_timed``: not only what is aside tells ``days``.
    """

    told: list[Told] = field(default_factory=list)
    places: list[ComparableFact] = field(default_factory=list)
    sentences: set[str | None] = field(default_factory=set)
    incidents: list[str] = field(default_factory=list)
    families: frozenset[str] = frozenset()
    days: Days | None = None
    people: dict[str, int | None] = field(default_factory=dict)
    is_timed: bool = False

    @property
    def names(self) -> frozenset[str]:
        """The names and ages in its sentences, and in the title of its article."""
        told = {text for one in self.told for text in (one.fact.sentence, one.fact.title)}
        return frozenset[str]().union(*(names_in(text) | ages_in(text) for text in told))

    @property
    def victim_ages(self) -> frozenset[str]:
        """The ages of single victims."""
        single = (one.fact.object for one in self.told if one.number == 1 and one.fact.kind != "arrest")
        return frozenset[str]().union(*(ages_in(victim) for victim in single))

    @property
    def stated_days(self) -> list[Days]:
        """The times that its facts state, but for what is told aside, unless there is nothing else."""
        return [one.item.days for one in self.told if one.item.days and not (self.is_timed and one.is_aside)]

    @property
    def nation(self) -> str | None:
        """The nation that its facts belong to, the first if they name several."""
        return next((one.fact.country for one in self.told if one.fact.country), None)

    def accepts(self, new: Told, families: frozenset[str], days: Days | None) -> bool:
        """True if nothing stated says that a fact of the same article tells of another occurrence."""
        if self.families and families and not self.families & families:
            return False
        if not days_fit(self.days, days) or any(is_of_another_size(new, one) for one in self.told[-SIZES_COMPARED:]):
            return False
        if new.is_placed and self.places:
            latest = islice(reversed(self.places), PLACES_COMPARED)
            return any(same_place(new.item, other) for other in latest) or self._counts_again(new)
        return new.fact.sentence_id in self.sentences or not new.turns_to_another

    def _counts_again(self, new: Told) -> bool:
        """True for several whom it counts already, at a place that no nation is known of: a street."""
        latest = islice(reversed(self.told), SIZES_COMPARED)
        return new.number > 1 and any(
            new.fact.kind == one.fact.kind
            and same_interval(new.item, one.item)
            and not (new.item.nation and one.item.nation and one.item.place)
            for one in latest
        )

    def add(self, new: Told, incidents: Iterable[str], families: frozenset[str], days: Days | None) -> None:
        """Count a fact in."""
        if not new.is_aside:
            self.days = meeting(self.days, days) if self.is_timed else days
            self.is_timed = True
        elif not self.is_timed:
            self.days = meeting(self.days, days)
        self.told.append(new)
        self.sentences.add(new.fact.sentence_id)
        if new.is_placed:
            self.places.append(new.item)
        self.incidents.extend(incidents)
        self.families = self.families & families or self.families or families

    def tolls(self) -> dict[str, Toll]:
        """Return what the article asserts, by kind; a kind of which it asserts nothing is left out."""
        found = {kind: self._toll(kind) for kind in COUNTED}
        return {kind: toll for kind, toll in found.items() if toll is not None}

    def _toll(self, kind: str) -> Toll | None:
        asserted = [one for one in self.told if one.fact.kind == kind and one.fact.modality in (None, "asserted")]
        whole = [one for one in asserted if one.is_whole] or asserted
        if not whole:
            return None
        total = max(whole, key=lambda one: (one.number, one.item.low == one.item.high))
        others = [one for one in whole if is_other_count(one, total)]
        former = [one for one in asserted if one.item.is_former and one.item.noun == total.item.noun]
        ends = [end for one in (total, *others, *former) for end in (one.item.low, one.item.high) if end is not None]
        disputed = any(contradict(one.item, total.item) for one in others)
        return Toll(total, tuple(others), min(ends, default=None), max(ends, default=None), disputed)


def occurrences(facts: Iterable[Fact], published: str | None, people: Iterable[Person] = ()) -> list[Occurrence]:
    """Return the occurrences that the facts of one article tell of, in the order of their first mentions.

    Denied facts are left out, and so are kinds that make no toll. Where no sentence names a sort of
    incident, the title may.

    >>> quake = Fact(kind="killed", low=9, high=9, location="Herat", sentence_id="a:1", sentence="A quake killed 9.")
    >>> hurt = Fact(kind="injured", low=20, high=20, sentence_id="a:2", sentence="Twenty were hurt.")
    >>> [len(one.told) for one in occurrences([quake, hurt], "2021-03-01")]
    [2]
    """
    found: list[Occurrence] = []
    place: ComparableFact | None = None
    known = date_range(published)
    for fact in facts:
        if fact.kind not in COUNTED or fact.modality == "denied":
            continue
        new = _told(fact, comparable(fact, published), place)
        place = new.item if new.is_placed else place
        incidents, families = incidents_in(fact.sentence)
        days = new.item.days or _recent(known)
        latest = islice(reversed(found), OCCURRENCES_TRIED)
        home = next((one for one in latest if one.accepts(new, families, days)), None)
        if home is None:
            home = Occurrence()
            found.append(home)
        home.add(new, incidents, families, days)
    for one in found:
        one.families = one.families or incidents_in(one.told[0].fact.title)[1]
    for person in people if found else ():
        told_of_in(found, person).people[person.name] = person.age
    return found


def _told(fact: Fact, item: ComparableFact, named: ComparableFact | None) -> Told:
    """A fact; one of "the city" is at the place ``named`` before it."""
    if named is None or not is_place_again(fact.location):
        return Told(fact, item)
    there = replace(item, place=named.place, nation=named.nation, unit=named.unit, is_nationwide=named.is_nationwide)
    return Told(fact, there, is_there=True)


def told_of_in(found: Iterable[Occurrence], person: Person) -> Occurrence:
    """The occurrence of the fact nearest to a person: in its sentence, else before it, else behind it."""

    def nearness(at: tuple[Occurrence, Fact]) -> tuple[bool, bool, int]:
        apart = (at[1].char_start or 0) - person.char_start
        return at[1].sentence_id != person.sentence_id, apart > 0, abs(apart)

    return min(((one, told.fact) for one in found for told in one.told), key=nearness)[0]


def places_left_out(facts: Iterable[Fact], published: str | None) -> dict[str, ComparableFact]:
    """Return for facts without a place, by their ids, one that states that of their occurrence.

    Only for its tolls: other numbers of an article may be those of a whole war, or of elsewhere.

    >>> quake = Fact(fact_id="f", kind="killed", low=9, high=9, location="Herat", sentence="A quake killed 9.")
    >>> hurt = Fact(fact_id="g", kind="injured", low=20, high=20, sentence="Twenty were hurt.")
    >>> {name: sorted(item.place) for name, item in places_left_out([quake, hurt], "2021-03-01").items()}
    {'g': ['herat']}
    """
    return {
        one.fact.fact_id or "": min(found.places, key=lambda place: place.is_nationwide)
        for found in occurrences(facts, published)
        if found.places
        for toll in found.tolls().values()
        for one in found.told
        if not one.item.place and _is_of_toll(one, toll)
    }


def _is_of_toll(one: Told, toll: Toll) -> bool:
    """True for the fact of a toll, one that tells its number again, and what other sources count."""
    total = toll.total.item
    return one in toll.others or (one.item.kind == total.kind and same_open_amount(one.item, total))


def is_other_count(one: Told, total: Told) -> bool:
    """True if a fact is another source's count of what the total counts, and no part of it.

    It is near, and of one time: 36 held on a boat are not another count of 201 held in a month.
    """
    if one is total or one.item.source is None or one.item.source == total.item.source:
        return False
    if one.number <= SMALL_COUNT or not within_factor(one.item, total.item, RIVALS):
        return False
    if one.item.days and total.item.days and not days_meet(one.item.days, total.item.days):
        return False
    return not one.item.noun or one.item.noun == total.item.noun


def is_of_another_size(one: Told, other: Told) -> bool:
    """True if one is the toll of a war where the other is that of a day: two, and tens of thousands."""
    if one.fact.kind != other.fact.kind or one.item.noun != other.item.noun:
        return False
    return max(one.number, other.number) >= WAR and not within_factor(one.item, other.item, WAR_FACTOR)


def _recent(published: Days | None) -> Days | None:
    """The days in which something lies that is told without a day."""
    return None if published is None else (published[0] - LOOKING_BACK, published[1])
