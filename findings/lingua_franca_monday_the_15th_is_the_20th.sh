#!/bin/sh
# lingua-franca 0.4.3: "Monday, March 15, 2021" is the 20th of March.
#
# Guess: a weekday beside a full date says the same thing twice, and the date holds.
# Seen: the days from the article to the next such weekday are added to the date, so it is off by none to six days, according to
# the weekday on which the article was written: from a Wednesday "Friday 26 March 2021" is Sunday the 28th. Only where both fall
# on the weekday of the article is the date right. Datelines and schedules are written so, and the year and month look right.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'lingua-franca==0.4.3' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
from datetime import datetime

from lingua_franca import load_language
from lingua_franca.parse import extract_datetime

load_language("en")
wednesday, monday = datetime(2021, 3, 17), datetime(2021, 3, 22)
for text, article, seen in (
    ("March 15, 2021", wednesday, "2021-03-15 Mon"),
    ("Monday, March 15, 2021", wednesday, "2021-03-20 Sat"),
    ("Monday, March 15, 2021", monday, "2021-03-15 Mon"),
    ("on Friday 26 March 2021", wednesday, "2021-03-28 Sun"),
    ("on Friday 26 March 2021", monday, "2021-03-30 Tue"),
    ("on Wednesday 3 March 2021", wednesday, "2021-03-03 Wed"),
    ("Tuesday 5 January 2021", wednesday, "2021-01-11 Mon"),
):
    moment, _ = extract_datetime(text, article, lang="en")
    found = f"{moment:%Y-%m-%d %a}"
    print(f"{text} (read on a {article:%A}) -> {found}")
    assert found == seen, (text, found)
PYTHON
