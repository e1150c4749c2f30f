"""Make the table of what nations call their units from ISO 3166-2: run it after an update of pycountry.

``python .ci/unit_kinds.py`` writes who/lexicons/unit_kinds.csv. Words that news uses of any part of a nation, as
"region", are left out: they do not tell namesakes apart.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pycountry

TARGET = Path(__file__).resolve().parents[1] / "src" / "factx" / "who" / "lexicons" / "unit_kinds.csv"
KINDS = ("canton", "department", "emirate", "governorate", "oblast", "prefecture", "province", "state", "voivodeship")
SPELLED = {"departments": "department", "land": "state", "voivodship": "voivodeship"}
"""Kinds that ISO 3166-2 spells otherwise, the German states among them."""


def main() -> None:
    """Write the lexicon."""
    nations = {item.alpha_2: item.alpha_3 for item in pycountry.countries}
    rows = set()
    for unit in pycountry.subdivisions:
        kind = unit.type.lower().split()[-1]
        if SPELLED.get(kind, kind) in KINDS:
            rows.add((SPELLED.get(kind, kind), nations[unit.country_code]))
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["kind", "iso3"])
        writer.writerows(sorted(rows))


if __name__ == "__main__":
    main()
