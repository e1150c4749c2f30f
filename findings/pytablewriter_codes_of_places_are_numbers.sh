#!/bin/sh
# pytablewriter 1.2.1: the place codes "0012", "1e3" and "12E2" of a table of texts are written as 12, 1000 and 1200.
#
# Guess: what is given as a text is written as that text; only numbers are aligned and formatted as numbers.
# Seen: texts that could be numbers become numbers, each for itself: leading zeros go, a code with an E in it is multiplied out, the toll
# "1,200" loses its comma and "7.0" its decimal, in Markdown as in CSV, so that the written codes match no gazetteer. "3/5/2015" stays.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'pytablewriter==1.2.1' 2>/dev/null
"$folder/env/bin/python" - <<'PYTHON'
import csv

from pytablewriter import CsvTableWriter

rows = [["Lae", "0012", "1,200"], ["Buka", "1e3", "7.0"], ["Wau", "12E2", "3/5/2015"]]
written = CsvTableWriter(headers=["place", "code", "toll"], value_matrix=rows).dumps()
print(written)
read = list(csv.reader(written.splitlines()))[1:]
assert [row[1] for row in read] == ["12", "1000", "1200"], read
assert [row[2] for row in read] == ["1200", "7", "3/5/2015"], read
PYTHON
