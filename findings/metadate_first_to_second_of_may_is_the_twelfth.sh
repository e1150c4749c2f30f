#!/bin/sh
# metadate 0.6.2: "1-2 May 2024" is 12 May, "3-5 May 2024" is 31 May, and "the last three months" are the first of the three.
#
# Guess: results are periods with a start and an end, so a range of days is one period from 1 to 2 May; at worst it is one of the
# two days, as "1 to 2 May" (the 2nd) and "20-25 May" (the 25th) are. README has "last 2 weeks" from two weeks ago to now.
# Seen: a hyphen behind 1, 2 or 3 is dropped and the digits are one number: 1-2 is 12, 3-5 is 35, and a day that the month has not
# is its last. "Last three months" and "last 2 weeks" are one month and one week, as long ago as the phrase is long: of twelve
# months the last eleven are not in it. Of "twenty-five days ago" only "five days ago" is read.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'metadate==0.6.2' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
from datetime import datetime

from metadate import parse_date

for text, start, end in (
    ("1-2 May 2024", "2024-05-12", "2024-05-13"),
    ("1 to 2 May 2024", "2024-05-02", "2024-05-03"),
    ("3-5 May 2024", "2024-05-31", "2024-06-01"),
    ("20-25 May 2024", "2024-05-25", "2024-05-26"),
    ("last three months", "2024-02-01", "2024-03-01"),
    ("last 2 weeks", "2024-04-30", "2024-05-07"),
    ("twenty-five days ago", "2024-05-09", "2024-05-10"),
    ("25 days ago", "2024-04-19", "2024-04-20"),
):
    found = parse_date(text, reference_date=datetime(2024, 5, 14, 9))
    print(text, "->", found.start_date, "to", found.end_date)
    assert (f"{found.start_date:%Y-%m-%d}", f"{found.end_date:%Y-%m-%d}") == (start, end), found
PYTHON
