#!/bin/sh
# parsedatetime 2.6: "three days earlier" are three days later.
#
# Guess: an amount of time with "earlier" goes back from sourceTime, like "before" and "ago"; what is not known gives the flag 0.
# Seen: "earlier" is no word of it, and an amount without one goes forward: "two weeks earlier" is two weeks after, with the flag
# of a day that was understood, the same day as "two weeks later". "half a year ago" is a whole year ago, because "half" is
# left out as well: nothing in the answer says that a part of the words was not read.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'parsedatetime==2.6' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
from datetime import date, datetime

import parsedatetime

calendar, start = parsedatetime.Calendar(), datetime(2021, 3, 17, 12)
for text, seen in (
    ("three days before", date(2021, 3, 14)),
    ("three days earlier", date(2021, 3, 20)),
    ("three days later", date(2021, 3, 20)),
    ("two weeks earlier", date(2021, 3, 31)),
    ("five years earlier", date(2026, 3, 17)),
    ("six months ago", date(2020, 9, 17)),
    ("half a year ago", date(2020, 3, 17)),
):
    found, flag = calendar.parseDT(text, sourceTime=start)
    print(text, "->", found.date(), flag)
    assert (found.date(), flag) == (seen, 1), (text, found, flag)
PYTHON
