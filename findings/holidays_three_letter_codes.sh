#!/bin/sh
# holidays 0.109: six of its codes of three letters are not those of ISO 3166-1, and "MAR", Morocco, is the month of March.
#
# Guess: a library that takes "PAK" for Pakistan and "KEN" for Kenya takes the ISO 3166-1 alpha-3 code of every country
# that it knows by its alpha-2 code, or says that it lacks the country.
# Seen: Bulgaria, Bahrain, Guatemala, Morocco, Eswatini and Vanuatu are there as BG, BH, GT, MA, SZ and VU and as BLG, BAH,
# GUA, MOR, SZW and VTU, which ISO does not have. BGR, BHR, GTM, SWZ and VUT raise NotImplementedError; MAR raises TypeError
# ('int' object is not callable), for the code is looked up as a name of the module, where MAR is the number of the month.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'holidays==0.109' 'pycountry==26.2.16' 2>/dev/null
"$folder/env/bin/python" - <<'PYTHON'
import holidays
import pycountry

known = set(holidays.list_supported_countries(include_aliases=True))
missing = sorted(c.alpha_3 for c in pycountry.countries if c.alpha_2 in known and c.alpha_3 not in known)
foreign = sorted(code for code in known if len(code) == 3 and pycountry.countries.get(alpha_3=code) is None)
print("ISO codes that are no codes of the library:", missing)
print("codes of the library that ISO lacks:", foreign)
raised = {}
for code in missing:
    try:
        holidays.country_holidays(code, years=2024)
    except (NotImplementedError, TypeError) as error:
        raised[code] = type(error).__name__
        print(code, raised[code], error)
assert holidays.country_holidays("PAK", years=2024)
assert missing == ["BGR", "BHR", "GTM", "MAR", "SWZ", "VUT"], missing
assert raised.pop("MAR") == "TypeError"
assert set(raised.values()) == {"NotImplementedError"}, raised
assert holidays.MAR == 3
PYTHON
