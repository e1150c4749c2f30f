#!/bin/sh
# nameparser 2.6.0: the last name of "Sen. Ines Caldera (D-Ariz.)" is "D-Ariz.", and Caldera is her middle name.
#
# Guess: what stands in brackets after a name is taken out as a nickname, as it says, or is a suffix; the name is the same with
# and without it. "(D-AZ)", "(R-Texas)" and "(UNHCR)" bear it out.
# Seen: with a full stop at its end what is in the brackets is part of the name and, being last, the last name. So senators of
# Ohio and Texas are listed under their own names, those of Ariz., Calif. and Vt. under party and state, and an age of
# "(40 yrs.)" is a last name.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'nameparser==2.6.0' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
from nameparser import HumanName

wanted = {
    "Sen. Ines Caldera (D-Ariz.)": ("Ines", "Caldera", "D-Ariz."),
    "Rep. Tom Brevik (R-La.)": ("Tom", "Brevik", "R-La."),
    "Amina Bello (U.N.)": ("Amina", "Bello", "U.N."),
    "Amina Bello (40 yrs.)": ("Amina", "Bello 40", "yrs."),
    "Sen. Ines Caldera (D-AZ)": ("Ines", "", "Caldera"),
    "Sen. Ines Caldera (D-Ohio)": ("Ines", "", "Caldera"),
    "Rep. Tom Brevik (R-Texas)": ("Tom", "", "Brevik"),
    "Amina Bello (UNHCR)": ("Amina", "", "Bello"),
    "Amina Bello (40)": ("Amina", "", "Bello"),
    "Gen. Tom Brevik (Ret.)": ("Tom", "", "Brevik"),
}
seen = {}
for text in wanted:
    name = HumanName(text)
    seen[text] = (name.first, name.middle, name.last)
print(seen)
assert seen == wanted, seen
assert HumanName("Sen. Ines Caldera (D-AZ)").nickname == "D-AZ"
PYTHON
