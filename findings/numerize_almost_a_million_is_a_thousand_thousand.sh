#!/bin/sh
# numerize 0.12: 999,999 people are "1000K", and a quintillion is written out.
#
# Guess: a number that rounds to a million is "1M", as 1,000,000 is, and the largest unit serves for what is larger.
# Seen: the unit is chosen before rounding, so labels of a chart go 999.95K, 1000K, 1M; 999,999,999 is "1000M". From a quadrillion
# times a thousand on there is no unit at all: the number stands with all its digits.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'numerize==0.12' 2>/dev/null
"$folder/env/bin/python" - <<'PYTHON'
from numerize.numerize import numerize

seen = {number: numerize(number) for number in (999_949, 999_999, 1_000_000, 999_999_999, 10**18)}
print(seen)
assert list(seen.values()) == ["999.95K", "1000K", "1M", "1000M", "1000000000000000000"]
PYTHON
