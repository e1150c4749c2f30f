#!/bin/sh
# fastparquet 2026.9.0: of six reports the two with 40 dead and more are found by a filter, but their places, Kan and Zed, are None.
#
# Guess: to_pandas(filters=..., row_filter=True) gives the rows that match, each with all its values.
# Seen: a column with gaps is stored as its values, here 4 for 6 rows. Whether a page has rows to keep is looked up in the first 4
# rows of the filter, not in all 6: matches that stand behind them count as none, and the column is not read. Texts are then None,
# numbers stray ones. Without row_filter, or with one match among the first rows, the same rows have their places.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'fastparquet==2026.9.0' 'pandas==3.1.1' 2>/dev/null
"$folder/env/bin/python" -W ignore - "$folder/reports.parquet" <<'PYTHON'
import sys

import pandas
from fastparquet import ParquetFile, write

reports = pandas.DataFrame(
    {"dead": [12, 5, 3, 7, 40, 41], "place": ["Oru", "Lem", None, None, "Kan", "Zed"], "source": list("abcdef")}
)
write(sys.argv[1], reports)


def found(least, **how):
    rows = ParquetFile(sys.argv[1]).to_pandas(filters=[("dead", ">=", least)], **how)
    rows = rows[rows["dead"] >= least]
    return [(int(dead), place, source) for dead, place, source in rows.itertuples(index=False)]


seen = found(40, row_filter=True), found(12, row_filter=True), found(40)
print(*seen, sep="\n")
assert seen[0] == [(40, None, "e"), (41, None, "f")], seen
assert seen[1] == [(12, "Oru", "a"), (40, "Kan", "e"), (41, "Zed", "f")], seen
assert seen[2] == [(40, "Kan", "e"), (41, "Zed", "f")], seen
PYTHON
