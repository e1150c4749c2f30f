#!/bin/sh
# pyshp 3.1.6: 25,123,456,789 dollars in a field of ten digits are 2,512,345,678, and -123,456 in one of five is -1,234.
#
# Guess: a number that does not fit its field of the table raises an error or warns, as a text that is cut does
# (PossibleDataLoss), or is written as stars or as a gap.
# Seen: the digits that do not fit are cut off at the end, so that it is ten or a hundred times too small; a field declared for
# the dollars of last year's rows turns this year's billions into plausible millions. There is no warning, with all of them on.
# Fractions in a field without decimals are cut, not rounded, and a missing text is the word "None".
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'pyshp==3.1.6' 2>/dev/null
cd "$folder"
"$folder/env/bin/python" - <<'PYTHON'
import warnings

import shapefile

rows = [
    (2512345678, -1234, 1.5, 12, "Oru"),
    (25123456789, -123456, 12345678.5, 12.9, "Kan"),
    (251234567890, 99999999, 123456789.0, -0.6, None),
]
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    with shapefile.Writer("aid") as writer:
        writer.field("dollars", "N", 10, 0)
        writer.field("change", "N", 5, 0)
        writer.field("tonnes", "F", 8, 2)
        writer.field("dead", "N")
        writer.field("place", "C", 20)
        for row in rows:
            writer.null()
            writer.record(*row)
with shapefile.Reader("aid") as reader:
    seen = [tuple(record) for record in reader.records()]
for row, read in zip(rows, seen):
    print(row, "->", read)
assert not caught, [str(warning.message) for warning in caught]
assert seen[0] == rows[0], seen[0]
assert seen[1] == (2512345678, -1234, 12345678.0, 12, "Kan"), seen[1]
assert seen[2] == (2512345678, 99999, 12345678.0, 0, "None"), seen[2]

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    with shapefile.Writer("places") as writer:
        writer.field("place", "C", 3)
        writer.null()
        writer.record("Oru Kan")
print("of a text that is cut:", [warning.category.__name__ for warning in caught])
assert caught
PYTHON
