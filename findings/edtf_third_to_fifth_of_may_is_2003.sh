#!/bin/sh
# edtf 5.0.2: text_to_edtf takes the first day of "3-5 May 2018" for the year: 5 May 2003.
#
# Guess: days of a month are an interval, 2018-05-03/2018-05-05, as "1914-1918" is one of years and "May 2018 - July 2018" one of
# months; what it cannot read is None.
# Seen: where the day fits into a year of two digits the year that is written is dropped: "10-12 June 1944" is 12 June 2010. With
# "to", "and" or the month in front it is the same; days up to the second give a start without month and year.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'edtf==5.0.2' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
from edtf import text_to_edtf

for text, seen in (
    ("1914-1918", "1914/1918"),
    ("May 2018 - July 2018", "2018-05/2018-07"),
    ("3-5 May 2018", "2003-05-05"),
    ("May 3-5, 2018", "2005-05-03"),
    ("3 to 5 May 2018", "2003-05-05"),
    ("3 and 5 May 2018", "2003-05-05"),
    ("10-12 June 1944", "2010-06-12"),
    ("2-4 July 1976", "XXXX-XX-02/1976-07-04"),
):
    found = text_to_edtf(text)
    print(text, "->", found)
    assert found == seen, (text, found)
PYTHON
