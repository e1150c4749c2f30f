#!/bin/sh
# persiantools 6.2.0: strptime reads "12:30 AM" with "%I:%M %p" as half past twelve in the afternoon, and half a second as 5 microseconds.
#
# Guess: %I and %p are those of the standard library: 12 AM is the hour after midnight, 12 PM the hour after noon; %f is a
# fraction, so ".5" is half a second.
# Seen: AM leaves the hour as it is and PM adds twelve. So a raid at half past midnight is twelve hours late, after those of that
# morning; 12:30 PM is refused, as hour 24, and all other hours are right. Its own strftime writes "00:30 AM", so what it wrote
# comes back as it was. %f is read as a count of microseconds.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'persiantools==6.2.0' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
from datetime import datetime

from persiantools.jdatetime import JalaliDateTime

form = "%Y-%m-%d %I:%M %p"
wanted = {"12:30 AM": (12, 0), "01:30 AM": (1, 1), "11:30 AM": (11, 11), "01:30 PM": (13, 13), "11:30 PM": (23, 23)}
for text, hours in wanted.items():
    here = JalaliDateTime.strptime("1403-03-23 " + text, form).to_gregorian()
    there = datetime.strptime("2024-06-12 " + text, form)
    print(text, "is", here, "and in the standard library", there)
    assert here.date() == there.date() and (here.hour, there.hour) == hours, (here, there)
assert JalaliDateTime(1403, 3, 23, 0, 30).strftime("%I:%M %p") == "00:30 AM"
form = "%Y-%m-%d %H:%M:%S.%f"
here = JalaliDateTime.strptime("1403-03-23 10:00:00.5", form)
there = datetime.strptime("2024-06-12 10:00:00.5", form)
print("microseconds of .5:", here.microsecond, "and", there.microsecond)
assert (here.microsecond, there.microsecond) == (5, 500000)
PYTHON
