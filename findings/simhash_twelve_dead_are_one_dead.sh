#!/bin/sh
# simhash 2.1.2: "killed 12, 5 of them children" and "killed 1, 25 of them children" have distance 0, and so have 1.5 and 15 million.
#
# Guess: words are compared in shingles, so that reports with other numbers are near each other, and distance 0 means the same words
# in the same order.
# Seen: everything that is no letter or digit is thrown away, blanks too, before the text is cut into fours: numbers run into one
# another, points, minus signs and ranges are gone. A report with a changed digit (13 for 12) is 4 bits away; these are identical,
# so the later one is dropped as a copy at any threshold.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'simhash==2.1.2' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
from simhash import Simhash, SimhashIndex

report = "A flood in the valley of Oru has killed %s of them children, the mayor told reporters on Monday."
pairs = {
    "12, 5 / 1, 25": (report % "12, 5", report % "1, 25"),
    "1.5 / 15": ("Oru asks for aid of 1.5 million", "Oru asks for aid of 15 million"),
    "-5% / 5%": ("Harvests of Oru: -5%", "Harvests of Oru: 5%"),
    "10-15 / 1015": ("Raiders took 10-15 men", "Raiders took 1015 men"),
    "12, 5 / 13, 5": (report % "12, 5", report % "13, 5"),
}
seen = {name: Simhash(first).distance(Simhash(second)) for name, (first, second) in pairs.items()}
print(seen)
assert list(seen.values())[:4] == [0, 0, 0, 0] and seen["12, 5 / 13, 5"] > 0, seen
index = SimhashIndex([("first", Simhash(report % "12, 5"))], k=0)
assert index.get_near_dups(Simhash(report % "1, 25")) == ["first"]
PYTHON
