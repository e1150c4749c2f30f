"""Where places are: nation, first-level unit and coordinates, or nothing where namesakes leave doubt.

The place is decided in this order:

1. what the name itself says: a nation, a state or province, also abbreviated ("Ga.", "Ont."), behind
   its comma or "in"; of several units of one abbreviation the one that has such a town;
2. the nations and units that the article speaks of: a namesake in one that has much of its attention
   counts far more than elsewhere, and a small place counts nowhere else;
3. how well known the namesakes are, by inhabitants and by the names that GeoNames has for them: one
   must be far ahead of the next nation's, or the place stays unknown.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from factx.base import lexicon
from factx.who import nations
from factx.who.gazetteer import Place, places_called, plain
from factx.who.place_names import Piece, listed, nested

_CLEAR = 5.0
"""How many times better known the place chosen must be than the next nation's."""
_ATTENTION = 100.0
"""How much more a place counts in a nation that has all of the article's attention."""
_EVEN_SHARE = 0.5
"""Attention of each nation where the shares are not known."""
_NAMED_UNIT = 20.0
"""How much more a place counts in a first-level unit that the article names."""
_CAPITAL = 4.0  # how many times better known a capital is than other towns of its size
_SHORT = 1 / 3  # likewise, a place by the first words of its name, "Newcastle" for that upon Tyne
_OTHER = 1 / 10  # likewise, by another of its names, old or foreign ones among them
_UNIT_NAMES = 25
"""Names that a unit counts with: GeoNames's are not at hand."""
_LEAST_UNIT = {"nation": 1_000_000_000, "unit": 500_000, "state": 500_000, "part": 100_000, "region": 5_000_000}
"""Inhabitants that a unit counts with at least."""
_FAMOUS = {"USA": 10.0}
"""How many times better known the units of a nation are than others: news in English means them."""
_WELL_KNOWN = 100_000
"""Inhabitants from which a place of one word is known without its nation's having the attention."""
_LARGE = 500_000  # likewise, where its nation has namesakes elsewhere
_KNOWN = 5_000  # likewise, of several words, which have fewer namesakes
_TOWN = 20_000  # likewise, of a name that no other nation has
_GREAT = 1_000_000  # likewise, in an article that does not speak of the nation
_FAR_KNOWN = 60  # names from which a smaller place is known all over the world
_OF_INTEREST = 0.25
"""Share of the attention from which a nation's small places are known."""
_FOR_OTHER_NAMES = 0.3  # likewise, by names other than their own
_ADJECTIVE = 4
"""Letters that a place may have beside a nation's name to mean the nation ("the Congo", "Mali's")."""
_LOW_SORTS = frozenset({"abroad", "street", "within", "water"})
"""Sorts of things that are called by places where they are not, or need not be."""
_BESIDE_NAME = frozenset({"around", "within", "street"})
"""Sorts of things that tell no more than the place that they are in."""
_WIDE = frozenset({"nation", "state", "unit", "part", "region"})
"""Sorts of places that others lie in; a state is one told by its abbreviation."""
_BEHIND = re.compile(
    r"^\s?,\s+(?P<wide>(?![A-Z]{2,3}\s+\w)[A-Z][\w.&’'-]*(?:\s(?:[A-Z][\w.’'-]*|of|and|the))*)"
)
"""A wider place behind a comma; capitals before a next word are no postal code ("BRASILIA, IN MAY")."""
_BESIDE = re.compile(r"\b(?:north|south|east|west)\w*\s+(?:of|from)\b|\b(?:km|kilomet\w+|miles?)\b", re.IGNORECASE)
"""Words after which a place is only near: which unit it is in is not known."""
_MOST_WORDS = 4
_REMEMBERED = 10_000

Attention = Mapping[str, float] | Collection[str]
"""Shares of nations (ISO alpha-3) and units (ISO 3166-2) in an article, or the nations without shares."""


