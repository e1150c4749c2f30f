#!/bin/sh
# reverse_geocoder 1.5.1: the place nearest to 69.05 N 28.9 E is one of Norway 126 km away; Nikel in Russia, 66 km away, is in its table.
#
# Guess: search gives the place of its table that is nearest to a point on the ground, as it says; what is near a border may be
# of the neighbour, if the neighbour's town is the nearer.
# Seen: the distance is that of degrees, one of longitude counting as much as one of latitude, which at 60 degrees is half as
# long. So what lies east or west is put too far: by the Sea of Azov, at Narva and in Masuria the answer is a town of another
# country though one of the right country is nearer, and in the east of Fiji, beyond 180 degrees, it is one of Wallis.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'reverse_geocoder==1.5.1' 'numpy==2.4.6' 'scipy==1.17.1' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
import csv
import os
from math import asin, cos, radians, sin, sqrt

import reverse_geocoder


def distance(point, row):
    lat, lon, to_lat, to_lon = map(radians, (*point, float(row["lat"]), float(row["lon"])))
    return 2 * 6371 * asin(sqrt(sin((to_lat - lat) / 2) ** 2 + cos(lat) * cos(to_lat) * sin((to_lon - lon) / 2) ** 2))


wanted = {
    (69.05, 28.9): ("Vuonnabahta NO 126", "Nikel' RU 66"),
    (59.66, 27.96): ("Narva-Joesuu EE 23", "Ust'-Luga RU 18"),
    (54.41, 21.75): ("Wegorzewo PL 22", "Ozersk RU 17"),
    (47.6, 38.26): ("Kuteynykove UA 24", "Anastasiyevka RU 21"),
    (-16.8, -179.97): ("Sigave WF 339", "Lambasa FJ 81"),
    (14.5, -4.2): ("Mopti ML 3", "Mopti ML 3"),
}
table = os.path.join(os.path.dirname(reverse_geocoder.__file__), "rg_cities1000.csv")
with open(table, encoding="utf-8") as lines:
    rows = list(csv.DictReader(lines))
for point, expected in wanted.items():
    found = reverse_geocoder.search([point], mode=1, verbose=False)[0]
    nearest = min(rows, key=lambda row: distance(point, row))
    seen = tuple(f"{row['name']} {row['cc']} {distance(point, row):.0f}" for row in (found, nearest))
    print(point, "found:", seen[0], "km, nearest:", seen[1], "km")
    assert seen == expected, seen
PYTHON
