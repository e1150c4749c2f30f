#!/bin/sh
# chronyk 1.0.1: "three days ago", "a week ago" and "half a year ago" are now, "2.5 weeks ago" is five weeks, "11 months ago" can lie ahead.
#
# Guess: an amount that it can't read (a word, "a", "half", a decimal) raises its ValueError, as "last month" and "Monday" do.
# Seen: only whole numbers in digits right before the unit count; whatever else stands before "ago" is nothing, so the time is that of reading.
# Of "2.5 weeks" the digits behind the point are taken. Months: the year is not counted back when the month lands before January (it rounds
# to zero instead of down), so in May "5 months ago" is the coming December and "12 months ago" is today. "10 years ago" and "3 days ago" are right.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'chronyk==1.0.1' 2>/dev/null
TZ=UTC "$folder/env/bin/python" -W ignore - <<'PYTHON'
from datetime import datetime, timedelta

from chronyk import Chronyk

started = datetime.now()


def ago(text):
    found = Chronyk(text).datetime()
    print(repr(text), "-> ago:", started - found)
    return started - found


def near(age, **amount):
    return abs(age - timedelta(**amount)) < timedelta(minutes=1)


assert near(ago("3 days ago"), days=3)
assert near(ago("1 week and 2 days ago"), days=9)
for text in ("three days ago", "a week ago", "an hour ago", "two months ago", "half a year ago"):
    assert near(ago(text), days=0), text
assert near(ago("2.5 weeks ago"), weeks=5)
assert near(ago("1.5 hours ago"), hours=5)

month = datetime.utcnow().month  # so many months ago it was December
found = Chronyk(f"{month} months ago").datetime()
print(f"{month} months ago -> {found}, today is {started.date()}")
assert (found.year, found.month) == (datetime.utcnow().year, 12), found
for text in ("last month", "Monday", "May 2021"):
    try:
        Chronyk(text)
    except ValueError as error:
        print(repr(text), "is refused:", error)
    else:
        raise AssertionError(text)
PYTHON
