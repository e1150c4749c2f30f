#!/bin/sh
# recognizers-text-number-with-unit 1.0.2a2: "half a billion dollars" is a billion dollars.
#
# Guess: 500,000,000, as "one and a half" is 1.5 and "1.5 million dollars" 1,500,000; or nothing, if it has no rule.
# Seen: the amount begins at "a": "a billion dollars", 1,000,000,000, twice what was said; "a quarter of a million dollars"
# is a million, four times as much. "Two and a half million dollars" is money without any value.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'recognizers-text-suite==1.0.2a2' 'emoji==1.7.0' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
from recognizers_number_with_unit import recognize_currency

texts = (
    "They paid half a billion dollars.",
    "They paid a quarter of a million dollars.",
    "They paid two and a half million dollars.",
    "They paid 1.5 million dollars.",
)
seen = [[(found.text, found.resolution["value"]) for found in recognize_currency(text, "en-us")] for text in texts]
print(dict(zip(texts, seen)))
assert seen[0] == [("a billion dollars", "1000000000")], seen
assert seen[1] == [("a million dollars", "1000000")], seen
assert seen[2] == [("dollars", None)], seen
assert seen[3] == [("1.5 million dollars", "1500000")], seen
PYTHON
