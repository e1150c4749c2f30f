"""Named days: Christmas, Good Friday, Thanksgiving, Eid al-Fitr … in a given year.

The lexicon ``holidays`` writes the day of each in one of five ways, so does
``holidays_by_country`` for countries that have a day of their own:

1. ``12-25``: the same day every year;
2. ``4.thursday.11+1``: a weekday of a month by its number, and perhaps days after it;
3. ``easter-2``, ``orthodox-easter+0``: days from Easter;
4. ``library:AE:Eid al-Fitr``: as the library lists it for a country;
5. ``country``: as the library lists it for the country of the article.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache

from factx.base import lexicon
from factx.dates import days

_DAYS = lexicon.table("dates/holidays", "name", "day")
_OWN_DAYS = {(row["name"], row["country"]): row["day"] for row in lexicon.read("dates/holidays_by_country")}
_FIRST_YEAR, _LAST_YEAR = 1900, 2099
"""Years for which the days of both Easters are right and the library knows moving feasts."""
_WEEKDAYS = {row["word"]: int(row["value"]) for row in lexicon.read("base/time_words") if row["class"] == "weekday"}


def holiday(name: str, year: int, country: str | None = None) -> date | None:
    """The day of a holiday, or None if it depends on an unknown ``country`` (ISO alpha-3).

    >>> holiday("thanksgiving", 2021), holiday("thanksgiving", 2021, "CAN")
    (datetime.date(2021, 11, 25), datetime.date(2021, 10, 11))
    >>> holiday("independence day", 2021), holiday("independence day", 2021, "USA")
    (None, datetime.date(2021, 7, 4))
    >>> holiday("independence day", 2021, "MAR") is None  # the library lacks this code
    True
    """
    written = _OWN_DAYS.get((name, country or ""), _DAYS.get(name))
    if written is None or not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    if written == "country":
        return _listed(country, year, name) if country is not None else None
    for pattern, reader in _WAYS:
        if found := pattern.fullmatch(written):
            return reader(found, year)
    return None


def _fixed(found: re.Match[str], year: int) -> date | None:
    return days.day(year, int(found[1]), int(found[2]))


def _weekday_of_month(found: re.Match[str], year: int) -> date | None:
    feast = days.nth_weekday(year, int(found[3]), _WEEKDAYS[found[2]], int(found[1]))
    return days.days_later(feast, int(found[4] or 0)) if feast is not None else None


def _from_easter(found: re.Match[str], year: int) -> date | None:
    return days.days_later(days.orthodox_easter(year) if found[1] else days.easter(year), int(found[2]))


def _as_listed(found: re.Match[str], year: int) -> date | None:
    return _listed(found[1], year, found[2])


_WAYS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], int], date | None]], ...] = (
    (re.compile(r"(\d\d)-(\d\d)"), _fixed),
    (re.compile(r"(\d)\.([a-z]+)\.(\d\d)(?:\+(\d+))?"), _weekday_of_month),
    (re.compile(r"(orthodox-)?easter([+-]\d+)"), _from_easter),
    (re.compile(r"library:([A-Z]+):(.+)"), _as_listed),
)


@lru_cache(maxsize=256)
def _listed(country: str, year: int, name: str) -> date | None:
    """The first day that the library lists under the name, or None if it lacks name or country."""
    import holidays

    if country not in _countries():
        return None
    listed = holidays.country_holidays(country, years=[year], language="en_US")
    return min((day for day, title in listed.items() if title.lower() == name.lower()), default=None)


@lru_cache(maxsize=1)
def _countries() -> frozenset[str]:
    """The codes, two letters or three, under which the library knows a country."""
    import holidays

    return frozenset(holidays.list_supported_countries(include_aliases=True))
