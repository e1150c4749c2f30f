#!/bin/sh
# numwords-to-nums 1.2.0: "1.5 million and 2 million" are 1500002000000.
#
# Guess: it knows millions after digits ("1.5 million" is 1500000), and two numbers with "and" between them stay two.
# Seen: "and" makes them one where the second has a multiplier, too, and what they yield is written end to end: two pledges of
# 1.5 and 2 million are one and a half trillion, three and four thousand three million. "to" and "or" keep them apart. Without
# "and" words side by side are glued as well: "fifty fifty" is 5050. A spoken point leaves "3 point 5000000", whose last number
# is larger than the true one.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'numwords-to-nums==1.2.0' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
from numwords_to_nums.numwords_to_nums import NumWordsToNum

reader = NumWordsToNum()
for text, seen in (
    ("1.5 million euros", "1500000 euros"),
    ("three thousand to four thousand tents", "3000 to 4000 tents"),
    ("1.5 million and 2 million euros", "1500002000000 euros"),
    ("three thousand and four thousand tents", "3004000 tents"),
    ("between five thousand and six thousand tents", "between 5006000 tents"),
    ("a fifty fifty chance", "a 5050 chance"),
    ("three point five million people", "3 point 5000000 people"),
):
    found = reader.numerical_words_to_numbers(text)
    print(text, "->", found)
    assert found == seen, (text, found)
PYTHON
