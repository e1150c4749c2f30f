#!/bin/sh
# ucumvert 0.3.2 (pint 0.25.3): UCUM's cubic foot [cft_i] is a hundredth of a foot, its cubic yard a hundredth of a yard.
#
# Guess: a code of UCUM's table is looked up before a prefix is split off it, so [cft_i] = [ft_i]3 = 0.0283 cubic metres,
# as [sft_i], the square foot, is right.
# Seen: [cft_i] and [cyd_i] become "cft" and "cyd", which pint's registry reads as centifoot and centiyard: a volume turns
# into a length of 3 mm or 9 mm, without an error. [ft_i]3 and [yd_i]3 are right.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'ucumvert==0.3.2' 'pint==0.25.3' 2>/dev/null
"$folder/env/bin/python" - <<'PYTHON'
from ucumvert import PintUcumRegistry

registry = PintUcumRegistry()
sizes = {code: registry.from_ucum(code).to_base_units() for code in ("[sft_i]", "[cft_i]", "[cyd_i]", "[ft_i]3", "[yd_i]3")}
for code, size in sizes.items():
    print(code, size)
assert sizes["[sft_i]"].dimensionality == {"[length]": 2}
assert sizes["[ft_i]3"].dimensionality == sizes["[yd_i]3"].dimensionality == {"[length]": 3}
assert sizes["[cft_i]"].dimensionality == sizes["[cyd_i]"].dimensionality == {"[length]": 1}
assert abs(sizes["[cft_i]"].magnitude - 0.003048) < 1e-12
assert abs(sizes["[cyd_i]"].magnitude - 0.009144) < 1e-12
PYTHON
