#!/bin/sh
# maya 0.6.1: an interval of one month or one year has no length.
#
# Guess: MayaInterval.from_iso8601 reads a start and a duration, "2021-03-17/P1M" as well as "2021-03-17/P1M10D", or raises.
# Seen: its pattern wants days wherever there are years or months; without them nothing but the "P" is matched, the duration is
# none, and the interval ends when it begins. A truce of a month or a mandate of a year is an instant, sums of lengths lack it,
# and no day but its first falls within it. With days ("P1M10D") or in weeks it is right.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'maya==0.6.1' 'pendulum==3.3.0' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
import maya

for text, seen in (
    ("2021-03-17/P30D", 30),
    ("2021-03-17/P2W", 14),
    ("2021-03-17/P1M10D", 41),
    ("2021-03-17/P1M", 0),
    ("2021-03-17/P1Y", 0),
    ("2021-03-17/P1Y6M", 0),
):
    interval = maya.MayaInterval.from_iso8601(text)
    found = interval.timedelta.days
    print(text, "->", interval.iso8601(), found, "days")
    assert found == seen, (text, found)
    assert interval.is_instant == (seen == 0), text
PYTHON
