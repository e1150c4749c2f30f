#!/bin/sh
# libhxl 5.2.2: the day 20170322 in a column of dates is 22 August 1970, and a spreadsheet's 42816 is in 2087.
#
# Guess: 20170322, which ISO 8601 allows for 2017-03-22, is that day or is refused, and 42816, the number that a spreadsheet
# keeps for it, likewise; the date filters of the library compare real days.
# Seen: an integer above 100,000 is taken for seconds since 1970 and one from 2,200 on for days since 1970, the first of
# January being 1: normalise_date gives 1970-08-22 and 2087-03-23. The validator finds no fault with either, and a filter for
# dates from 2017 on drops the first row and keeps the second.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'libhxl==5.2.2' 'six==1.17.0' 2>/dev/null
TZ=UTC "$folder/env/bin/python" - <<'PYTHON'
import hxl

rows = [["#date", "#affected+killed"], ["20170322", "5"], ["42816", "6"], ["2017-03-22", "7"]]
days = {text: hxl.datatypes.normalise_date(text) for text, _ in rows[1:]}
print(days)
faults = []
hxl.schema(callback=lambda error: faults.append(error) if error.rule.severity == "error" else None).validate(hxl.data(rows))
print("errors:", faults)
kept = [row.values for row in hxl.data(rows).with_rows("#date >= 2017-01-01")]
print("from 2017 on:", kept)
assert days == {"20170322": "1970-08-22", "42816": "2087-03-23", "2017-03-22": "2017-03-22"}, days
assert faults == []
assert [cells[1] for cells in kept] in (["6", "7"], [6, 7]), kept
PYTHON