class Where(NamedTuple):
    """Where a place is: ISO 3166-1 alpha-3, ISO 3166-2, degrees; None is not known.

    ``stated`` is true if the name says so itself ("Paris, Texas").
    """

    iso3: str | None = None
    admin1: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    stated: bool = False


NOWHERE = Where()


def country_of_place(name: str, attention: Attention = ()) -> str | None:
    """ISO alpha-3 of the nation of a place or of a nation's own name; None where unclear.

    >>> country_of_place("Lahore"), country_of_place("Birmingham", {"USA"}), country_of_place("Atlantis")
    ('PAK', 'USA', None)
    """
    return locate(name, attention).iso3


def locate(
    name: str, attention: Attention = (), *, behind: str = "", named: Mapping[str, str | None] | None = None
) -> Where:
    """Return where a place is, as far as its name, the text ``behind`` it and the article tell.

    ``named`` are the nations that the text names within the name, by their wording; without it they are
    looked for in the name alone. Places of a list must agree.

    >>> locate("Athens, Ga.").admin1, locate("Athens", behind=", Ga., on Monday").iso3, locate("a bar").iso3
    ('US-GA', 'USA', None)
    """
    shares = attention if isinstance(attention, Mapping) else dict.fromkeys(attention, _EVEN_SHARE)
    inside = _nations_in(name) if named is None else named
    parts = listed(name)
    if len(parts) == 1 or name in inside or _called(plain(name)):
        return _one(name, shares, inside, behind)
    found = [_one(part, shares, inside, behind if part == parts[-1] else "") for part in parts]
    return _agreed(found)


def is_province(name: str) -> bool:
    """True if a name is that of a first-level part of a nation (ISO 3166-2, U.S. states)."""
    return any(place.sort in _WIDE for place in _called(plain(name)))


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
        called = plain(" ".join(words[:count]))
        units = {(place.iso3, place.admin1) for place in _called(called) if place.sort == "unit"}
        if len(units) == 1 and len(words) > count:
            return Unit(called, *units.pop())
    return None


def wide_behind(text: str, named: Mapping[str, str | None] | None = None) -> str:
    """Return the unit or nation behind a comma that opens a text ("Ga." of ", Ga., on Monday"), or nothing.

    >>> wide_behind(", Ga., on Monday"), wide_behind(", Burkina Faso"), wide_behind(", Smith said")
    ('Ga.', 'Burkina Faso', '')
    """
    found = _BEHIND.match(text)
    words = found["wide"].split()[:_MOST_WORDS] if found else []
    for end in range(len(words), 0, -1):
        phrase = " ".join(words[:end])
        if phrase in (_nations_in(phrase) if named is None else named) or _is_wide(phrase):
            return phrase
    return ""


def _is_wide(phrase: str) -> bool:
    """True for a unit: by its abbreviation, as one of the first level, or with its sort ("Bibb County")."""
    pieces = nested(phrase)
    sorts = {place.sort for place in _called(plain(phrase))}
    return bool(_units(phrase) or sorts & {"unit", "region"} or ("part" in sorts and pieces and pieces[0].sort))


def _one(name: str, shares: Mapping[str, float], inside: Mapping[str, str | None], behind: str) -> Where:
    """Return where one place is; a unit behind it counts unless a list goes on ("Paris, London and")."""
    wide = wide_behind(behind, inside) if behind else ""
    if wide:
        found = _nested(f"{name}, {wide}", shares, {**inside})
        if found is not None:
            return found
    found = _nested(name, shares, inside)
    return found or NOWHERE


