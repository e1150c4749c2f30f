#!/bin/sh
# countryinfo 1.0.1: in all_countries, GBR is the United Kingdom and Wales, MMR is Myanmar and Burma, PSE is Palestine twice.
#
# Guess: one entry for each code, so that a table by iso(3) has each nation once, and CountryInfo of a code or of a name is
# the same.
# Seen: 256 entries for fewer codes. In a dictionary by code the last one wins: GBR is Wales, without population, PSE a
# Palestine without one either; a merge doubles the rows of all four. Scotland has the code "". CountryInfo("PSE") and
# CountryInfo("Palestine") are two entries, and of Myanmar and Burma the numbers of people differ by four million.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'countryinfo==1.0.1' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
from collections import defaultdict

from countryinfo import CountryInfo, all_countries

by_code = defaultdict(list)
for country in all_countries():
    by_code[country.iso(3)].append(country)
twice = {code: [country.name() for country in found] for code, found in by_code.items() if len(found) > 1}
print(twice)
assert set(twice) == {"GBR", "MMR", "PSE", "VAT"}, twice
last = {code: (found[-1].name(), found[-1].population()) for code, found in by_code.items()}
print(last["GBR"], last["PSE"], last[""])
assert last["GBR"] == ("Wales", None)
assert last[""][0] == "Scotland"
people = {name: CountryInfo(name).population() for name in ("Palestine", "PSE", "Myanmar", "Burma", "GBR")}
print(people)
assert people["Palestine"] > 5_000_000 and people["PSE"] is None
assert people["Burma"] - people["Myanmar"] > 3_900_000
PYTHON
