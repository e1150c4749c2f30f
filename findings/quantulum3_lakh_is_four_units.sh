#!/bin/sh
# quantulum3 0.10.0: "12 lakh people" is twelve litre year kelvin hours.
#
# Guess: lakh, a hundred thousand, which the press of South Asia writes for every large figure, is a power of ten like
# million and billion ("3 billion" is 3e9); or it is not known and 12 is a bare number, as in "5 crore".
# Seen: an unknown word behind a number is taken apart into symbols of units: l, a, k and h are litre, year, kelvin and
# hour. The value stays 12, a hundred thousandth of what was said, with a dimension that no reader would look for.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'quantulum3==0.10.0' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
from quantulum3 import parser

texts = ("12 lakh people voted.", "They got 2.5 lakh rupees.", "3 billion people voted.", "5 crore people voted.")
seen = [[(found.value, found.unit.name) for found in parser.parse(text)] for text in texts]
print(dict(zip(texts, seen)))
assert seen[0] == [(12.0, "litre year kelvin hour")], seen
assert seen[1] == [(2.5, "litre year kelvin hour")], seen
assert seen[2] == [(3e9, "dimensionless")], seen
assert seen[3] == [(5.0, "dimensionless")], seen
PYTHON