def _nested(phrases: str, shares: Mapping[str, float], known: Mapping[str, str | None]) -> Where | None:
    """Return where a name is by its pieces, from the widest; None if they are not within one another."""
    current: list[Place] = []
    stated = False
    pieces = nested(phrases)
    for at, piece in enumerate(pieces):
        own = _places_of(piece, known, phrases, followed=at < len(pieces) - 1)
        if piece.owns and not own:
            return NOWHERE
        if current and (piece.sort in _BESIDE_NAME or _are_nation_of(own, current)):
            continue
        within = [place for place in own if any(_lies_in(place, other) for other in current)]
        if current and own and not within:
            if any(place.sort == "state" for place in current):
                continue
            nation = _chosen(current, shares, stated, 0).iso3
            if nation is None or nation != _chosen(own, shares, stated, 0).iso3:
                if any(place.sort in _WIDE for place in current) and not any(_is_known(place, {}, 1) for place in own):
                    continue
                return None
            within = [place for place in own if place.iso3 == nation]
        stated = stated or bool(current and own)
        current = within or own or current
    found = _chosen(current, shares, stated, len(pieces[-1].name.split()) if pieces else 0)
    return Where(found.iso3, stated=stated) if len(pieces) == 1 and _BESIDE.search(phrases) else found


def _are_nation_of(own: Sequence[Place], current: Sequence[Place]) -> bool:
    """True for the nation of what is already known more narrowly ("the Iraqi town of Sinjar")."""
    return any(place.sort == "nation" and place.iso3 == other.iso3 for place in own for other in current)


def _places_of(piece: Piece, known: Mapping[str, str | None], phrases: str, *, followed: bool) -> list[Place]:
    """The places that a piece can be: a nation, units by their abbreviation, or what the gazetteer has."""
    forms = [form for form in known if plain(form) in piece.whole]
    codes = {known[form] for form in forms}
    if forms and piece.sort not in _LOW_SORTS and len(codes) == 1 and (iso3 := codes.pop()) is not None:
        same = _sorted_places(piece)
        if len(plain(forms[0])) >= len(piece.whole) - _ADJECTIVE:
            own = [place for place in same if place.sort == "unit" and place.iso3 == iso3]
            if own and piece.whole != plain(nations.display_names().get(iso3, "")):
                return own
            return [_nation(iso3), *(place for place in same if followed and place.sort == "unit")]
        return [place for place in same if place.iso3 == iso3] or [_nation(iso3)]
    if forms:
        return []
    units = _units(_written(piece, phrases)) if followed else []
    return units or _sorted_places(piece)


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
    whole = _called(piece.whole)
    if any(_is_known(place, {}, 1) for place in whole):
        return list(whole)
    if piece.sort in _LOW_SORTS or not piece.name:
        return []
    found = _called(piece.name)
    if piece.sort in {"unit", "part"}:
        return list(whole) or [place for place in found if place.sort in _WIDE] or list(found)
    if piece.sort == "town":
        return [place for place in (*whole, *found) if place.sort not in _WIDE] or list(found)
    return list(dict.fromkeys((*whole, *found)))


@lru_cache(maxsize=_REMEMBERED)
def _called(name: str) -> tuple[Place, ...]:
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


def _lies_in(place: Place, other: Place) -> bool:
    """True if a place can lie in another, or be the same."""
    if place.iso3 != other.iso3 or place.sort == "nation":
        return place.iso3 == other.iso3
    return other.sort == "nation" or not other.admin1 or not place.admin1 or place.admin1 == other.admin1


def _chosen(places: Sequence[Place], shares: Mapping[str, float], stated: bool, words: int) -> Where:
    """Choose the nation that is far ahead of the next, then the unit within it that is."""
    alone = len({place.iso3 for place in places}) == 1
    weighed = [
        (place, _weight(place, shares))
        for place in places
        if stated or _is_known(place, shares, words) or (alone and _is_unmistakable(place))
    ]
    iso3 = _ahead((place.iso3, weight * _fame_of_units(place)) for place, weight in weighed)
    if iso3 is None:
        return NOWHERE
    own = [(place, weight) for place, weight in weighed if place.iso3 == iso3]
    admin1 = _ahead((place.admin1, weight) for place, weight in own)
    best = max((item for item in own if item[0].admin1 == admin1), key=lambda item: item[1], default=own[0])[0]
    if admin1 is None or not (stated or _is_surely_in(best, own, shares)):
        return Where(iso3, stated=stated)
    return Where(iso3, admin1 or None, best.latitude, best.longitude, stated)


