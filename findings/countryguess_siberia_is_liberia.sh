#!/bin/sh
# countryguess 0.4.9: guess_country("Siberia") is Liberia, and "South America" is South Africa.
#
# Guess: a name that no pattern knows is compared with the names of countries and forgiven a slip or two; a region that is no
# country is None, as "Europe", "West Africa" and "Latin America" are.
# Seen: a name four fifths like a country's is that country, so Siberia is Liberia, Crimea Armenia and Artsakh Iraq as
# republics; North Africa, South America and South Asia are all South Africa. Yet "Turkish", "French" and "Chinese", which are
# less alike, are None, so a table of dead by country gains rows elsewhere. New England is the United Kingdom by its pattern.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'countryguess==0.4.9' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
from countryguess import guess_country

wanted = {
    "Siberia": "Liberia",
    "Republic of Crimea": "Armenia",
    "Republic of Artsakh": "Iraq",
    "North Africa": "South Africa",
    "South America": "South Africa",
    "South Asia": "South Africa",
    "New England": "United Kingdom",
    "West Africa": None,
    "Latin America": None,
    "Europe": None,
    "French": None,
    "Turkish": None,
}
seen = {name: guess_country(name, attribute="name_short", default=None) for name in wanted}
print(seen)
assert seen == wanted, seen
PYTHON
