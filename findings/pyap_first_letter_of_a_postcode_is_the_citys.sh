#!/bin/sh
# pyap 0.3.1: of British addresses the first letter of the postcode goes to the city: "London SW1A 2AA" is "London S" and "W1A
# 2AA".
#
# Guess: parse(text, country="GB") gives city and postal code as written, with a comma between them or without, as it does for
# the US.
# Seen: without a comma, as the post writes them on a line, the city takes all it can, and the pattern of postcodes is content
# with one letter. Cities are "Edinburgh E" and "Bristol B", which no gazetteer has, and the codes are of other towns: London
# SE1 9 is E1 9 (beyond the river), Newcastle NE1 4 in London, Bristol BS1 4 in Sheffield. Cities with one letter (Glasgow G2)
# are right.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'pyap==0.3.1' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
import pyap

for text, seen in (
    ("12 Garden Street, Glasgow G2 1AB", ("Glasgow", "G2 1AB")),
    ("12 Garden Street, London, SW1A 2AA", ("London", "SW1A 2AA")),
    ("12 Garden Street, London SW1A 2AA", ("London S", "W1A 2AA")),
    ("12 Garden Street, London SE1 9GF", ("London S", "E1 9GF")),
    ("12 Garden Street, Edinburgh EH2 1JX", ("Edinburgh E", "H2 1JX")),
    ("12 Garden Street, Bristol BS1 4RN", ("Bristol B", "S1 4RN")),
    ("12 Garden Street, Newcastle upon Tyne NE1 4ST", ("Newcastle upon Tyne N", "E1 4ST")),
):
    (address,) = pyap.parse(text + ", where 3 died.", country="GB")
    found = (address.city, address.postal_code)
    print(text, "->", found)
    assert found == seen, (text, found)
PYTHON
