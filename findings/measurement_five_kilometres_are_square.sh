#!/bin/sh
# measurement 3.2.2: five kilometres are five square kilometres, and so are miles, metres, yards and feet.
#
# Guess: guess(5, "kilometre") is a distance, as guess(5, "km") is; the unit of an area needs a word for it ("sq_km").
# Seen: the measures are tried by the alphabet, and Area takes over the long names of Distance as they are: "kilometre", "mile",
# "metre", "yard", "foot" and "nautical mile" are areas. Abbreviations are distances, and so is "inch". "C" is Calories, and
# "mile" of the class Distance itself is right, so that only the guess from a word of the text is wrong, by its dimension.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'measurement==3.2.2' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
from measurement.utils import guess

for unit, kind, seen in (
    ("km", "Distance", "km"),
    ("mi", "Distance", "mi"),
    ("inch", "Distance", "inch"),
    ("kilometre", "Area", "sq_km"),
    ("mile", "Area", "sq_mi"),
    ("metre", "Area", "sq_m"),
    ("foot", "Area", "sq_ft"),
    ("nautical mile", "Area", "sq_nm"),
    ("C", "Energy", "C"),
):
    found = guess(5, unit)
    print("5", unit, "->", type(found).__name__, found)
    assert (type(found).__name__, found.unit) == (kind, seen), (unit, found)
assert guess(5, "mile").standard > 12_000_000
PYTHON
