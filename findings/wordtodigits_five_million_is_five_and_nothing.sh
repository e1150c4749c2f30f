#!/bin/sh
# wordtodigits 1.0.2: "5 million people" are "5 0 people", and "between ten and fifteen" is 25.
#
# Guess: numbers in words become digits, "five million" 5000000; digits stay as they are, and "5 million" is 5000000 or is left.
# Seen: a multiplier with no number word before it is 0 times itself, so "5 million", "a hundred" and "half a million" end in "0".
# A decimal is torn ("1.2" is "1. 2"). "and" adds what stands on both sides: ten and fifteen are 25, six and seven 13; between
# two nouns it is dropped. Who joins digits across a blank reads 50 people, and who takes the first number reads 5.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'wordtodigits==1.0.2' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
import wordtodigits

for text, seen in (
    ("five million people", "5000000 people"),
    ("one hundred and five people", "105 people"),
    ("5 million people", "5 0 people"),
    ("1.2 million euros", "1. 2 0 euros"),
    ("a hundred people", "a 0 people"),
    ("3.5 percent of them", "3. 5 percent of them"),
    ("between ten and fifteen people", "between 25 people"),
    ("six and seven people", "13 people"),
):
    found = wordtodigits.convert(text)
    print(text, "->", found)
    assert found == seen, (text, found)
PYTHON
