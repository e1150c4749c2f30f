#!/bin/sh
# pyjstat 2.4.0: a table sorted by its dead, or by year, is written with the numbers of other places and years.
#
# Guess: Dataset.read(frame).write() puts each value where its place and year belong, as a table with named columns has them.
# Seen: the values are written in the order of the rows, the categories in the order in which they first appear, and JSON-stat
# knows a value by its position alone. So any table that is not already in the order of its columns is shifted: of four rows in
# order of years two change places, and with a row missing (nobody counted Oru in 2022) all behind it move up by one and the
# list is too short. Nothing is raised in writing; read again by the same library the numbers stand at the wrong names.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'pyjstat==2.4.0' 'pandas==3.1.1' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
import json

import pandas
from pyjstat import pyjstat


def again(rows):
    frame = pandas.DataFrame(rows, columns=["place", "year", "value"])
    text = pyjstat.Dataset.read(frame).write()
    try:
        back = pyjstat.Dataset.read(text).write("dataframe")
    except IndexError:  # fewer values than cells
        return json.loads(text)
    return sorted((place, year, int(value)) for place, year, value in back.itertuples(index=False))


by_place = [("Oru", "2021", 12), ("Oru", "2022", 5), ("Kan", "2021", 90), ("Kan", "2022", 1)]
assert again(by_place) == sorted(by_place)

by_year = sorted(by_place, key=lambda row: row[1])
seen = again(by_year)
print(by_year, "is read as", seen, sep="\n  ")
assert seen == [("Kan", "2021", 5), ("Kan", "2022", 1), ("Oru", "2021", 12), ("Oru", "2022", 90)], seen

worst_first = sorted(by_place, key=lambda row: -row[2])
seen = again(worst_first)
print(worst_first, "is read as", seen, sep="\n  ")
assert seen != sorted(by_place), seen

gap = again([row for row in by_place if row[:2] != ("Oru", "2022")])
print("without Oru 2022:", gap["size"], gap["value"])
assert (gap["size"], gap["value"]) == ([2, 2], [12, 90, 1]), gap
PYTHON
