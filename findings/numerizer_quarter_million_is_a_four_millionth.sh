#!/bin/sh
# numerizer 0.2.4: "a quarter million people" are 1/4000000 people, and September third is a September divided by three.
#
# Guess: a fraction before "million" multiplies it, as in "two and a quarter million", which is 2250000; an ordinal after the name
# of a month is one, as "May second" is "May 2nd"; a word before a fraction stays as it was.
# Seen: the zeros of the million go behind the four: a quarter and a half of a million are less than a millionth, for
# whoever reads the fraction. Behind any other word the numerator is lost: "nearly half a million" is "nearly/2 1000000",
# "June sixth" is "June/6", and "a million and a half refugees" are "1000000 and half2 refugees".
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'numerizer==0.2.4' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
from fractions import Fraction

from numerizer import numerize

for text, seen in (
    ("two and a quarter million people", "2250000 people"),
    ("a quarter million people", "1/4000000 people"),
    ("a half million people", "1/2000000 people"),
    ("nearly half a million people", "nearly/2 1000000 people"),
    ("a million and a half refugees", "1000000 and half2 refugees"),
    ("on May second", "on May 2nd"),
    ("on September third", "on September/3"),
    ("on June sixth", "on June/6"),
):
    found = numerize(text)
    print(text, "->", found)
    assert found == seen, found
assert float(Fraction(numerize("a quarter million"))) == 2.5e-07
PYTHON
