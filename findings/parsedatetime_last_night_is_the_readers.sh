#!/bin/sh
# parsedatetime 2.6: "last night" is the night before the script runs, whatever sourceTime says.
#
# Guess: sourceTime, the day of the article, is what all relative words are counted from; "yesterday" is the day before it,
# and so is "last night".
# Seen: that of "yesterday", "three days ago" and "tomorrow night" is. A time of the day with "last" or "this" before it is
# counted from the clock of the machine: an article of 2021 has its dead of "last night" and "this morning" in the week it was
# read. With a word in front ("killed last night") the day is that of the article itself, not the one before, by the same
# function.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'parsedatetime==2.6' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
from datetime import datetime, timedelta

import parsedatetime

calendar, article = parsedatetime.Calendar(), datetime(2021, 3, 17, 12)


def day(text):
    """The day that the words are, for an article of 17 March 2021."""
    found, _ = calendar.parseDT(text, sourceTime=article)
    print(text, "->", found)
    return found


assert day("yesterday").date() == datetime(2021, 3, 16).date()
assert day("three days ago").date() == datetime(2021, 3, 14).date()
assert day("tomorrow night") == datetime(2021, 3, 18, 21)
for text in ("last night", "this morning", "last evening"):
    assert abs(datetime.now() - day(text)) < timedelta(days=3)
assert day("killed last night") == datetime(2021, 3, 17, 21)
PYTHON
