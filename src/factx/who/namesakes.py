"""Which place of a name is meant, by what the article speaks of and how well known each is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from factx.who.gazetteer import Place

_CLEAR = 5.0
"""How many times better known the place chosen must be than the next nation's."""
_ATTENTION = 100.0
"""How much more a place counts in a nation that has all of the article's attention."""
_NAMED_UNIT = 20.0
"""How much more a place counts in a first-level unit that the article names."""
_CAPITAL = 4.0  # how many times better known a capital is than other towns of its size
_SHORT = 1 / 3  # likewise, a place by the first words of its name, "Newcastle" for that upon Tyne
_OTHER = 1 / 30  # likewise, by another of its names, old or foreign ones among them
_UNIT_NAMES = 25
"""Names that a unit counts with: GeoNames's are not at hand."""
_LEAST_UNIT = {"nation": 1_000_000_000, "unit": 200_000, "state": 200_000, "part": 100_000, "region": 5_000_000}
"""Inhabitants that a unit counts with at least."""
_FAMOUS = {"USA": 10.0}
"""How many times better known the units of a nation are than others: news in English means them."""
_WELL_KNOWN = 100_000
"""Inhabitants from which a place of one word is known without its nation's having the attention."""
_TOWN = 10_000  # likewise, from which it hides a smaller capital of its name
_LARGE = 500_000  # likewise, where its nation has namesakes elsewhere
_KNOWN = 5_000  # likewise, of several words, which have fewer namesakes
_GREAT = 1_000_000  # likewise, in an article that does not speak of the nation
_FAR_KNOWN = 60  # names from which a smaller place is known all over the world
_OF_INTEREST = 0.25
"""Share of the attention from which a nation's small places are known."""
_FOR_OTHER_NAMES = 0.3  # likewise, by names other than their own
WIDE = frozenset({"nation", "state", "unit", "part", "region"})
"""Sorts of places that others lie in; a state is one told by its abbreviation."""


class Interest(NamedTuple):
    """What an article speaks of: shares of nations (ISO alpha-3) and of units (ISO 3166-2).

    ``whole`` is false where these are not all that it may speak of.
    """

    shares: Mapping[str, float]
    whole: bool = True


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


def chosen(places: Sequence[Place], interest: Interest, stated: bool, words: int) -> Where:
    """Return the place whose nation is far ahead of the next, with its unit if that is; else nowhere.

    ``stated`` is true if the text says what the place is in, ``words`` counts those of its name.

    >>> berlin = Place("DEU", "DE-BE", 52.5, 13.4, 3_000_000, 80, "capital")
    >>> village = Place("USA", "US-CT", 41.6, -72.7, 20_000, 9, "city")
    >>> chosen([berlin, village], Interest({}), False, 1).iso3
    'DEU'
    """
    known = [place for place in places if stated or _is_known(place, interest, words)]
    weighed = [(place, _weight(place, interest.shares)) for place in known]
    iso3 = _ahead((place.iso3, weight * _fame_of_units(place)) for place, weight in weighed)
    if iso3 is None or (not stated and _is_overshadowed(iso3, places, interest)):
        return NOWHERE
    own = [(place, weight) for place, weight in weighed if place.iso3 == iso3]
    admin1 = _ahead((place.admin1, weight) for place, weight in own)
    best = max((item for item in own if item[0].admin1 == admin1), key=lambda item: item[1], default=own[0])[0]
    if admin1 is None or not (stated or _is_surely_in(best, own, interest.shares)):
        return Where(iso3, stated=stated)
    return Where(iso3, admin1 or None, best.latitude, best.longitude, stated)


def _is_overshadowed(iso3: str, places: Sequence[Place], interest: Interest) -> bool:
    """True for a small capital with a larger namesake, where the article is not about its nation.

    So is a place by a name that it had once, or has in another tongue, with a town called so today.
    """
    own = max((place.population for place in places if place.iso3 == iso3), default=0)
    if _by_other_name(iso3, places, interest):
        return True
    is_small = own < _WELL_KNOWN and any(place.sort == "capital" for place in places if place.iso3 == iso3)
    others = (place.population for place in places if place.iso3 != iso3 and place.sort == "city")
    return is_small and not interest.shares.get(iso3) and max(others, default=0) > max(own, _TOWN)


def _by_other_name(iso3: str, places: Sequence[Place], interest: Interest) -> bool:
    """True if a nation's place is called so beside its own name, and a town elsewhere is by its own."""
    known = [place for place in places if place.iso3 == iso3 and _is_known(place, interest, 1)]
    if any(place.sort != "other" for place in known):
        return False
    own = max((_weight(place, interest.shares) for place in known), default=0.0)
    towns = (place for place in places if place.iso3 != iso3 and place.sort == "city" and place.population >= _TOWN)
    return any(_CLEAR * _weight(place, interest.shares) > own for place in towns)


def is_well_known(place: Place) -> bool:
    """Return whether readers know a place by one word, without being told its nation."""
    return _is_known(place, Interest({}), 1)


def _fame_of_units(place: Place) -> float:
    return _FAMOUS.get(place.iso3, 1.0) if place.sort in {"unit", "state"} else 1.0


def _is_surely_in(best: Place, own: Sequence[tuple[Place, float]], shares: Mapping[str, float]) -> bool:
    """True if the unit is as sure as the nation: the article names no other, or the place is well known.

    The gazetteer lacks villages, which may be called like a small town elsewhere in the nation.
    """
    if best.sort in {"capital", *WIDE} or best.population >= _LARGE or best.admin1 in shares:
        return True
    if len({place.admin1 for place, _ in own}) > 1:
        return False
    others = any(code.startswith(best.admin1[:3]) for code in shares if best.admin1)
    return not others or best.population >= _WELL_KNOWN


def _is_known(place: Place, interest: Interest, words: int) -> bool:
    """True if a name can mean a place that the text does not say more of."""
    share = interest.shares.get(place.iso3, 0.0)
    is_elsewhere = interest.whole and bool(interest.shares) and not share
    if place.sort == "other":
        return share >= _FOR_OTHER_NAMES or place.population >= (_GREAT if interest.whole else _WELL_KNOWN)
    if place.sort in {"capital", *WIDE} - {"part"} or share >= _OF_INTEREST:
        return True
    if place.sort == "part":
        return words > 1 or not is_elsewhere
    if is_elsewhere:
        return place.population >= _GREAT or place.names >= _FAR_KNOWN
    return place.population >= (_KNOWN if words > 1 else _WELL_KNOWN)


def _weight(place: Place, shares: Mapping[str, float]) -> float:
    """How well known a place is to the readers of an article."""
    people = max(place.population, _LEAST_UNIT.get(place.sort, 1))
    names = _UNIT_NAMES if place.sort in WIDE else place.names
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
