#!/bin/sh
# pint 0.25.3: a bbl is 31.5 gallons, not the 42 of the barrel in which oil is counted.
#
# Guess: bbl is the sign of the oil trade, so "2 million bbl" of crude are 318,000 cubic metres; if a barrel of another size is
# meant, its name says so (beer_barrel, imperial_barrel).
# Seen: barrel and bbl are an old liquid barrel of the United States, that of oil is oil_barrel or oil_bbl only. Each amount is
# a quarter too small, and so is a price per litre too high by a third. No warning, since the dimension is right.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'pint==0.25.3' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
import pint

registry = pint.UnitRegistry()
oil = registry.Quantity("2e6 bbl").to("m**3").magnitude
same = registry.Quantity("2e6 barrels").to("m**3").magnitude
right = registry.Quantity("2e6 oil_barrel").to("m**3").magnitude
print(f"2e6 bbl {oil:.0f}, barrels {same:.0f}, oil_barrel {right:.0f} cubic metres")
assert (round(oil), round(same), round(right)) == (238481, 238481, 317975)
price = (registry.Quantity(80, "1/bbl")).to("1/litre").magnitude
print(f"80 a bbl are {price:.3f} a litre")
assert round(price, 3) == 0.671  # 0.503 with 42 gallons
PYTHON
