#!/bin/sh
# country-engine 0.1.0: "China" is Macao (MAC), "Micronesia" is Palau, and UNHCR's "NIG" for Nigeria is Niger; "china" and "China " are right.
#
# Guess: convert("China", to=ISO3C) is CHN: the English name of a country is what the library is asked for most, and its README does so.
# Seen: what form a value has is looked up in one list of all values of all forms, and the first form of it is taken; there the air
# traffic regions of Eurocontrol come before the names. In that form China, Hong Kong and Macao are "China", and of the rows with one value the
# last is kept. Names of regions are countries in the same way: "Africa" is Zimbabwe, "Europe" the Åland Islands, each the last of its
# rows. In small letters the name is searched among names only. Names as the United Nations write them are None, not near ones.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'country-engine==0.1.0' 'polars==1.35.2' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
from country_engine import Formats, convert

seen = {
    "France": "FRA",
    "china": "CHN",
    "China ": "CHN",
    "China": "MAC",
    "Hong Kong": "HKG",
    "Micronesia": "PLW",
    "Africa": "ZWE",
    "Western Africa": "TGO",
    "Europe": "ALA",
    "Russian Federation": None,
}
for name, code in seen.items():
    read = convert(name, to=Formats.ISO3C)
    print(repr(name), "->", read, "|", convert(name, to=Formats.Country.Name.EN))
    assert read == code, (name, read)
assert convert("China", to=Formats.ISO3C, from_format=Formats.Country.Name.EN) == "CHN"
names = {code: convert(code, to=Formats.Country.Name.EN) for code in ("NGR", "NIG")}
print("UNHCR's codes, form not given:", names)
assert names == {"NGR": "Nigeria", "NIG": "Niger"}  # of UNHCR NGR is Niger and NIG Nigeria
assert convert("NIG", to=Formats.Country.Name.EN, from_format=Formats.UNHCR) == "Nigeria"
PYTHON
