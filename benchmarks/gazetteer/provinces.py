"""First-level units: ISO 3166-2 codes with their names, and the codes that GeoNames has for them.

``python -m benchmarks.gazetteer --names FOLDER`` writes ``provinces.csv`` anew. The folder holds
``en.json``, the English names of subdivisions of the CLDR, and ``admin1.json``, GeoNames's
admin1Codes as a list of ``{"code": "AF.28", "name": "Zabul"}``. No published table joins the codes of
the two, so names do; ``geonames_codes.csv`` has those that names do not tell.
"""

from __future__ import annotations

import csv
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pycountry

from factx.who.gazetteer import plain

FOLDER = Path(__file__).parent
PROVINCES = FOLDER / "provinces.csv"
BY_HAND = FOLDER / "geonames_codes.csv"
UNITS: dict[str, Any] = {str(item.code): item for item in pycountry.subdivisions}
"""All units of ISO 3166-2 by their codes."""
_OLD_IN_CLDR = frozenset({"IR"})
"""Nations whose codes the CLDR (48) still gives the names of an older edition of ISO 3166-2."""
_SORTS = re.compile(
    r"\b(?:province|state|region|district|county|governorate|prefecture|oblast|oblasty|oblysy|municipality"
    r"|department|division|island|islands|parish|autonomous|republic|territory|krai|kray|kraj|voivodeship|canton"
    r"|provincia|departamento|estado|special|administrative|metropolitan|emirate|commune|raion|rayon|federal"
    r"|rural|area|zone|of|the|do|si)\b"
)
"""Words beside a name that say what sort of unit it is, in English and in other languages."""


class Province(NamedTuple):
    """A unit: its ISO 3166-2 code, that of the unit it is in which GeoNames has, names, GeoNames's codes."""

    code: str
    top: str
    names: tuple[str, ...]
    geonames: tuple[str, ...]


def read_provinces(path: Path = PROVINCES) -> list[Province]:
    """Return the units of a table that ``write_provinces`` wrote."""
    with path.open(encoding="utf-8", newline="") as file:
        return [
            Province(
                row["code"], row["top"], tuple(row["names"].split("|")), tuple(filter(None, row["geonames"].split("|")))
            )
            for row in csv.DictReader(file)
        ]


def write_provinces(source: Path, path: Path = PROVINCES) -> None:
    """Write all units of ISO 3166-2 with the names that the sources in a folder give them."""
    cldr = _cldr_names(source / "en.json")
    geonames = {item["code"]: str(item["name"]) for item in json.loads((source / "admin1.json").read_text("utf-8"))}
    joined = _joined(geonames, cldr)
    first = frozenset(joined.values())
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(("code", "top", "names", "geonames"))
        for unit in sorted(pycountry.subdivisions, key=lambda item: str(item.code)):
            codes = sorted(code for code, iso in joined.items() if iso == unit.code)
            own = [cldr.get(unit.code, ""), *(geonames[code] for code in codes), *_forms(unit.name)]
            rows.writerow(
                (unit.code, _top(str(unit.code), first), "|".join(dict.fromkeys(filter(None, own))), "|".join(codes))
            )


def _cldr_names(path: Path) -> dict[str, str]:
    """The English names by ISO 3166-2 code."""
    names = json.loads(path.read_text("utf-8"))["subdivisions"]["localeDisplayNames"]["subdivisions"]
    codes = {code: f"{code[:2]}-{code[2:]}".upper() for code in names}
    return {codes[code]: str(name) for code, name in names.items() if codes[code][:2] not in _OLD_IN_CLDR}


def _forms(name: str) -> Iterator[str]:
    """A name of ISO 3166-2 taken apart: "Bristol, City of", "Wales [Cymru GB-CYM]", "Taita/Taveta"."""
    whole = re.sub(r"\s*(?:\(.*?\)|\b[A-Z]{2}-[A-Z]{3}\b|†)", "", name)
    for part in re.split(r"[\[\]]|\s/\s", whole):
        own, _, sort = part.partition(",")
        yield (own if _is_sort(sort) else part).strip()


def _is_sort(words: str) -> bool:
    return bool(words) and not re.search(r"\by\b|\band\b", words)


def _top(code: str, first: frozenset[str] = frozenset()) -> str:
    """The unit that GeoNames takes for the first level, upward from this one; else the highest."""
    parent = UNITS[code].parent_code
    return code if code in first or parent not in UNITS else _top(str(parent), first)


def _joined(geonames: dict[str, str], cldr: dict[str, str]) -> dict[str, str]:
    """GeoNames's codes with the ISO 3166-2 code of the same name: as written first, then without the sort."""
    found: dict[str, str] = {}
    with BY_HAND.open(encoding="utf-8", newline="") as file:
        by_hand = {row["geonames"]: row["code"] for row in csv.DictReader(file)}
    for shortened in (plain, _short):
        index = _index(cldr, shortened)
        for code, name in geonames.items():
            same = index.get((code[:2], shortened(name)), set()) - set(found.values())
            tops = {iso for iso in same if iso == _top(iso)} or same
            if code not in found and len(tops) == 1:
                found[code] = tops.pop()
    return {code: iso for code, iso in (found | by_hand).items() if iso in UNITS}


def _index(cldr: dict[str, str], shortened: Any) -> dict[tuple[str, str], set[str]]:
    index: dict[tuple[str, str], set[str]] = defaultdict(set)
    for unit in pycountry.subdivisions:
        names: Iterable[str] = (*_forms(unit.name), cldr.get(unit.code, ""))
        for name in filter(None, names):
            index[unit.country_code, shortened(name)].add(str(unit.code))
    return index


def _short(name: str) -> str:
    whole = plain(name)
    return " ".join(_SORTS.sub(" ", whole).split()) or whole
