#!/bin/sh
# ics 0.7.3: an event of 4 May, 23:00 in Nairobi, that is made all-day is written as one of 3 May.
#
# Guess: make_all_day keeps the day on which the event begins, in its own zone (4 May) or in UTC (20:00, 4 May as well);
# a day of a calendar has no zone.
# Seen: the event becomes midnight of 4 May in Nairobi, which in UTC is 21:00 of 3 May, and that is the DATE that is written:
# DTSTART;VALUE=DATE:20170503. East of Greenwich every such event is a day early. begin still says 4 May, so nothing shows
# before the file is read; west of it, and in UTC, days are right.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'ics==0.7.3' 'arrow==1.4.0' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
import ics


def written(begin: str) -> list[str]:
    event = ics.Event(name="Two ships left", begin=begin)
    event.make_all_day()
    assert str(event.begin).startswith("2017-05-04"), event.begin
    return [line.strip() for line in str(ics.Calendar(events=[event])).splitlines() if line.startswith("DTSTART")]


days = {zone: written(f"2017-05-04 23:00:00{zone}") for zone in ("+03:00", "+00:00", "-05:00")}
print(days)
assert days["+03:00"] == ["DTSTART;VALUE=DATE:20170503"], days
assert days["+00:00"] == days["-05:00"] == ["DTSTART;VALUE=DATE:20170504"], days
PYTHON
