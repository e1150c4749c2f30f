"""The gazetteer: towns and first-level units of all nations, by the names that news gives them.

``data/places.tsv.gz`` is made by ``python -m benchmarks.gazetteer`` from GeoNames (CC BY 4.0, see
``licenses/GeoNames.txt``), ISO 3166-2 and the CLDR: lines of names, sorted by their bytes, each
with the numbers of its places, and the places by number. It is searched as it is, without a build.
"""

from __future__ import annotations

import gzip
import re
import unicodedata
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

_ARTICLE = re.compile(r"^(?:al|el|ar|as|ash|at|ad|an|az|the) ")
_MARKS = str.maketrans(
    {
        **dict.fromkeys(".'’‘`ʻʼʿʾ"),
        "-": " ",
        "‐": " ",
        "–": " ",
        "ı": "i",
        "ł": "l",
        "Ł": "l",
        "ø": "o",
        "Ø": "o",
        "đ": "d",
    }
)
"""Marks that names are written with and without, and letters that have no accent to take off."""
_REMEMBERED = 10_000
"""Names whose places are kept: an article has each of its own many times."""


SORTS = {"city": "t", "short": "s", "other": "o", "capital": "k", "unit": "u", "part": "p"}
"""Sorts of places by the letter that the table has for them."""
_SORT_OF = {letter: sort for sort, letter in SORTS.items()}


class Place(NamedTuple):
    """A town or unit: ``admin1`` is the ISO 3166-2 code of its first-level unit, or empty if unknown.

    ``names`` counts the names that GeoNames has for it: famous places have many. Of a unit
    ``population`` is that of its towns and the coordinates (degrees) are the middle of them. ``sort``
    is city, short (by the first words of its name), other (by another name), capital, unit (of the
    first level) or part (of a lower one); factx adds nation, region and state (by its abbreviation).
    """

    iso3: str
    admin1: str
    latitude: float | None
    longitude: float | None
    population: int
    names: int
    sort: str


def plain(name: str) -> str:
    """Return a name without what its spellings differ in: accents, apostrophes, hyphens, full stops.

    >>> plain("Sana'a"), plain("Saint-Étienne"), plain("St. Louis"), plain("D.C.")
    ('sanaa', 'saint etienne', 'st louis', 'dc')
    """
    marked = name.translate(_MARKS)
    if not marked.isascii():
        letters = unicodedata.normalize("NFKD", marked)
        marked = "".join(char for char in letters if not unicodedata.combining(char)).translate(_MARKS)
    return " ".join(marked.lower().split())


@lru_cache(maxsize=_REMEMBERED)
def places_called(name: str) -> tuple[Place, ...]:
    """Return all places of a name, spelled as ``plain`` spells it; of "al bab" those of "bab" if need be.

    >>> sorted({(place.iso3, place.admin1) for place in places_called("lahore")})
    [('PAK', 'PK-PB')]
    """
    found = _line(name)
    bare = _ARTICLE.sub("", name)
    return found or (_line(bare) if bare != name else ())


def _line(name: str) -> tuple[Place, ...]:
    names, places = _tables()
    found = _cell(names, name.encode())
    return tuple(_place(item[:1], _cell(places, item[1:])) for item in found.split(b",")) if found else ()


def _cell(table: bytes, key: bytes) -> bytes:
    """What stands behind a key, or nothing; the lines are sorted by their bytes, and searched by halves."""
    wanted = key + b"\t"
    low, high = 0, len(table)
    while low < high:
        start = table.rfind(b"\n", low, (low + high) // 2) + 1 or low
        end = table.find(b"\n", start) + 1 or len(table)
        if table.startswith(wanted, start):
            return table[start + len(wanted) : end].rstrip(b"\n")
        if table[start:end] < wanted:
            low = end
        else:
            high = start
    return b""


def _place(sort: bytes, cells: bytes) -> Place:
    iso3, admin1, latitude, longitude, population, names = cells.decode().split(",")
    return Place(
        iso3,
        admin1,
        float(latitude) if latitude else None,
        float(longitude) if longitude else None,
        int(population),
        int(names),
        _SORT_OF[sort.decode()],
    )


@lru_cache(maxsize=1)
def _tables() -> tuple[bytes, bytes]:
    whole = gzip.decompress((files("factx") / "who" / "data" / "places.tsv.gz").read_bytes())
    names, _, places = whole.partition(b"\n\n")
    return names + b"\n", places
