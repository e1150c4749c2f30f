"""Named days: Christmas, Good Friday, Thanksgiving, Eid al-Fitr … in a given year and country.

The lexicon ``holidays`` has the names of each feast, ``listed_feasts`` names of days that only some
country keeps: those fall as the library lists them there, else a national or
international day is that of the plain name. The day of a feast, in this order:

1. what ``feasts_by_country`` writes for the country;
2. what the library lists for the country under one of the ``feast_titles``;
3. what ``feasts`` writes for all others.

A day is written in one of six ways:

1. ``12-25``: the same day every year;
2. ``4.thursday.11+1``, ``last.sunday.05``: a weekday of a month, and perhaps days after it;
3. ``easter-2``: days from Easter, which ``orthodox_countries`` keep by the Julian calendar;
   ``orthodox-easter+0`` from that Easter everywhere;
4. ``library:AE:Eid al-Fitr``: as the library lists it for one country;
5. ``christmas-1``: days from another feast of the country;
6. ``land``: as the library lists it for the country, and nowhere else; ``none``: no day.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from factx.base import lexicon
from factx.dates import days
from factx.dates.listed_holidays import days_named

Days = tuple[date, ...]
_FEASTS = lexicon.table("dates/holidays", "name", "feast")
_LISTED = {name.replace("'", mark): name for name in lexicon.words("dates/listed_feasts", "name") for mark in "'’"}
"""Names of days that only some country keeps, with either apostrophe, as the library writes them."""
_DAYS = lexicon.table("dates/feasts", "feast", "day")
_OWN_DAYS = {(row["feast"], row["country"]): row["day"] for row in lexicon.read("dates/feasts_by_country")}
_ORTHODOX = lexicon.words("dates/orthodox_countries", "country")
_FIRST_YEAR, _LAST_YEAR = 1900, 2099
"""Years for which the days of both Easters are right and the library knows moving feasts."""
_WEEKDAYS = {row["word"]: int(row["value"]) for row in lexicon.read("base/time_words") if row["class"] == "weekday"}
_WITHOUT_OWN_RULE = ("land", "library:")
"""Begin the days of feasts that only the library tells: for these a moved day is better than none."""
_AFTER_THEIR_EVE = lexicon.words("dates/feasts_after_their_eve", "feast")
"""Feasts that the library calls the day before by as well, where that is a day off."""


def _titles() -> dict[str, list[list[str]]]:
    """The titles of each feast in the library, those that are tried first in the first list."""
    found: dict[str, list[list[str]]] = {}
    for row in lexicon.read("dates/feast_titles"):
        found.setdefault(row["feast"], []).append(row["titles"].lower().split("|"))
    return found


_TITLES = _titles()


def names_of_holidays() -> list[str]:
    """All names of holidays, in lower case."""
    return [*_FEASTS, *_LISTED]


def holiday(name: str, year: int, country: str | None = None) -> date | None:
    """The first day of a holiday in a year, or None if it has none.

    Some depend on the ``country`` (ISO alpha-3).

    >>> holiday("thanksgiving", 2021), holiday("thanksgiving", 2021, "CAN")
    (datetime.date(2021, 11, 25), datetime.date(2021, 10, 11))
    >>> holiday("independence day", 2021), holiday("independence day", 2021, "USA")
    (None, datetime.date(2021, 7, 4))
    """
    return min(holiday_days(name, (year,), [(country,) if country else ()]), default=None)


def holiday_days(name: str, years: Sequence[int], countries: Iterable[Sequence[str]]) -> Days:
    """The days of a holiday in consecutive years, each the first of its run.

    ``countries`` are asked group by group; a group decides if all of it that have days of their own
    have the same. If none does, the day that holds for others is taken.

    >>> [day.isoformat() for day in holiday_days("eid al-adha", (2006,), [("PAK",)])]
    ['2006-01-10', '2006-12-31']
    """
    groups = [tuple(group) for group in countries]
    if name in _LISTED:
        listed = _of_nearest(groups, lambda country: _listed_days([_LISTED[name]], years, country, moved=True))
        plain = name.partition("national ")[2]
        return listed or (holiday_days(plain, years, groups) if plain in _FEASTS else ())
    feast = _FEASTS[name]
    own = _of_nearest(groups, lambda country: _own_days(feast, years, country))
    if own is not None:
        return own
    first = next((country for group in groups for country in group), None)
    return tuple(day for year in years for day in _written(_DAYS[feast], year, first))


def _of_nearest(groups: Iterable[Sequence[str]], days_of: Callable[[str], Days | None]) -> Days | None:
    """The days of the first group whose countries that have some have the same; or None."""
    for group in groups:
        found = {own for country in group if (own := days_of(country)) is not None}
        if len(found) == 1:
            return found.pop()
    return None


def _own_days(feast: str, years: Sequence[int], country: str) -> Days | None:
    """The days of a feast that a country has for itself, or None; empty if it has no such day."""
    written = _OWN_DAYS.get((feast, country))
    if written is not None:
        return tuple(day for year in years for day in _written(written, year, country))
    if feast not in _TITLES:
        return None
    moved = _DAYS[feast].startswith(_WITHOUT_OWN_RULE)
    after_eve = feast in _AFTER_THEIR_EVE
    found = (_listed_days(titles, years, country, moved=moved, after_eve=after_eve) for titles in _TITLES[feast])
    return next((listed for listed in found if listed is not None), None)


def _listed_days(
    titles: Sequence[str], years: Sequence[int], country: str, *, moved: bool, after_eve: bool = False
) -> Days | None:
    """The days that the library lists for a country in these years, each the first of its run; or None."""
    around = (min(years) - 1, *years, max(years) + 1)
    listed = [day for year in around for day in days_named(titles, country, year)]
    ends = _last_of_runs(listed) if after_eve else _first_of_runs(listed)
    found = [
        day for year in years for day in _of_year(ends, year) or _put_off(ends, titles, year, country, moved=moved)
    ]
    return tuple(found) or None


def _of_year(listed: Sequence[date], year: int) -> list[date]:
    return [day for day in listed if day.year == year]


def _put_off(listed: Sequence[date], titles: Sequence[str], year: int, country: str, *, moved: bool) -> list[date]:
    """The day of a year in which the library has only the one to which the holiday was moved.

    That is the day on which it falls in other years, if it is the same in all; else the one moved to,
    with ``moved``.
    """
    others = _first_of_runs(days_named(titles, country, year, moved=True))
    fixed = {(day.month, day.day) for day in listed}
    if others and len(fixed) == 1:
        return list(_one(days.day(year, *fixed.pop())))
    return others if moved else []


def _first_of_runs(listed: Sequence[date]) -> list[date]:
    """The first day of each run of days: a feast of three days is named for its first.

    >>> [day.day for day in _first_of_runs([date(2024, 4, 10), date(2024, 4, 11), date(2024, 4, 13)])]
    [10, 13]
    """
    known = set(listed)
    return [day for day in sorted(known) if days.days_later(day, -1) not in known]


def _last_of_runs(listed: Sequence[date]) -> list[date]:
    """The last day of each run of days."""
    known = set(listed)
    return [day for day in sorted(known) if days.days_later(day, 1) not in known]


def _written(text: str, year: int, country: str | None) -> Days:
    """The days of a year that a lexicon writes in one of the ways above."""
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return ()
    for pattern, reader in _WAYS:
        if found := pattern.fullmatch(text):
            return reader(found, year, country)
    return ()


def _one(day: date | None) -> Days:
    return () if day is None else (day,)


def _fixed(found: re.Match[str], year: int, country: str | None) -> Days:
    return _one(days.day(year, int(found[1]), int(found[2])))


def _weekday_of_month(found: re.Match[str], year: int, country: str | None) -> Days:
    number = -1 if found[1] == "last" else int(found[1])
    feast = days.nth_weekday(year, int(found[3]), _WEEKDAYS[found[2]], number)
    return _one(days.days_later(feast, int(found[4] or 0)) if feast is not None else None)


def _from_easter(found: re.Match[str], year: int, country: str | None) -> Days:
    julian = found[1] is not None or country in _ORTHODOX
    return _one(days.days_later(days.orthodox_easter(year) if julian else days.easter(year), int(found[2])))


def _as_listed(found: re.Match[str], year: int, country: str | None) -> Days:
    names = (found[2].lower(),)
    around = [day for each in (year - 1, year, year + 1) for day in days_named(names, found[1], each)]
    return tuple(day for day in _first_of_runs(around) if day.year == year)


def _from_feast(found: re.Match[str], year: int, country: str | None) -> Days:
    """The day before or after another feast; one of the years beside may reach into the year."""
    groups = [(country,)] if country is not None else []
    near = holiday_days(found[1], (year - 1, year, year + 1), groups)
    moved = [days.days_later(day, int(found[2])) for day in near]
    return tuple(day for day in moved if day is not None and day.year == year)


_WAYS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], int, str | None], Days]], ...] = (
    (re.compile(r"(\d\d)-(\d\d)"), _fixed),
    (re.compile(r"(\d|last)\.([a-z]+)\.(\d\d)(?:\+(\d+))?"), _weekday_of_month),
    (re.compile(r"(orthodox-)?easter([+-]\d+)"), _from_easter),
    (re.compile(r"library:([A-Z]+):(.+)"), _as_listed),
    (re.compile(r"([a-z ]+)([+-]\d+)"), _from_feast),
)
