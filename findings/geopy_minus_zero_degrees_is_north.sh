#!/bin/sh
# geopy 2.5.0: Point takes "-0° 18' 0", 36° 6' 0"" for a place north of the equator; "-1° 18' 0", 36° 49' 0"" is south, as
# written.
#
# Guess: a minus before degrees counts for minutes and seconds too, as it does for one degree and more.
# Seen: it asks whether the degrees are below zero, which -0 is not. So places less than one degree south of the equator are
# mirrored to the north, those less than one degree west of Greenwich to the east, and distances are wrong by up to 220 km; no
# error.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'geopy==2.5.0' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
from geopy import Point
from geopy.distance import distance

for text, latitude, longitude in (
    ("-1° 18' 0\", 36° 49' 0\"", -1.3, 36.8167),
    ("-0° 18' 0\", 36° 6' 0\"", 0.3, 36.1),  # 0.3 degrees south
    ("51° 28' 38\", -1° 7' 39\"", 51.4772, -1.1275),
    ("51° 28' 38\", -0° 7' 39\"", 51.4772, 0.1275),  # west
    ("-0.3, 36.1", -0.3, 36.1),
):
    point = Point(text)
    print(text, "->", round(point.latitude, 4), round(point.longitude, 4))
    assert (round(point.latitude, 4), round(point.longitude, 4)) == (latitude, longitude), (text, point)
apart = distance("-0° 18' 0\", 36° 6' 0\"", "0° 18' 0\" S, 36° 6' 0\" E").km
print("one place, written in two ways:", round(apart), "km apart")
assert 66 < apart < 67, apart
PYTHON
