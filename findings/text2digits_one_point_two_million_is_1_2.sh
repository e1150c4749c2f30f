#!/bin/sh
# text2digits 0.1.2: "one point two million" is 1.2000000, "zero point five billion" 0.5000000000 and "1,5 million" 15000000.
#
# Guess: convert writes a number in words as digits, so "one point two million" is 1200000, as "1.2 million" and "one million two
# hundred thousand" are; what it does not understand stays as it was.
# Seen: "million" is the seven digits 1000000 whose first is lost behind the point: the value is 1.2, with six noughts after it,
# which reads as a number like any other. So a pledge of "three point five billion dollars" is 3.5 dollars. Without a point
# words are right, and with one and digits too; a comma is dropped, which makes it ten times as much.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'text2digits==0.1.2' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
from text2digits.text2digits import Text2Digits

wanted = {
    "one point two million people": "1.2000000 people",
    "three point five billion dollars": "3.5000000000 dollars",
    "zero point five million euros": "0.5000000 euros",
    "two point five thousand troops": "2.5000 troops",
    "1,5 million people": "15000000 people",
    "1.2 million people": "1200000 people",
    "3.5 billion dollars": "3500000000 dollars",
    "one million two hundred thousand people": "1200000 people",
    "one point two percent": "1.2 percent",
}
seen = {text: Text2Digits().convert(text) for text in wanted}
print(seen)
assert seen == wanted, seen
PYTHON
