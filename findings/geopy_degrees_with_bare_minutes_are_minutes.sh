#!/bin/sh
# geopy 2.5.0: Point takes "33 30 S, 36 18 W" for 36 degrees north and 18 west: the whole latitude is thrown away.
#
# Guess: degrees and minutes without signs are read as such, or are an error, as "33-30S 36-18W" is.
# Seen: it skips what stands in front until the end of the text looks like two numbers. So of minutes without a sign the
# second pair is the point: the longitude's degrees as latitude, its minutes as longitude. Heights without a unit and decimal
# commas do the same ("33.5, 36.2, 650" lies in the Pacific: 650 degrees are wrapped round to -70, without a warning).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'geopy==2.5.0' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
from geopy import Point

for text, seen in (
    ("33° 30' S, 36° 18' W", (-33.5, -36.3)),
    ("33 30 S, 36 18 W", (36.0, -18.0)),
    ("33° 30 S, 36° 18 W", (36.0, -18.0)),
    ("33 30 15 S, 36 18 20 W", (18.0, -20.0)),
    ("33.5, 36.2, 650m", (33.5, 36.2)),
    ("33.5, 36.2, 650", (36.2, -70.0)),
    ("33,5138; 36,2765", (36.0, -115.0)),
):
    point = Point(text)
    found = (round(point.latitude, 4), round(point.longitude, 4))
    print(text, "->", found)
    assert found == seen, (text, found)
try:
    Point("33-30S 36-18W")
    raise SystemExit("understood")
except ValueError:
    print("33-30S 36-18W -> ValueError")
PYTHON
