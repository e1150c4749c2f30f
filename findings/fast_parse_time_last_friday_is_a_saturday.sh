#!/bin/sh
# fast-parse-time 1.5.0: read on a Monday, "last Friday" of an article of Tuesday, 14 May 2024, is Saturday, 11 May.
#
# Guess: resolve_to_datetime(text, reference) counts from the reference; its docs say to pass a fixed one for results that can be
# reproduced. "Last Friday" is a Friday, whatever the day of the article.
# Seen: a weekday becomes a number of days counted from the day on which the program runs, and these are taken from the
# reference: on a Monday "last Friday" is three days before any article, on another day another number. For the seven articles of
# a week it is seven days of the week, and a table made again tomorrow has other days. "Yesterday" is right. Tests whose reference
# is today see nothing of it.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'fast-parse-time==1.5.0' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
from datetime import date, datetime, timedelta

from fast_parse_time import resolve_to_datetime

today = date.today()
counted = (today.weekday() - 4 - 1) % 7 + 1  # days from the last Friday to today
days = set()
for day in range(13, 20):
    article = datetime(2024, 5, day, 9)
    (found,) = resolve_to_datetime("The army withdrew last Friday", article)
    (yesterday,) = resolve_to_datetime("The army withdrew yesterday", article)
    print(f"article of {article:%A %d %B}: last Friday is {found:%A %d %B}")
    assert yesterday == article - timedelta(days=1)
    assert found == article - timedelta(days=counted), (found, counted)
    days.add(f"{found:%A}")
assert len(days) == 7, days
PYTHON
