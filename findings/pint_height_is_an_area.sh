#!/bin/sh
# pint 0.25.3: "5 ft 3 in" is 15 foot-inches, an area, and "3 1/2 miles" is a mile and a half.
#
# Guess: an amount in two units is their sum, 63 inches, or an error, since a blank between two amounts is no operator;
# and a whole number before a fraction is a mixed number, 3.5 miles.
# Seen: a blank multiplies whatever stands on its sides, so both give a plausible Quantity of the wrong size without a word:
# 0.116 square metres, 1.5 miles; "8 lb 3 oz" is a mass squared. Only the dimension of the first and last tells.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'pint==0.25.3' 2>/dev/null
"$folder/env/bin/python" - <<'PYTHON'
import pint

registry = pint.UnitRegistry()
height, way, weight = (registry.Quantity(text) for text in ("5 ft 3 in", "3 1/2 miles", "8 lb 3 oz"))
print(height, "|", way, "|", weight)
assert height == 15 * registry.foot * registry.inch
assert height.check("[length] ** 2")
assert weight.check("[mass] ** 2")
assert way == 1.5 * registry.mile
PYTHON
