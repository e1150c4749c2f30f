#!/bin/sh
# pycountry 26.2.16: Norway's counties are those before 1 January 2024; Østfold, Akershus and five others have no code.
#
# Guess: a release of February 2026 has the counties that ISO 3166-2 lists since November 2023: NO-31 Østfold, NO-32
# Akershus, NO-33 Buskerud, NO-39 Vestfold, NO-40 Telemark, NO-55 Troms, NO-56 Finnmark.
# Seen: it has NO-30 Viken, NO-38 Vestfold og Telemark and NO-54 Troms og Finnmark, which are no more, and none of the
# seven. So a place in Østfold gets the code of a county that was dissolved, or none.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'pycountry==26.2.16' 2>/dev/null
"$folder/env/bin/python" - <<'PYTHON'
import pycountry

units = {item.code: item.name for item in pycountry.subdivisions.get(country_code="NO")}
gone = {code: units.get(code) for code in ("NO-30", "NO-38", "NO-54")}
since_2024 = {code: units.get(code) for code in ("NO-31", "NO-32", "NO-33", "NO-39", "NO-40", "NO-55", "NO-56")}
print("dissolved ", gone)
print("since 2024", since_2024)
assert gone == {"NO-30": "Viken", "NO-38": "Vestfold og Telemark", "NO-54": "Troms og Finnmark"}, gone
assert set(since_2024.values()) == {None}, since_2024
PYTHON
