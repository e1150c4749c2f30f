#!/bin/sh
# dms2dec 0.1: "33.5° S" is -33.083, "33°27.5' S" is 33°27'5" south, and "-33°27'15"" is north.
#
# Guess: fractions of degrees and minutes are read as fractions of seconds are ("15.5""), or are an error; a minus is south.
# Seen: the text is cut at all that is no digit, also at the point and the comma, and the parts are degrees, minutes and
# seconds in turn; only the fourth is a fraction. Decimal minutes, which ships and airmen give, are wrong by a kilometre,
# with three digits by up to thirty, decimal degrees by up to a degree and more ("70.6693 W" is past 180), most of them
# plausible places. The sign in front is dropped.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'dms2dec==0.1' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
from dms2dec.dms_convert import dms2dec

for text, seen, right in (
    ("33°27'15.5\"S", -33.45431, -33.45431),
    ("33°27'30\"S", -33.45833, -33.45833),
    ("33°27.5'S", -33.45139, -33.45833),
    ("33°27.95'S", -33.47639, -33.46583),
    ("33.5° S", -33.08333, -33.5),
    ("33.45° S", -33.75, -33.45),
    ("33,45° S", -33.75, -33.45),
    ("70.6693 W", -181.55, -70.6693),
    ("-33°27'15\"", 33.45417, -33.45417),
):
    found = round(dms2dec(text), 5)
    print(text, "->", found, "for", right)
    assert found == seen, (text, found)
PYTHON
