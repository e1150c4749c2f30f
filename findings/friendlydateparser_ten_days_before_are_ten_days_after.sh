#!/bin/sh
# friendlydateparser 0.2.4: "10 days before 3 May 2021" is 13 May, as "10 days after" is, and "2 hours before 3 May" are two hours into it.
#
# Guess: before counts back from the date that follows and after counts on; its grammar has both words, and "10 days ago" is right.
# Seen: a length of time before a date is added to it, whatever the date: yesterday, last Friday, a month, the last day of a month. With
# months and years, too. Only "the day before yesterday", which it knows as a whole, is in the past. A date of the future is not refused, so "the
# truce broke 3 days before yesterday" stands two days ahead of its article.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'friendlydateparser==0.2.4' 'antlr4-python3-runtime==4.13.2' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
import datetime

from friendlydateparser import parse_datetime

NOW = datetime.datetime(2024, 5, 14, 12)  # a Tuesday
seen = {
    "10 days ago": "2024-05-04 12:00",
    "yesterday": "2024-05-13 00:00",
    "the day before yesterday": "2024-05-12 00:00",
    "10 days after 3 May 2021": "2021-05-13 00:00",
    "10 days before 3 May 2021": "2021-05-13 00:00",
    "2 weeks before 3 May 2021": "2021-05-17 00:00",
    "1 month before 3 May 2021": "2021-06-03 00:00",
    "1 year before 3 May 2021": "2022-05-03 00:00",
    "2 hours before 3 May 2021": "2021-05-03 02:00",
    "3 days before yesterday": "2024-05-16 00:00",
    "1 day before last Friday": "2024-05-11 00:00",
    "10 days before the last day of May 2021": "2021-06-10 00:00",
}
for text, day in seen.items():
    read = f"{parse_datetime(text, now=NOW):%Y-%m-%d %H:%M}"
    print(repr(text), "->", read)
    assert read == day, (text, read)
PYTHON
