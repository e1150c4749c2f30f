"""What a piece of a place's name can be: a nation, a unit by name or abbreviation, a town."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from factx.base import lexicon
from factx.who import nations
from factx.who.gazetteer import Place, places_called, plain
from factx.who.namesakes import WIDE, is_well_known
from factx.who.place_names import Piece, nested

_ADJECTIVE = 4
"""Letters that a place may have beside a nation's name to mean the nation ("the Congo", "Mali's")."""
_LOW_SORTS = frozenset({"abroad", "street", "within", "water"})
"""Sorts of things that are called by places where they are not, or need not be."""
_BEHIND = re.compile(
    r"^\s?,\s+(?![A-Z]{2,3}\s+\w|[A-Z]{4}\s+[a-z])(?P<wide>[A-Z][\w.&’'-]*(?:\s(?:[A-Z][\w.’'-]*|of|and|the))*)"
)
"""A wider place behind a comma; capitals before a next word are no postal code ("BRASILIA, IN MAY", "SWAT team")."""
_UNITS_ALONE = ("state", "province")
"""Nouns beside which a name that a nation and a unit share is the unit's: "the state of Georgia"."""
_MOST_WORDS = 4  # of a unit's or nation's name behind a comma
_REMEMBERED = 10_000
"""Names whose answer is kept: an article has each of its own many times."""


class Unit(NamedTuple):
    """A first-level unit by a name of its own: plain name, ISO alpha-3, ISO 3166-2."""

    name: str
    iso3: str
    admin1: str


@lru_cache(maxsize=_REMEMBERED)
def unit_before(name: str) -> Unit | None:
    """Return the unit that a body's name begins with, if no other nation has one of this name; or None.

    >>> unit_before("Ohio Department of Health"), unit_before("Punjab Police")
    (Unit(name='ohio', iso3='USA', admin1='US-OH'), None)
    """
    words = name.split()
    for count in (2, 1):
        form = plain(" ".join(words[:count]))
        units = {(place.iso3, place.admin1) for place in called(form) if place.sort == "unit"}
        if len(units) == 1 and len(words) > count:
            return Unit(form, *units.pop())
    return None


def wide_behind(text: str, named: Mapping[str, str | None] | None = None) -> str:
    """Return the unit or nation behind the comma that opens a text ("Ga." of ", Ga., on"), or nothing.

    >>> wide_behind(", Ga., on Monday"), wide_behind(", Burkina Faso"), wide_behind(", Smith said")
    ('Ga.', 'Burkina Faso', '')
    """
    found = _BEHIND.match(text)
    words = found["wide"].split()[:_MOST_WORDS] if found else []
    for end in range(len(words), 0, -1):
        phrase = " ".join(words[:end])
        if phrase in (nations_in(phrase) if named is None else named) or _is_wide(phrase):
            return phrase
    return ""


def _is_wide(phrase: str) -> bool:
    """True for a unit: by its abbreviation, as one of the first level, or with its sort ("Bibb County")."""
    pieces = nested(phrase)
    sorts = {place.sort for place in called(plain(phrase))}
    return bool(_units(phrase) or sorts & {"unit", "region"} or ("part" in sorts and pieces and pieces[0].sort))


def places_of(piece: Piece, known: Mapping[str, str | None], phrases: str, *, followed: bool) -> list[Place]:
    """Return the places that a piece can be: a nation, units by their abbreviation, or the gazetteer's.

    ``known`` are the nations named in the ``phrases`` that the piece is of; it is ``followed`` by one
    that may lie in it.
    """
    form = next((form for form in known if _is_in(form, piece)), None)
    if form is None:
        return (_units(_written(piece, phrases)) if followed else []) or _sorted_places(piece)
    if told := _told_by_sort(piece, form, known[form]):
        return told
    if plain(form) != piece.whole and any(_outweighs_nation(place) for place in called(piece.whole)):
        return list(called(piece.whole))
    codes = {known[other] for other in known if plain(other) in piece.whole}
    iso3 = codes.pop() if len(codes) == 1 else None
    if iso3 is None or piece.sort in _LOW_SORTS | {"clinic"}:
        return []
    if len(plain(form)) >= len(piece.whole) - _ADJECTIVE:
        return _nation_or_unit(piece, iso3, followed=followed)
    return [place for place in _sorted_places(piece) if place.iso3 == iso3] or [_nation(iso3)]


def _is_in(form: str, piece: Piece) -> bool:
    return plain(form) in piece.whole or _turned(form) == piece.whole


def _told_by_sort(piece: Piece, form: str, iso3: str | None) -> list[Place]:
    """What the noun beside a nation's name decides: "Republic of Georgia", "the state of Georgia"."""
    if _turned(form) == piece.whole and iso3 is not None:
        return [_nation(iso3)]
    is_unit = piece.whole in {f"{plain(form)} {noun}" for noun in _UNITS_ALONE}
    return [place for place in called(plain(form)) if place.sort in {"unit", "part"}] if is_unit else []


