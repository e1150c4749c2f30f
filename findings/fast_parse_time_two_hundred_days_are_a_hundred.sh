#!/bin/sh
# fast-parse-time 1.5.0: "two hundred days ago" is a hundred, "3.5 years ago" three, "two days ago." with its full stop nothing.
#
# Guess: "twenty-five days ago" and "25 days ago" are read, so other numbers are read whole or not at all, as "1,000 days ago" is
# (not at all); signs behind a phrase play no part.
# Seen: the words nearest to the unit are the number and those before are left: five hundred and thirty days are 30, a hundred and
# five are five, a year and two months two months; of a number with a point the whole part is kept. A full stop, a bracket or a
# quotation mark at the phrase hides it, a comma does not: of two tolls in a sentence the last, which ends it, has no day, and
# has_temporal_info() says that there is none.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'fast-parse-time==1.5.0' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
from fast_parse_time import extract_relative_times, has_temporal_info

for text, seen in (
    ("They fled twenty-five days ago", [(25, "day")]),
    ("They fled two hundred days ago", [(100, "day")]),
    ("They fled five hundred and thirty days ago", [(30, "day")]),
    ("They fled a year and two months ago", [(2, "month")]),
    ("They fled 3.5 years ago", [(3, "year")]),
    ("They fled 1,000 days ago", []),
    ("Two days ago, they fled", [(2, "day")]),
    ("They fled two days ago.", []),
    ("They fled (two days ago)", []),
    ("12 died 5 days ago and 30 died 3 days ago.", [(5, "day")]),
):
    found = [(time.cardinality, time.frame) for time in extract_relative_times(text)]
    print(text, "->", found)
    assert found == seen, found
assert not has_temporal_info("They fled two days ago.")
PYTHON
