#!/bin/sh
# word2num 0.1.2: "one point five million" is 50001, "two point three billion" 30000002, "five to seven" 527, "nineteen ninety nine" 118.
#
# Guess: the decimal is multiplied (1500000); what is no number ("five to seven") is None, as its manual says.
# Seen: behind "point" the words are read as a number of their own, 5000000, which is divided by ten for each of its words:
# 1 + 5000000 / 100. "to" and "for" count as a misspelled two and four, "on" as one, "seen" as seven, so a range is a number, and a year
# in words is the sum of its halves. "half a million" and "a million" are None, "one million two hundred thousand" and "one point five" are right.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'word2num==0.1.2' 'thefuzz==0.22.1' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
from word2num import word2num

texts = [  # text, what it says, what is read
    ("two hundred and five", 205, 205),
    ("one million two hundred thousand", 1_200_000, 1_200_000),
    ("one point five", 1.5, 1.5),
    ("one point five million", 1_500_000, 50_001),
    ("point five million", 500_000, 50_000),
    ("two point three billion", 2_300_000_000, 30_000_002),
    ("one point two thousand", 1_200, 21),
    ("five to seven", "5 to 7", 527),
    ("twelve to fifteen", "12 to 15", 29),
    ("two hundred to three hundred", "200 to 300", 2_500),
    ("nineteen ninety nine", 1999, 118),
    ("for", "no number", 4),
    ("on", "no number", 1),
    ("three or four", "3 or 4", None),
    ("a million", 1_000_000, None),
    ("half a million", 500_000, None),
]
for text, said, number in texts:
    read = word2num(text)
    print(f"{text!r} says {said}, read as {read}")
    assert read == number, (text, read)
PYTHON
