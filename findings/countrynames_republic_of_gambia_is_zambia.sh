#!/bin/sh
# countrynames 1.17.0: to_code("Republic of Gambia", fuzzy=True) is ZM, Zambia, and that of "Republic of Congo" TG, Togo.
#
# Guess: fuzzy=True forgives slips of the pen ("Nigerria", "Republik of Congo"); a right name that is not in the list gives the
# country it names, or None.
# Seen: only the number of letters that differ counts, up to 15 in a hundred, and a long name with "Republic of" in it may differ by
# two: so Gambia is spelt like Zambia, Congo like Togo, and "Democratic Republic of Korea" is Congo. The Taliban are of Italy, and
# "Southern Africa" has the code FAIL, a mark of the list for what is none. Without fuzzy all of these are None.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'countrynames==1.17.0' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
from countrynames import to_code, to_code_3

wanted = {
    "Republic of Gambia": "ZM",
    "Republic of Congo": "TG",
    "Democratic Republic of Korea": "CD",
    "Taliban": "IT",
    "Central Africa": "CF",
    "Southern Africa": "FAIL",
}
seen = {name: to_code(name, fuzzy=True) for name in wanted}
print(seen)
assert seen == wanted, seen
assert [to_code(name) for name in wanted] == [None] * len(wanted)
assert to_code_3("Republic of Congo", fuzzy=True) == "TGO" and to_code_3("Southern Africa", fuzzy=True) == "FAIL"
right = {"Republic of the Gambia": "GM", "Gambia": "GM", "Congo": "CG", "Nigerria": "NG", "Western Africa": None}
found = {name: to_code(name, fuzzy=True) for name in right}
print(found)
assert found == right, found
PYTHON
