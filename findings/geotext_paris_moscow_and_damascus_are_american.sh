#!/bin/sh
# geotext 0.4.0: "Damascus", "Moscow" and "Paris" are mentions of the United States, and "Port of Spain" one of Spain.
#
# Guess: country_mentions counts the countries of the cities in a text; of cities with one name it takes the largest, as its
# table of places has the number of inhabitants of each, or leaves the country out.
# Seen: of places with one name the last line of the table stays, and that is by the order of their countries, so the namesake in
# the United States, which stand near its end. Of its own capitals 22 are there, Athens, Lima, Rome and Vienna too. Papua
# New Guinea is Guinea, Trinidad and Tobago is Uruguay, Bissau is in India, and the United Arab Emirates are nowhere.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'geotext==0.4.0' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
import os

import geotext
from geotext import GeoText

wanted = {
    "Shelling in Damascus killed 12 people.": {"US": 1},
    "Troops in Moscow arrested 340 people.": {"US": 1},
    "A protest in Paris hurt 25 people.": {"US": 1},
    "A blast in Bissau injured nine men.": {"IN": 1},
    "Nine people were shot in Port of Spain.": {"ES": 1},
    "Papua New Guinea sent 40 soldiers.": {"GN": 1},
    "Trinidad and Tobago sent 40 soldiers.": {"UY": 1},
    "The United Arab Emirates sent 40 soldiers.": {},
    "A bomb in Aleppo killed five people.": {"SY": 1},
}
seen = {text: dict(GeoText(text).country_mentions) for text in wanted}
print(seen)
assert seen == wanted, seen
american = []
with open(os.path.join(os.path.dirname(geotext.__file__), "data", "countryInfo.txt"), encoding="utf-8-sig") as table:
    for line in table:
        cells = line.split("\t")
        if len(cells) > 5 and cells[5] and cells[0] not in ("US", "UM"):
            if dict(GeoText(cells[5] + " was calm.").country_mentions) == {"US": 1}:
                american.append(cells[5])
print(len(american), "capitals:", american)
assert len(american) == 22 and {"Athens", "Lima", "Rome", "Vienna"} <= set(american), american
PYTHON
