#!/bin/sh
# quantiphy 2.23: "5 people" are five trillionths of an "eople", and "5 million" are five thousandths of an "illion".
#
# Guess: scale factors stand before the units that take them ("5 km", "5 MW"), and a word that is no unit with a prefix is the unit
# itself, as in "5 troops" and "5 homes", which are five; "million" is read or refused, as "$2.5B" is refused.
# Seen: the first letter of any word is a factor if there is one of that letter: people, police and peasants are "p", men, miles and
# minutes "m", acres and a lone a "a", years and yards "y", zones "z"; kids are thousands. So in a column of counts
# most are right and some are off by twelve places, and a sum of them has no error. ignore_sf=True reads them all, but not "5 km".
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'quantiphy==2.23' 2>/dev/null
"$folder/env/bin/python" - <<'PYTHON'
from quantiphy import Quantity


def read(text, **options):
    quantity = Quantity(text, **options)
    print(f"{text!r}: {quantity.real!r} of {quantity.units!r}", options or "")
    return quantity.real, quantity.units


assert read("5 troops") == (5.0, "troops")
assert read("5 homes") == (5.0, "homes")
assert read("5 km") == (5000.0, "m")
assert read("5 people") == (5e-12, "eople")
assert read("7 police") == (7e-12, "olice")
assert read("5 million") == (0.005, "illion")
assert read("5 men") == (0.005, "en")
assert read("5 min") == (0.005, "in")
assert read("5 kids") == (5000.0, "ids")
assert read("5 acres") == (5e-18, "cres")
assert read("5 years") == (5e-24, "ears")
assert read("5 people", ignore_sf=True) == (5.0, "people")
assert read("5 km", ignore_sf=True) == (5.0, "km")
PYTHON
