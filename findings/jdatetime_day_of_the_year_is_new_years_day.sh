#!/bin/sh
# jdatetime 6.1.1: strptime("1403/085", "%Y/%j") is 1 Farvardin 1403; strftime wrote "1403/085" for 23 Khordad.
#
# Guess: what strftime writes with a format strptime reads with it, as the standard library does; a directive that it does not
# read is refused, as %U is.
# Seen: the day of the year is matched and thrown away, so month and day stay at 1: each date of the year is New Year's day, 20
# March 2024, and a series of days is one day. That it must be of three digits is checked, that it is a day is not: day 399 is
# New Year's day too. persiantools reads the same text as 23 Khordad.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'jdatetime==6.1.1' 'persiantools==6.2.0' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
from datetime import date

import jdatetime
from persiantools.jdatetime import JalaliDateTime

form = "%Y/%j"
for month, day in ((1, 1), (3, 23), (7, 1), (12, 29)):
    text = jdatetime.date(1403, month, day).strftime(form)
    read = jdatetime.datetime.strptime(text, form).date()
    other = JalaliDateTime.strptime(text, form)
    print(month, day, "is written", text, "and read", read, "or, by persiantools,", f"{other.year}-{other.month:02}-{other.day:02}")
    assert read == jdatetime.date(1403, 1, 1) and read.togregorian() == date(2024, 3, 20), read
    assert (other.year, other.month, other.day) == (1403, month, day), other
assert jdatetime.date(1403, 3, 23).strftime(form) == "1403/085"
assert jdatetime.datetime.strptime("1403/399", form).date() == jdatetime.date(1403, 1, 1)
try:
    jdatetime.datetime.strptime("1403/12", "%Y/%U")
    refused = False
except ValueError:
    refused = True
assert refused
PYTHON
