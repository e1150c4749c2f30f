#!/bin/sh
# babel 2.19.0 (CLDR 49): for five of the six nations of the Central African franc there is no currency before 1993.
#
# Guess: get_territory_currencies gives what was tender on any day since a nation's independence; the CFA franc of Gabon,
# Congo, Chad and the Central African Republic dates from the 1940s, that of Equatorial Guinea from 1985.
# Seen: an empty list for each of them on a day of 1992, though Cameroon, which shares the very notes, has XAF since 1973.
# Ukraine has nothing, too, from October 1993 to September 1996, when it paid in karbovantsi. An empty list is also what
# a territory without any money of its own gets, so the caller cannot tell a gap from a fact.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'babel==2.19.0' 2>/dev/null
"$folder/env/bin/python" - <<'PYTHON'
from datetime import date

from babel.numbers import get_territory_currencies

for nation in ("CM", "GA", "CG", "TD", "CF", "GQ"):
    found = [get_territory_currencies(nation, date(year, 6, 1)) for year in (1992, 1993)]
    print(nation, "1992", found[0], "1993", found[1])
    assert found == [["XAF"] if nation == "CM" else [], ["XAF"]], found
ukraine = {year: get_territory_currencies("UA", date(year, 6, 1)) for year in (1993, 1994, 1995, 1996, 1997)}
print("UA", ukraine)
assert ukraine == {1993: ["UAK"], 1994: [], 1995: [], 1996: [], 1997: ["UAH"]}, ukraine
PYTHON
