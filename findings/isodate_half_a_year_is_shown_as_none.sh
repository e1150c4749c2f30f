#!/bin/sh
# isodate 0.7.2: a period of half a year, "P0.5Y", shows itself as years=0 and "0 years"; a month and a half as one month.
#
# Guess: a duration shows what it holds, or a part of a year that the library cannot add is refused when it is read.
# Seen: 0.5 is kept, and written back as P0.5Y, but both the representation and the text of the duration cut it off, and only
# adding it to a date raises. Who keeps the length of a mandate or a truce as text has none.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'isodate==0.7.2' 2>/dev/null
"$folder/env/bin/python" - <<'PYTHON'
from isodate import duration_isoformat, parse_duration

half, month_and_half = parse_duration("P0.5Y"), parse_duration("P1.5M")
print(repr(half), "|", half, "|", half.years, "|", repr(month_and_half), "|", month_and_half)
assert float(half.years) == 0.5 and duration_isoformat(half) == "P0.5Y"
assert "years=0," in repr(half) and str(half) == "0 years, 0:00:00"
assert "months=1)" in repr(month_and_half) and str(month_and_half) == "1 months, 0:00:00"
PYTHON
