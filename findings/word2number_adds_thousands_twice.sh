#!/bin/sh
# word2number 1.1: "one million two hundred thousand" is 1,201,200.
#
# Guess: 1,200,000, as "two million three thousand nine hundred and eighty four" of its documentation is 2,003,984.
# Seen: where thousands are the end of the number, what stands before "thousand" is counted as thousands and once more by
# itself: "three million five hundred thousand" is 3,501,500, "one million two thousand" 1,003,002, and likewise "two billion
# three hundred million" 2,301,000,300. Without a greater word before it, or with anything behind it, the same words are read
# right. The error is small enough to look like a real figure.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'word2number==1.1' 2>/dev/null
"$folder/env/bin/python" - <<'PYTHON'
from word2number import w2n

texts = (
    "one million two hundred thousand",
    "three million five hundred thousand",
    "one million two thousand",
    "two billion three hundred million",
    "two million three thousand nine hundred and eighty four",
    "two hundred thousand",
)
numbers = [w2n.word_to_num(text) for text in texts]
print(dict(zip(texts, numbers)))
assert numbers == [1201200, 3501500, 1003002, 2301000300, 2003984, 200000], numbers
PYTHON
