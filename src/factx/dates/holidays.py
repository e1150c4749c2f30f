"""Named days: Christmas, Good Friday, Thanksgiving, Eid al-Fitr … in a given year."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from factx.base import lexicon
from factx.dates import days

_WEEKDAYS = {"monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 7}


def holiday(name: str, year: int, country: str | None = None) -> date | None:
    """The day of a holiday of the lexicon; None where it depends on an unknown ``country`` (ISO alpha-3).

    >>> holiday("good friday", 2021), holiday("independence day", 2021), holiday("independence day", 2021, "USA")
    (datetime.date(2021, 4, 2), None, datetime.date(2021, 7, 4))
    >>> holiday("independence day", 2021, "MAR") is None  # a country that the library lacks under this code
    True
    """
    rule = _rules().get(name)
    if rule is None or not 1900 <= year <= 2099:
        return None
    if rule == "country":
        return _national(name, year, country)
    if rule.startswith("library:"):
        _, where, listed = rule.split(":")
        return _listed(where, year, listed)
    if "easter" in rule:
        feast = days.orthodox_easter(year) if rule.startswith("orthodox") else days.easter(year)
        return days.days_later(feast, int(rule.partition("easter")[2]))
    if rule[1] == ".":
        number, weekday, month = rule.split(".")
        return days.nth_weekday(year, int(month), _WEEKDAYS[weekday], int(number))
    month, number = rule.split("-")
    return days.day(year, int(month), int(number))


def _national(name: str, year: int, country: str | None) -> date | None:
    if "thanksgiving" in name or name == "black friday":
        if country == "CAN" and name != "black friday":
            return days.nth_weekday(year, 10, 1, 2)
        feast = days.nth_weekday(year, 11, 4, 4)
        return days.days_later(feast, 1) if feast and name == "black friday" else feast
    if name == "labour day":
        return days.day(year, 5, 1) if country not in {"USA", "CAN", "AUS", "NZL"} else None
    if country is None:
        return None
    return _listed(country, year, name)


@lru_cache(maxsize=256)
def _listed(country: str, year: int, name: str) -> date | None:
    """The first day that the library lists under the name for the country; None for a country that it lacks."""
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


@lru_cache(maxsize=1)
def _rules() -> dict[str, str]:
    return {row["name"]: row["day"] for row in lexicon.read("dates/holidays")}