def _turned(form: str) -> str:
    """A nation's name as pieces have it: "Republic of Georgia" is a republic called Georgia."""
    before, _, behind = form.partition(" of ")
    return plain(f"{behind.removeprefix('the ')} {before}") if behind else ""


def _outweighs_nation(place: Place) -> bool:
    """True if a nation's name in a place's name means no nation: "Inner Mongolia", "Fort-de-France"."""
    return place.sort in {"unit", "capital"}


def _nation_or_unit(piece: Piece, iso3: str, *, followed: bool) -> list[Place]:
    """A nation; the unit that has such a name ("Scotland"); behind a comma either ("Georgia")."""
    same = [place for place in _sorted_places(piece) if place.sort == "unit"]
    own = [place for place in same if place.iso3 == iso3]
    if own and piece.whole != plain(nations.display_names().get(iso3, "")):
        return own
    return [_nation(iso3), *(same if followed else ())]


@lru_cache(maxsize=_REMEMBERED)
def _written(piece: Piece, phrases: str) -> str:
    """The piece as the text writes it: of abbreviations capitals count."""
    found = re.search(rf"(?<!\w){re.escape(piece.whole)}(?!\w)", phrases.replace(".", ""), re.IGNORECASE)
    return found.group() if found else piece.whole


def _nation(iso3: str) -> Place:
    return Place(iso3, "", None, None, 0, 0, "nation")


@lru_cache(maxsize=_REMEMBERED)
def _sorted_places(piece: Piece) -> list[Place]:
    """What the gazetteer has by the whole name, else by the name without its sort, of that sort if it can.

    A small place by the whole name leaves it open: "South Boston" is one, and a part of a city.
    """
    whole = called(piece.whole)
    if any(is_well_known(place) for place in whole):
        return list(whole)
    if piece.sort in _LOW_SORTS or not piece.name:
        return list(whole) if piece.sort == "water" else []
    found = called(piece.name)
    if piece.sort == "clinic":
        return [place for place in found if place.sort not in WIDE]
    if piece.sort in {"unit", "part"}:
        return list(whole) or [place for place in found if place.sort in WIDE] or list(found)
    if piece.sort == "town":
        return [place for place in (*whole, *found) if place.sort not in WIDE]
    return list(dict.fromkeys((*whole, *found)))


def units_without_noun(piece: Piece) -> list[Place]:
    """Units that the gazetteer has without their noun: Ghana's "Eastern Region" beside Uganda's."""
    return [place for place in called(piece.name) if place.sort in WIDE] if piece.sort in {"unit", "part"} else []


@lru_cache(maxsize=_REMEMBERED)
def called(name: str) -> tuple[Place, ...]:
    """Return the gazetteer's places of a plain name, and regions that ISO 3166-2 lacks."""
    return (*places_called(name), *_regions().get(name, ()))


@lru_cache(maxsize=1)
def _regions() -> dict[str, tuple[Place, ...]]:
    """Regions that ISO 3166-2 lacks, by plain name."""
    return {
        plain(row["name"]): tuple(
            Place(iso3, row["admin1"], None, None, 0, 0, "region") for iso3 in row["nations"].split("|")
        )
        for row in lexicon.read("who/regions")
    }


def _units(written: str) -> list[Place]:
    """The units of an abbreviation: "Ga.", "GA"; small letters are none ("in", "or")."""
    codes = _abbreviations().get(written.replace(".", ""), ()) if written[:1].isupper() else ()
    return [Place(iso3, code, None, None, 0, 0, "state") for iso3, code in codes]


@lru_cache(maxsize=1)
def _abbreviations() -> dict[str, tuple[tuple[str, str], ...]]:
    """Nation and code of the units by their abbreviations, without full stops."""
    nation = {"US": "USA", "CA": "CAN", "AU": "AUS", "BR": "BRA", "IN": "IND"}
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for row in lexicon.read("who/state_abbreviations"):
        unit = nation[row["code"][:2]], row["code"]
        for form in {row["abbreviation"].replace(".", "")}:
            found[form] = (*found.get(form, ()), unit)
    return found


def lies_in(place: Place, other: Place) -> bool:
    """True if a place can lie in another, or be the same."""
    if place.iso3 != other.iso3 or place.sort == "nation":
        return place.iso3 == other.iso3
    return other.sort == "nation" or not other.admin1 or not place.admin1 or place.admin1 == other.admin1


def is_province(name: str) -> bool:
    """True if a name is that of a first-level part of a nation (ISO 3166-2, U.S. states)."""
    return any(place.sort in WIDE for place in called(plain(name)))


@lru_cache(maxsize=_REMEMBERED)
def nations_in(name: str) -> dict[str, str | None]:
    """Return the nations that a name has in it, by their wording, as ISO alpha-3."""
    return {item.text: item.iso3 for item in nations.find_nations(name)}
