#!/bin/sh
# sacremoses 0.2.0: the punctuation normaliser makes "20 000 troops", with a no-break space, 20.000 troops in English.
#
# Guess: MosesPunctNormalizer("en") turns a no-break space into a plain one, or leaves it: it is there for quotation marks,
# dashes and spaces, and a number must stay the same number.
# Seen: between two digits the no-break space becomes a full stop (a comma for de, es, fr, cs): "20 000" is "20.000" and
# "5 2017" after a day is "5.2017". Read as English that is twenty and no more, and "1 250" is one and a quarter. A narrow
# no-break space and a plain one stay. It is on by default, so whoever normalises before extraction divides such counts by 1000.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'sacremoses==0.2.0' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
from sacremoses import MosesPunctNormalizer

texts = {
    "Some 20\u00a0000 troops left.": "Some 20.000 troops left.",
    "Some 1\u00a0250 people fled.": "Some 1.250 people fled.",
    "On March\u00a05\u00a02017 they fled.": "On March\u00a05.2017 they fled.",
    "Some 20\u202f000 troops left.": "Some 20\u202f000 troops left.",
    "Some 20 000 troops left.": "Some 20 000 troops left.",
}
normaliser = MosesPunctNormalizer("en")
seen = {text: normaliser.normalize(text) for text in texts}
print(seen)
assert seen == texts, seen
count = float(seen["Some 1\u00a0250 people fled."].split()[1])
assert count == 1.25, count
PYTHON
