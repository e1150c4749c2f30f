"""Make the gazetteer: ``python -m benchmarks.gazetteer``, with ``--names FOLDER`` its provinces first."""

from __future__ import annotations

import argparse
from pathlib import Path

from benchmarks.gazetteer.build import TABLE, table
from benchmarks.gazetteer.nation_names import write_capitals, write_nation_names
from benchmarks.gazetteer.provinces import write_provinces


def main() -> None:
    """Write the provinces, if their sources are at hand, and the table of places."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--names", type=Path, help="folder with en.json (CLDR) and admin1.json (GeoNames)")
    names = options.parse_args().names
    if names is not None:
        write_provinces(names)
    TABLE.parent.mkdir(exist_ok=True)
    TABLE.write_bytes(table())
    write_nation_names()
    write_capitals()
    print(f"{TABLE.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
