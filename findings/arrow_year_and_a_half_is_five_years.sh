#!/bin/sh
# arrow 1.4.0: dehumanize takes "1.5 years ago" for five years, "1,000 days ago" for today, "half a year ago" for a whole one.
#
# Guess: what is not of the form that humanize writes raises ValueError, as "three weeks ago" and "two years earlier" do.
# Seen: it looks for an amount anywhere in the text, behind a point, a comma or a word, too: 5 years, 000 days, "a year". So
# the day is a plausible one ("1,250 days ago" is 250 days ago), and no error tells that the front of the amount was cut off.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'arrow==1.4.0' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
from datetime import date

import arrow

article = arrow.get(2021, 3, 17, 12)
for text, seen in (
    ("2 years ago", date(2019, 3, 17)),
    ("1.5 years ago", date(2016, 3, 17)),
    ("half a year ago", date(2020, 3, 17)),
    ("a year and a half ago", date(2020, 3, 17)),
    ("1,000 days ago", date(2021, 3, 17)),
    ("1,250 days ago", date(2020, 7, 10)),
):
    found = article.dehumanize(text).date()
    print(text, "->", found)
    assert found == seen, (text, found)
try:
    article.dehumanize("three weeks ago")
    raise SystemExit("understood")
except ValueError:
    print("three weeks ago -> ValueError")
PYTHON
