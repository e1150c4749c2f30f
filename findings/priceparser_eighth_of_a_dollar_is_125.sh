#!/bin/sh
# price-parser 0.5.1: "$0.125" is 125 dollars, a thousand times as much, and so is every price with three decimals.
#
# Guess: a point between three digits and more may separate thousands ("1.234"), but no number is written in thousands of
# nought: 0.125 is an eighth, as 0.05 and 0.0125 are what they look like; the Kuwaiti dinar even has three decimals.
# Seen: $0.125 is 125, 0.999 is 999, "KWD 0.250", a quarter of a dinar, is 250, and "€0,375" is 375. Two or four decimals
# are read right, so of a column of prices per litre or per kilowatt-hour a few cells are a thousand times too large.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'price-parser==0.5.1' 2>/dev/null
"$folder/env/bin/python" - <<'PYTHON'
from price_parser import Price

texts = ("$0.125", "£0.999", "KWD 0.250", "€0,375", "$0.05", "$0.0125", "$0.12")
amounts = {text: Price.fromstring(text).amount_float for text in texts}
print(amounts)
assert [amounts[text] for text in texts[:4]] == [125, 999, 250, 375], amounts
assert [amounts[text] for text in texts[4:]] == [0.05, 0.0125, 0.12], amounts
PYTHON
