#!/bin/sh
# babel 2.19.0 (CLDR): the first of get_territory_currencies is not a land's own money, but what it has paid with longest.
#
# Guess: the list has the most important currency first, so that [0] is the money that "dollars" or "rupees" of the land
# and its budget are in.
# Seen: the order is that of CLDR's days, the oldest tender first. Namibia and Lesotho begin with the rand, Bhutan with the
# Indian rupee, Zimbabwe of 2017 with a dollar of its own that nobody took, before the US dollar. Sorted by "from", the
# newest first, Namibia, Lesotho and Bhutan are right, but Haiti and Panama begin with the US dollar, which came later.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'babel==2.19.0' 2>/dev/null
"$folder/env/bin/python" - <<'PYTHON'
from datetime import date

from babel.numbers import get_territory_currencies

DAY = date(2017, 5, 9)
OWN = {"NA": "NAD", "LS": "LSL", "BT": "BTN", "HT": "HTG", "PA": "PAB"}

listed = {land: get_territory_currencies(land, DAY) for land in [*OWN, "ZW"]}
for land, codes in listed.items():
    print(land, codes)
assert [land for land in OWN if listed[land][0] != OWN[land]] == ["NA", "LS", "BT"], listed
assert listed["ZW"] == ["ZWL", "USD"], listed

by_start = {
    land: sorted(get_territory_currencies(land, DAY, include_details=True), key=lambda row: row["from"])[-1]
    for land in OWN
}
newest = {land: row["currency"] for land, row in by_start.items()}
print("newest:", newest)
assert [land for land in OWN if newest[land] != OWN[land]] == ["HT", "PA"], newest
PYTHON
