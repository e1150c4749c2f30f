#!/bin/sh
# Unidecode 1.4.0: "a rate of 5‰" is "a rate of 5%0", which any reader of "5%" takes for ten times as much; "≈ 500" is " 500".
#
# Guess: signs of numbers become what they are called or drawn like in ASCII ("<=" for "≤"), or are marked as unknown.
# Seen: per mille is a per cent with a nought behind it, per ten thousand with two; the rarer signs "≈", "≪" and "∆" leave
# nothing, "about 500" is 500. clean-text 0.7.1 does the same to every text by default (to_ascii=True), and AnyAscii 0.3.3 joins
# "1½" to "11/2", where Unidecode puts a blank.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'Unidecode==1.4.0' 'clean-text==0.7.1' 'anyascii==0.3.3' \
  2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
import re

from anyascii import anyascii
from cleantext import clean
from unidecode import unidecode

texts = ["a rate of 5‰", "a rate of 5‱", "≈ 500 dead", "≤ 500 dead", "1½ million"]
seen = [unidecode(text) for text in texts]
cleaned = clean(texts[0] + ", " + texts[2])
print(seen, cleaned, anyascii(texts[4]))
assert seen == ["a rate of 5%0", "a rate of 5%00", " 500 dead", "<= 500 dead", "1 1/2 million"], seen
assert re.findall(r"\d+%", seen[0]) == ["5%"]
assert cleaned == "a rate of 5%0, 500 dead", cleaned
assert anyascii(texts[4]) == "11/2 million"
PYTHON
