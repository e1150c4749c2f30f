"""Where people live, as a picture: rows of a grid from north to south, a ``#`` where the gazetteer has a place.

``python -m benchmarks.gazetteer.land`` makes ``src/factx/report/page/land.txt``, the ground of the report's map.
"""

from __future__ import annotations

import gzip
from pathlib import Path

SOURCE = Path(__file__).parents[2] / "src" / "factx" / "who" / "data" / "places.tsv.gz"
PICTURE = Path(__file__).parents[2] / "src" / "factx" / "report" / "page" / "land.txt"
CELL = 1.5
"""Degrees: at one, the dots of a continent run together; at two, its coast is lost."""


def land() -> str:
    """The picture, a line for each row of cells, each of 360 / ``CELL`` signs."""
    lines = gzip.decompress(SOURCE.read_bytes()).decode().partition("\n\n")[2].split("\n")
    spots = (line.split("\t")[-1].split(",")[2:4] for line in lines if line)
    cells = {(int((90 - float(n)) // CELL), int((float(e) + 180) // CELL)) for n, e in spots if n and e}
    rows = [[(row, column) in cells for column in range(int(360 / CELL))] for row in range(int(180 / CELL))]
    return "".join("".join("#" if there else "." for there in row) + "\n" for row in rows)


if __name__ == "__main__":
    PICTURE.write_text(land(), encoding="utf-8")
