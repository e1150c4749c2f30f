"""What the library ``holidays`` lists for a country in a year, its titles taken apart into names.

1. A day that has several names has them joined by a semicolon, some by a slash.
2. Brackets behind a name are a second name ("Easter Sunday (Pascha)"), or say that the day is
   estimated or was moved: an estimated day is a day, a moved one only where nothing else is known.
3. Days off come first, with the days of a country where martial law leaves none off; then what the
   library has in other categories.
4. Days by which a decree of one year makes a feast longer are not days of the feast.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from factx.base import lexicon

_LANGUAGE = "en_US"
_CATEGORIES = lexicon.classes("dates/holiday_categories", column="category")
_STATUS = re.compile(r"observed|estimated|in lieu|substitut|additional|second day|from \d|closing|afternoon|holiday")
_MOVED = re.compile(r"observed|in lieu|substitut|additional")
_GLOSS = re.compile(r"(?:(?<!\s)\s++)?\(([^()]*)\)")
_SLASH = re.compile(r"\s*+/\s*+")
_ISO2 = 2  # letters of the codes that the library knows for every country
_NOT_IN_ISO = {"XKX": "XK"}
"""Codes of three letters that ISO 3166 lacks and factx's nations have."""
_NAMED = 3  # month, day and title: what the library writes of a day by decree, but of exchanged days


DaysByName = Mapping[str, tuple[date, ...]]


def days_named(names: Iterable[str], country: str, year: int, *, moved: bool = False) -> tuple[date, ...]:
    """The days that the library lists under any of the names (lower case), in order.

    None if it lacks country, year or names. ``country`` is ISO 3166-1 alpha-2 or alpha-3. With
    ``moved``, days to which a holiday was moved count where the year has no other.

    >>> days_named(["independence day"], "PAK", 2019)
    (datetime.date(2019, 8, 14),)
    >>> days_named(["independence day"], "UKR", 2023)
    (datetime.date(2023, 8, 24),)
    """
    code = _code(country)
    if code is None:
        return ()
    for days_off in (True, False):
        plain, put_off = _listing(code, year, days_off)
        for listing in (plain, put_off) if moved else (plain,):
            if found := {day for name in names for day in listing.get(name, ())}:
                return tuple(sorted(found))
    return ()


def names_in(title: str) -> tuple[list[str], bool]:
    """The names in a title of the library, in lower case, and whether the day was moved.

    >>> names_in("Easter Sunday (Pascha)"), names_in("Eid al-Fitr (estimated)")
    ((['easter sunday', 'pascha'], False), (['eid al-fitr'], False))
    >>> names_in("Ganesh Chaturthi / Vinayak Chaturthi (observed)")
    (['ganesh chaturthi', 'vinayak chaturthi'], True)
    """
    glosses = _GLOSS.findall(title.lower())
    names = [name.strip() for name in _SLASH.split(_GLOSS.sub("", title.lower()))]
    names += [gloss for gloss in glosses if not _STATUS.search(gloss)]
    return names, any(_MOVED.search(gloss) for gloss in glosses)


@lru_cache(maxsize=512)
def _listing(code: str, year: int, days_off: bool) -> tuple[DaysByName, DaysByName]:
    """The days as they fall and those that were moved, of the days off or of the other categories."""
    found: tuple[dict[str, tuple[date, ...]], dict[str, tuple[date, ...]]] = ({}, {})
    for day, titles in _titles(code, year, days_off).items():
        for title in titles:
            names, moved = names_in(title)
            for name in names:
                found[moved][name] = (*found[moved].get(name, ()), day)
    return found


def _titles(code: str, year: int, days_off: bool) -> dict[date, list[str]]:
    """The titles of each day, in English, whatever the language of the machine."""
    import holidays

    library: Any = type(holidays.country_holidays(code))
    first, last = getattr(library, "start_year", year), getattr(library, "end_year", year)
    known = set(library.supported_categories) - _CATEGORIES["never"]
    categories = known & _CATEGORIES["first"] if days_off else known - _CATEGORIES["first"]
    if not categories or not first <= year <= last:
        return {}
    language = _LANGUAGE if _LANGUAGE in (library.supported_languages or ()) else None
    with warnings.catch_warnings():  # that it knows some feasts of India for 35 years only
        warnings.simplefilter("ignore", UserWarning)
        listed = library(years=[year], categories=tuple(sorted(categories)), language=language)
    titles = {day: listed.get_list(day) for day in sorted(listed)}
    return _without_lengthening(titles, _by_decree(listed, year))


def _by_decree(listed: Any, year: int) -> set[date]:
    """The days that the library adds to one year alone, as a decree made them days off."""
    given = getattr(listed, "special_public_holidays", {}).get(year, ())
    entries = given if given and isinstance(given[0], tuple) else (given,)
    is_named = (entry for entry in entries if len(entry) == _NAMED and isinstance(entry[-1], str))
    return {date(year, month, day) for month, day, _ in is_named}


def _without_lengthening(titles: dict[date, list[str]], decreed: set[date]) -> dict[date, list[str]]:
    """The titles without those by which a decree makes a feast longer: its own day is another.

    >>> two = {date(2023, 4, 21): ["Eid al-Fitr"], date(2023, 4, 22): ["Eid al-Fitr"]}
    >>> [day.day for day, left in _without_lengthening(two, {date(2023, 4, 21)}).items() if left]
    [22]
    """
    regular = {title for day, some in titles.items() if day not in decreed for title in some}
    return {
        day: [title for title in some if day not in decreed or title not in regular] for day, some in titles.items()
    }


@lru_cache(maxsize=512)
def _code(country: str) -> str | None:
    """The library's code of a country, or None; its codes of three letters are not all those of ISO."""
    import pycountry

    known = _countries()
    found = pycountry.countries.get(alpha_3=country) if len(country) > _ISO2 else None
    code = found.alpha_2 if found is not None else _NOT_IN_ISO.get(country, country)
    return code if code in known else None


@lru_cache(maxsize=1)
def _countries() -> frozenset[str]:
    """The codes under which the library knows a country."""
    import holidays

    return frozenset(holidays.list_supported_countries(include_aliases=True))
