"""How precisely an event's place is known: what ``where_prec`` and ``geo_precision`` are read off."""

from __future__ import annotations

from enum import Enum

from factx.base import lexicon
from factx.exports.evidence import Evidence
from factx.exports.rows import Row, country, subdivision

_NEAR = lexicon.words("exports/near_words")


class Place(Enum):
    """A place by how precise it is; ``UNKNOWN`` is a name that is not located."""

    TOWN = "a point"
    NEAR = "near a point"
    UNIT = "a first-level unit"
    NATION = "the country alone"
    UNKNOWN = "not known"


def place_of(row: Row, told: Evidence) -> Place:
    """What sort of place an event has.

    A name that is that of its first-level unit may be the unit or its town: it is taken for the unit.

    >>> place_of({"location": "Kaduna", "latitude": 10.5, "longitude": 7.4}, Evidence(admin1="NG-KD"))
    <Place.UNIT: 'a first-level unit'>
    >>> place_of({"location": "Zaria", "latitude": 11.1, "longitude": 7.7}, Evidence(admin1="NG-KD"))
    <Place.TOWN: 'a point'>
    """
    name = row.get("location", "")
    nation = country(row.get("country")).get("name")
    if not name or name == nation:
        return Place.NATION if nation else Place.UNKNOWN
    if "latitude" not in row or "longitude" not in row:
        return Place.UNKNOWN
    first, words = name.split(",")[0], name.lower().split()
    if told.admin1 is None or first == subdivision(told.admin1):
        return Place.UNIT if told.admin1 else Place.UNKNOWN
    return Place.NEAR if _NEAR & set(words) else Place.TOWN
