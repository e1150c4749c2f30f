#!/bin/sh
# timelength 3.0.4: "three and a half years" are half a year, "3½ years" two.
#
# Guess: "and" joins within a number, as in "two hundred and five days", and "half" is known, as in "half a year"; so three and a
# half are 3.5.
# Seen: the half belongs to the unit alone; the three before it are a lonely value, put among the invalid parts, and success is
# True, as it is whenever anything was read. A quarter and "3 1/2" go the same way; of "3½" the 2 below the line is taken, and
# "5½ years" are two as well. "3.5 years" is right. Terms of prison and of office come out at a seventh, a plausible length.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'timelength==3.0.4' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
from timelength import TimeLength

for text, seen in (
    ("two hundred and five days", 205),
    ("half a year", 182.5),
    ("3.5 years", 1277.5),
    ("three and a half years", 182.5),
    ("three and a quarter years", 91.25),
    ("3 1/2 years", 182.5),
    ("3½ years", 730),
    ("5½ years", 730),
    ("two and a half days", 0.5),
    ("two days and a half", 2),
):
    result = TimeLength(text).result
    days = result.seconds / 86400
    print(text, "->", days, "days, success", result.success)
    assert result.success and days == seen, (text, days)
PYTHON
