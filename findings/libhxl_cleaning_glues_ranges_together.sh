#!/bin/sh
# libhxl 5.2.2: a number cleaned by clean_data is 2030 where the cell says "20-30", and 5 where it says "5 million".
#
# Guess: clean_data(number=...) takes commas and spaces out of thousands, as it says; a cell that is not one number is left and
# logged as unreadable, and with purge=True emptied. So it is for "nil".
# Seen: everything that is no digit, full stop or "e" is thrown away and the rest is one number: "20-30" is 2030, "3 of 20" is
# 320, "2017-18" is 201718, "12,5" is 125, "1/2" is 12. "5 million" is 5, "$1.5m" is 1.5. Nothing is logged, purge keeps them, and
# a sum of #affected is the sum of these.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'libhxl==5.2.2' 'six==1.17.0' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON' 2> "$folder/messages"
import hxl

cells = {
    "1,200": "1200",
    "20-30": "2030",
    "3 of 20": "320",
    "12,5": "125",
    "1/2": "12",
    "5 million": "5",
    "$1.5m": "1.5",
}
rows = [["#affected"]] + [[cell] for cell in cells]
cleaned = [row.values[0] for row in hxl.data(rows).clean_data(number="#affected", purge=True)]
print(dict(zip(cells, cleaned)))
assert cleaned == list(cells.values()), cleaned
totals = hxl.data(rows).clean_data(number="#affected").count([], "sum(#affected) as Total#affected").values
print(totals)
assert totals == [[3693.5]], totals
PYTHON
test ! -s "$folder/messages"
