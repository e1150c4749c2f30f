#!/bin/sh
# doshomik 0.1.1: "5 hundred crore" is five crore, "3 lakh to 5 lakh" eight lakh, "10-15 lakh" 1500010, "5 lakh in 2021" is 502021.
#
# Guess: lakh, crore and million multiply the number before them; a word it doesn't know ("hundred", "to") raises its ParseError, as
# "two lakh" and "3.5 lakh crore" do, and so does a range, since parse() gives one int.
# Seen: words and signs it doesn't know are taken out, and all numbers of the text are then added up: with "hundred" (and "শত") the factor
# 100 goes, both ends of a range make a sum, and the year beside a toll is part of it. A minus is taken out too: -500 is 500.
# Only a fraction without a multiplier is refused. "1 crore 25 lakh", "2.5 crore" and "1,25,000" are right.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'doshomik==0.1.1' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
from doshomik import ParseError, parse

texts = [  # text, what it says, what is read
    ("1 crore 25 lakh", 12_500_000, 12_500_000),
    ("2.5 crore", 25_000_000, 25_000_000),
    ("1,25,000 taka", 125_000, 125_000),
    ("5 hundred", 500, 5),
    ("5 hundred crore", 5_000_000_000, 50_000_000),
    ("৫ শত", 500, 5),
    ("3 lakh to 5 lakh", "300000 to 500000", 800_000),
    ("10-15 lakh", "1000000 to 1500000", 1_500_010),
    ("12-15", "12 to 15", 27),
    ("5 lakh in 2021", 500_000, 502_021),
    ("50 taka 25 paisa", "50.25", 75),
    ("-500", -500, 500),
]
for text, said, number in texts:
    read = parse(text)
    print(f"{text!r} says {said}, read as {read}")
    assert read == number, (text, read)
for text in ("two lakh", "3.5 lakh crore", "5.5"):
    try:
        assert not parse(text), text
    except ParseError as error:
        print(f"{text!r} is refused: {error}")
    else:
        raise AssertionError(text)
PYTHON
