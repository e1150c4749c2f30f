#!/bin/sh
# country_converter 1.3.2 (pandas 2.3.3): Southern Africa is South Africa, and Nigeria's Niger Delta and Benin City are abroad.
#
# Guess: its regular expressions match names of countries and tell apart what resembles them (Niger and Nigeria, Guinea and
# Papua New Guinea, New Mexico and Mexico); regions are "not found", as West, North, Central and Eastern Africa are.
# Seen: "Southern Africa" gives ZAF, and so does the community of sixteen states named after it. The Niger Delta is in NER and
# Benin City in BEN, Inner Mongolia in MNG, New England in GBR. No warning is logged, so a sum by country holds other countries.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'country_converter==1.3.2' 'pandas==2.3.3' 2>/dev/null
"$folder/env/bin/python" - <<'PYTHON'
import country_converter

names = (
    "Southern Africa",
    "Southern African Development Community",
    "Niger Delta",
    "Benin City",
    "Inner Mongolia",
    "New England",
    "West Africa",
    "Eastern Africa",
    "New Mexico",
)
codes = country_converter.convert(list(names), to="ISO3")
print(dict(zip(names, codes)))
assert codes == ["ZAF", "ZAF", "NER", "BEN", "MNG", "GBR", "not found", "not found", "not found"], codes
PYTHON
