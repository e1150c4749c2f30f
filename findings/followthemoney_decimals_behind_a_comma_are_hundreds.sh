#!/bin/sh
# followthemoney 4.11.2: the number of "12,50" is 1250, that of "0,75" is 75, and that of "5.5 million" is 5.5.
#
# Guess: to_number gives what a property says or None; its docs say that a decimal comma is rejected and not coerced into
# another value, as "5,5" and "1.200,50" are. Of "5.5 million" it is 5500000, or None like a range.
# Seen: a group behind a comma may have two digits, for lakhs, in the last place too: with two decimals, as prices and shares
# have, the comma is dropped and the number is a hundred times too great. "million", "bn", "lakh" and the sign of a half are the
# unit, and units are dropped: 5.5 million and 5.5 thousand are both 5.5, 3½ is 3. Sorted and summed, amounts are out by powers
# of ten, and none of them is missing.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'followthemoney==4.11.2' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
from followthemoney.types import registry

number = registry.number
assert "decimal comma under the default separator) are rejected" in " ".join(number.parse.__doc__.split())
for text, seen in (
    ("1,200", 1200),
    ("5,5", None),
    ("1.200,50", None),
    ("5-7", None),
    ("12,50", 1250),
    ("0,75 %", 75),
    ("1,25 EUR", 125),
    ("5.5 million", 5.5),
    ("5.5 thousand", 5.5),
    ("1.2bn", 1.2),
    ("50 lakh", 50),
    ("3½", 3),
):
    print(text, "->", number.to_number(text), number.parse(text))
    assert number.to_number(text) == seen, number.to_number(text)
PYTHON
