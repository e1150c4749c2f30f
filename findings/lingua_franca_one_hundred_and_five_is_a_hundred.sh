#!/bin/sh
# lingua-franca 0.4.3: "one hundred and five people" are a hundred, and for "two hundred and five days" it is five days.
#
# Guess: extract_number reads spoken English, "two hundred and five" among it, since "five hundred thousand" and "one million
# two hundred thousand" are read whole; so is "three point five million", as "1.5 million" is.
# Seen: "and" ends the number: extract_number gives 100, and extract_numbers two numbers, 100 and 5, as of two groups of people.
# A duration takes the last of them: 200 days are lost. After a spoken point the multiplier is dropped: 3.5 people.
# Without "and" ("one hundred five") it is right, so a test in American English passes, and British reports are cut.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'lingua-franca==0.4.3' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
from lingua_franca import load_language
from lingua_franca.parse import extract_duration, extract_number, extract_numbers

load_language("en")
for text, first, every in (
    ("one hundred five people died", 105, [105]),
    ("one hundred and five people died", 100, [100, 5]),
    ("ten thousand five hundred and twelve people fled", 10500, [10500, 12]),
    ("1.5 million people fled", 1500000, [1500000]),
    ("three point five million people fled", 3.5, [3.5]),
):
    found, all_found = extract_number(text, lang="en"), extract_numbers(text, lang="en")
    print(text, "->", found, all_found)
    assert (found, all_found) == (first, every), (text, found, all_found)
span, rest = extract_duration("for two hundred and five days", lang="en")
print("for two hundred and five days ->", span, repr(rest))
assert span.days == 5, span
PYTHON
