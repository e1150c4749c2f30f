#!/bin/sh
# text2num 3.1.0: "two point five million dollars" becomes "2.5 1000000 dollars", and "5 million people" "5 1000000 people".
#
# Guess: a decimal followed by a power of ten is one number, 2500000, for the library reads decimals and "five million"
# alike; digits before "million" are a number already, so they are multiplied or the phrase stays as it is.
# Seen: the power of ten is a number of its own, one million. In French and Spanish "deux virgule cinq millions" is
# "2,5000000" and "dos coma cinco millones" too, two and a half. Who then looks for figures in the text counts a million
# more than anybody said, and misses what was said.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'text2num==3.1.0' 2>/dev/null
"$folder/env/bin/python" - <<'PYTHON'
from text_to_num import alpha2digit

said = {
    "two point five million dollars": ("en", "2.5 1000000 dollars"),
    "5 million people": ("en", "5 1000000 people"),
    "five million people": ("en", "5000000 people"),
    "zwei Komma fünf Millionen Euro": ("de", "2,5 1000000 Euro"),
    "deux virgule cinq millions d'euros": ("fr", "2,5000000 d'euros"),
    "dos coma cinco millones de euros": ("es", "2,5000000 de euros"),
}
seen = {text: alpha2digit(text, language) for text, (language, _) in said.items()}
print(seen)
assert seen == {text: wanted for text, (_, wanted) in said.items()}, seen
PYTHON
