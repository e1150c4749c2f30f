#!/bin/sh
# datemonkey 0.2.0: the years 2019, 2020 and 2021 are 11 to 13 July 1905, tolls are days of 1900 to 1904; with confidence "high" and no warning.
#
# Guess: a column of years is of the format "year", or none is found ("Could not determine date format"); if numbers can be serial days of Excel, that
# is ambiguous, which is what the library is for, and strict=True refuses it, as it does 01/02/2024.
# Seen: a column of whole numbers is "Excel serial date number", confidence HIGH, is_ambiguous False, no warning, in strict mode too;
# day, month and year of six digits (120521) are in 2229. Where one full date stands beside the years, those are None. 20210503 is right.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'datemonkey==0.2.0' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
from datemonkey import detect_format, parse_dates

columns = {
    ("2019", "2020", "2021"): ["1905-07-11", "1905-07-12", "1905-07-13"],
    ("1500", "1200", "87"): ["1904-02-08", "1903-04-14", "1900-03-27"],
    ("120521", "130521"): ["2229-12-21", "2257-05-08"],
    ("20210503", "20210504"): ["2021-05-03", "2021-05-04"],
    ("2021", "2022-05-01"): [None, "2022-05-01"],
}
for column, days in columns.items():
    found = detect_format(list(column))
    strict = parse_dates(list(column), strict=True)
    seen = [text and text[:10] for text in strict.iso_strings]
    print(column, "->", seen, "as", found.format.label, found.confidence, "ambiguous:", found.is_ambiguous, found.warnings)
    assert seen == days, seen
    assert found.confidence.name == "HIGH" and not found.is_ambiguous and not found.warnings
    assert None in days or not strict.warnings, strict.warnings
    assert ("Excel" in found.format.label) is (len(column[0]) != 8 and None not in days), found.format.label

refused = parse_dates(["01/02/2024", "03/04/2024"], strict=True)
print(("01/02/2024", "03/04/2024"), "->", refused.iso_strings, refused.warnings)
assert refused.parsed_count == 0 and refused.warnings
PYTHON
