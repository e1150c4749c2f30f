#!/bin/sh
# qddate 1.0.17: "03.05.21" and "3 May 21" are of the year 21, "31/12/99" of the year 99; "3 May 2021 11:05 PM" is 11:05 in the morning.
#
# Guess: two digits of a year are of this century or the last, as with strptime and dateutil (2021, 1999), or no date (None); PM is 23:05, or the
# time is left out.
# Seen: the two digits are the year, a date of the first century without a word, which a table sorts before all others. PM and what stands behind
# are cut off as trailing text, so the evening is the morning; where the hour has one digit, or "at" stands before it, no time is read and the
# day begins at midnight. Hours up to 24 ("22:30") and years of four digits are right.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'qddate==1.0.17' 'pyparsing==3.3.3' 'python-dateutil==2.9.0.post0' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
from datetime import datetime

from dateutil import parser as other
from qddate import DateParser

parser = DateParser()
texts = {  # text: what is read; what dateutil reads
    "03.05.2021": (datetime(2021, 5, 3), None),
    "Monday, 3 May 2021 22:30": (datetime(2021, 5, 3, 22, 30), None),
    "03.05.21": (datetime(21, 5, 3), datetime(2021, 5, 3)),
    "3 May 21": (datetime(21, 5, 3), datetime(2021, 5, 3)),
    "31/12/99": (datetime(99, 12, 31), datetime(1999, 12, 31)),
    "3 May 2021 11:05 PM": (datetime(2021, 5, 3, 11, 5), datetime(2021, 5, 3, 23, 5)),
    "Jul 3, 2021 11:05 PM": (datetime(2021, 7, 3, 11, 5), datetime(2021, 7, 3, 23, 5)),
    "Monday, January 31, 2022 10:30 PM": (datetime(2022, 1, 31, 10, 30), datetime(2022, 1, 31, 22, 30)),
    "June 22, 2026 1:46 pm": (datetime(2026, 6, 22), datetime(2026, 6, 22, 13, 46)),
    "12 May 2021 at 11:45 pm": (datetime(2021, 5, 12), datetime(2021, 5, 12, 23, 45)),
}
for text, (day, right) in texts.items():
    seen, dateutils = parser.parse(text), other.parse(text, dayfirst=True)
    print(repr(text), "->", seen, "; dateutil:", dateutils)
    assert seen == day, (text, seen)
    assert dateutils == (right or day), (text, dateutils)
PYTHON
