#!/bin/sh
# cldr-subdivisions-full 48.2.0 and pycountry 26.2.16: for most provinces of Iran one code of ISO 3166-2 has two names.
#
# Guess: both name the same codes, so English names of the CLDR can be put beside the native names of pycountry.
# Seen: ISO 3166-2 numbered Iran's provinces anew in 2020, and the CLDR has the names of the numbers before: IR-07 is
# Tehran there and Fārs in pycountry, IR-23 is Hormozgan there and Tehrān here. No lookup fails; the map is just wrong.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'pycountry==26.2.16' 2>/dev/null
(cd "$folder" && npm pack --silent cldr-subdivisions-full@48.2.0 >/dev/null && tar xzf cldr-subdivisions-full-48.2.0.tgz)
"$folder/env/bin/python" - "$folder/package/subdivisions/en/en.json" <<'PYTHON'
import json
import sys

import pycountry

with open(sys.argv[1], encoding="utf-8") as file:
    english = json.load(file)["subdivisions"]["localeDisplayNames"]["subdivisions"]
native = {item.code: item.name for item in pycountry.subdivisions.get(country_code="IR")}
pairs = {code: (english[code.replace("-", "").lower()], native[code]) for code in ("IR-07", "IR-23", "IR-10", "IR-27")}
for code, names in pairs.items():
    print(code, "CLDR", names[0], "| pycountry", names[1])
assert pairs["IR-07"] == ("Tehran", "Fārs"), pairs
assert pairs["IR-23"] == ("Hormozgan", "Tehrān"), pairs
assert pairs["IR-10"] == ("Khuzestan", "Eşfahān"), pairs
assert pairs["IR-27"] == ("Golestan", "Golestān"), pairs
PYTHON
