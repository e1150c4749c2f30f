#!/bin/sh
# lat-lon-parser 1.3.1: "33°27′ S" is south, "33°27′ S." at the end of a sentence is north; so are "S lat." and a real minus
# sign.
#
# Guess: the letter of the quadrant counts wherever it stands, or what is not understood raises ValueError; what it leaves out
# is noise.
# Seen: only the very first and the very last character are looked at. With a stop, comma or bracket behind it, S and W turn
# into N and E; "−33.45" with the minus of typography, which encyclopaedias write, is 33.45. "70°40′ Ouest" and "46° ю. ш.",
# the Russian form of its own Cyrillic letters, lose their sign too. Numbers are right, so nothing but the hemisphere tells.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'lat-lon-parser==1.3.1' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
from lat_lon_parser import parse

for text, seen in (
    ("33°27′ S", -33.45),
    ("33°27′ S.", 33.45),
    ("33°27′ S,", 33.45),
    ("(S 33.45)", 33.45),
    ("33°27′ south", -33.45),
    ("33°27′ south latitude", 33.45),
    ("-33.45", -33.45),
    ("\u221233.45", 33.45),
    ("70°40′ W", -70.6667),
    ("70°40′ Ouest", 70.6667),
    ("46° ю", -46.0),
    ("46° ю. ш.", 46.0),
):
    found = round(parse(text), 4)
    print(text, "->", found)
    assert found == seen, (text, found)
PYTHON
