#!/bin/sh
# DateRangeParser 1.3.2: "28 December 2020 - 3 January" is in this winter; "3 May 2020 to 5 May" is in the year of the reader.
#
# Guess: a year that stands with the first day alone holds for the second one too: 2020-05-03 to 2020-05-05, and 2021-01-03 behind December 2020.
# Seen: the year is taken from the second day only. Where that has none, both days get the year of today (or the year before, for a range over
# New Year), and the year in the text is left out without a word: the same report is of another year when it is read a year later.
# With the year at the end, or at both ends, the dates are right; so is a single day.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'DateRangeParser==1.3.2' 'pyparsing==3.3.3' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
from datetime import date

from daterangeparser import parse

today = date.today().year


def read(text):
    first, last = (day and day.date() for day in parse(text))
    print(repr(text), "->", first, last)
    return first, last


assert read("3 May 2020") == (date(2020, 5, 3), None)
assert read("3 May - 5 June 2020") == (date(2020, 5, 3), date(2020, 6, 5))
assert read("28 December - 3 January 2021") == (date(2020, 12, 28), date(2021, 1, 3))
assert read("28 December 2020 - 3 January 2021") == (date(2020, 12, 28), date(2021, 1, 3))

assert read("3 May 2020 to 5 May") == (date(today, 5, 3), date(today, 5, 5))
assert read("May 3, 2020 - June 5") == (date(today, 5, 3), date(today, 6, 5))
assert read("28 December 2020 - 3 January") == (date(today - 1, 12, 28), date(today, 1, 3))
assert read("Nov 2020 - Feb")[0] == date(today - 1, 11, 1)
PYTHON
