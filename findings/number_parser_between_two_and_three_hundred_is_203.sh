#!/bin/sh
# number-parser 0.3.2: "two hundred and three hundred" is 203 and a hundred.
#
# Guess: "and" joins what is smaller than the number before it ("two hundred and three"); where a hundred or a thousand follows,
# another number begins, and "between two hundred and three hundred" keeps its ends, 200 and 300.
# Seen: the word after "and" is taken before the one behind it is looked at: 203 and 100. Thousands and millions alike:
# "between five thousand and six thousand" is 5006 and 1000. Both numbers are plausible, the upper end is below the lower one,
# and "to" or "or" in the place of "and" is read rightly, so that a test with other words does not find it.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'number-parser==0.3.2' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
from number_parser import parse

for text, seen in (
    ("between two hundred and three hundred people fled", "between 203 100 people fled"),
    ("between five thousand and six thousand tents", "between 5006 1000 tents"),
    ("one hundred, two hundred and three hundred", "100, 203 100"),
    ("three million and four million euros", "3000004 1000000 euros"),
    ("two hundred to three hundred people fled", "200 to 300 people fled"),
    ("two hundred or three hundred people fled", "200 or 300 people fled"),
):
    found = parse(text, language="en")
    print(text, "->", found)
    assert found == seen, found
PYTHON
