"""Make the table of the sizes of units from pint: run it after an update of pint, data/units.txt or unit_words.csv.

``python .ci/unit_sizes.py`` writes measure/lexicons/unit_sizes.csv. With it a run loads pint only where a text has a
unit that is put together ("barrels a day"), and starts sooner.
"""

from __future__ import annotations

import csv
from pathlib import Path

from factx.base import lexicon
from factx.measure.si import size_by_pint

TARGET = Path(__file__).resolve().parents[1] / "src" / "factx" / "measure" / "lexicons" / "unit_sizes.csv"


def main() -> None:
    """Write the lexicon."""
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["unit", "one", "zero", "si"])
        for unit in sorted({row["unit"] for row in lexicon.read("measure/unit_words")}):
            writer.writerow([unit, *(size_by_pint(unit) or ("", "", ""))])


if __name__ == "__main__":
    main()
