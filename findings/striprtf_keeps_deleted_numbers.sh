#!/bin/sh
# striprtf 0.0.35: a number that the author struck out, or hid, stands in the text beside the one that replaced it.
#
# Guess: rtf_to_text gives what a reader sees with all changes taken: text in a group with \deleted (tracked changes) or \v
# (hidden) is left out, as headers, footnotes and instructions of fields are.
# Seen: "{\deleted 20 }{\revised 30 }people died" is "20 30 people died", and what \v hides comes out as well. Whoever reads
# on finds two numbers, the withdrawn one first, and "1{\deleted 2}{\revised 5} people" is 125 people.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'striprtf==0.0.35' 2>/dev/null
"$folder/env/bin/python" - <<'PYTHON'
from striprtf.striprtf import rtf_to_text

texts = {
    r"{\rtf1\ansi {\deleted 20 }{\revised 30 }people died.}": "20 30 people died.",
    r"{\rtf1\ansi 1{\deleted 2}{\revised 5} people died.}": "125 people died.",
    r"{\rtf1\ansi {\v about 20 }30 people died.}": "about 20 30 people died.",
    r"{\rtf1\ansi {\footnote 20 }30 people died.}": "30 people died.",
}
seen = {text: rtf_to_text(text) for text in texts}
print(seen)
assert seen == texts, seen
PYTHON