def _fame_of_units(place: Place) -> float:
    return _FAMOUS.get(place.iso3, 1.0) if place.sort == "unit" else 1.0


def _is_surely_in(best: Place, own: Sequence[tuple[Place, float]], shares: Mapping[str, float]) -> bool:
    """True if the unit is as sure as the nation: the article names no other, or the place is well known.

    The gazetteer lacks villages, which may be called like a small town elsewhere in the nation.
    """
    if best.sort in _WIDE or best.population >= _LARGE or best.admin1 in shares:
        return True
    if len({place.admin1 for place, _ in own}) > 1:
        return False
    others = any(code.startswith(best.admin1[:3]) for code in shares if best.admin1)
    return not others or best.population >= _WELL_KNOWN


def _is_known(place: Place, shares: Mapping[str, float], words: int) -> bool:
    """True if a name can mean a place that the text does not say more of."""
    share = shares.get(place.iso3, 0.0)
    if place.sort == "other":
        return share >= _FOR_OTHER_NAMES or place.population >= _GREAT
    if share >= _OF_INTEREST or place.sort == "capital" or (place.sort in _WIDE and place.sort != "part"):
        return True
    if shares and not share:
        return place.population >= _GREAT or place.names >= _FAR_KNOWN
    return place.sort == "part" or place.population >= (_KNOWN if words > 1 else _WELL_KNOWN)


def _is_unmistakable(place: Place) -> bool:
    """True for a place whose name no other nation has, unless it is a village or a name that is not its own."""
    return place.sort == "part" or (place.sort != "other" and place.population >= _TOWN)


def _weight(place: Place, shares: Mapping[str, float]) -> float:
    """How well known a place is to the readers of an article."""
    people = max(place.population, _LEAST_UNIT.get(place.sort, 1))
    names = _UNIT_NAMES if place.sort in _WIDE else place.names
    fame = people * (5 + names) * {"capital": _CAPITAL, "short": _SHORT, "other": _OTHER}.get(place.sort, 1.0)
    of_unit = _NAMED_UNIT if place.admin1 and place.admin1 in shares else 1.0
    return fame * (1 + _ATTENTION * shares.get(place.iso3, 0.0)) * of_unit


def _ahead(weighed: Iterable[tuple[str, float]]) -> str | None:
    """The key of most weight, if it is far ahead of the next."""
    best: dict[str, float] = {}
    for key, weight in weighed:
        best[key] = max(best.get(key, 0.0), weight)
    ranked = sorted(best.items(), key=lambda item: (-item[1], item[0]))
    clear = bool(ranked) and (len(ranked) == 1 or ranked[0][1] >= _CLEAR * ranked[1][1])
    return ranked[0][0] if clear else None


def _agreed(found: Sequence[Where]) -> Where:
    """What all places of a list have in common; nothing if one of them is unknown."""
    codes = {where.iso3 for where in found}
    units = {where.admin1 for where in found}
    return Where(
        found[0].iso3 if len(codes) == 1 else None,
        found[0].admin1 if len(codes) == len(units) == 1 else None,
        stated=all(where.stated for where in found),
    )


@lru_cache(maxsize=_REMEMBERED)
def _nations_in(name: str) -> dict[str, str | None]:
    return {item.text: item.iso3 for item in nations.find_nations(name)}


def key(name: str, code: str | None = None) -> str:
    """The identity of a place; ``code`` is that of its unit or nation, as namesakes elsewhere are others."""
    return f"place:{plain(name)}" if code is None else f"place:{plain(name)}:{code}"
