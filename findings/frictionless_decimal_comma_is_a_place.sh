#!/bin/sh
# frictionless 5.21.0: a column of "12,5" and "13,7" is read as places on the globe.
#
# Guess: a decimal comma is not the default of a number, so the column is a string, as "1,200" and "20%" are.
# Seen: its inferred type is geopoint, and the cells are pairs, longitude 12 and latitude 5. validate() finds no
# fault. A row of "101,5" keeps it (a longitude), one of "13,125" makes all of them strings, since no latitude is 125. So rates of
# one decimal become places, and those of three do not.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'frictionless==5.21.0' 2>/dev/null
cd "$folder"
env/bin/python -W ignore - <<'PYTHON'
import csv

from frictionless import Resource


def read(*cells: str) -> tuple[str, list[object], bool]:
    with open("rates.csv", "w", newline="") as file:
        csv.writer(file).writerows([["country", "rate"], *([f"Country {n}", cell] for n, cell in enumerate(cells))])
    resource = Resource("rates.csv")
    rates = [row["rate"] for row in resource.read_rows()]
    values = [rate if isinstance(rate, str) else [float(number) for number in rate] for rate in rates]
    return resource.schema.get_field("rate").type, values, Resource("rates.csv").validate().valid


seen = [read("12,5", "13,7"), read("12,5", "101,5"), read("12,5", "13,125"), read("1,200", "3,400")]
print(*seen, sep="\n")
assert seen[0] == ("geopoint", [[12.0, 5.0], [13.0, 7.0]], True), seen[0]
assert seen[1] == ("geopoint", [[12.0, 5.0], [101.0, 5.0]], True), seen[1]
assert seen[2] == ("string", ["12,5", "13,125"], True), seen[2]
assert seen[3] == ("string", ["1,200", "3,400"], True), seen[3]
PYTHON
