#!/bin/sh
# ucumvert 0.3.2 (pint 0.25.3): UCUM's Calorie of nutrition labels, [Cal], has 4.184 joules, a thousandth of what it is.
#
# Guess: UCUM defines [Cal] as one kcal_th, so it has as many joules as the code kcal_th: 4,184.
# Seen: [Cal] is mapped to pint's calorie, the small one: a meal of 700 Calories has 2.9 kilojoules. kcal and kcal_th are right.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'ucumvert==0.3.2' 'pint==0.25.3' 2>/dev/null
"$folder/env/bin/python" - <<'PYTHON'
from ucumvert import PintUcumRegistry

registry = PintUcumRegistry()
joules = {code: registry.from_ucum(code).to("joule").magnitude for code in ("[Cal]", "cal_th", "kcal_th", "kcal")}
print(joules)
assert abs(joules["kcal_th"] - 4184) < 1e-6
assert abs(joules["kcal"] - 4184) < 1e-6
assert abs(joules["[Cal]"] - 4.184) < 1e-9, "a thousandth of UCUM's definition, 1 kcal_th"
PYTHON
