#!/bin/sh
# html-text 0.7.1: 500 people whose first digit is marked ("<b>5</b>00 fled") are two numbers, "5 00 fled".
#
# Guess: an inline element inside a word or a number changes nothing of its letters: a page shows "500 fled".
# Seen: a blank is set wherever an inline element begins or ends, but for signs of punctuation: a number whose first digit is set as an
# initial, or whose digits a script counts up one by one, falls into several; a marked comma parts 1 and 200, a marked ".5" stays.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'html-text==0.7.1' 2>/dev/null
"$folder/env/bin/python" - <<'PYTHON'
from html_text import extract_text

seen = {page: extract_text(f"<p>{page}</p>") for page in (
    "<b>5</b>00 fled", "<span>1</span><span>2</span>00 fled", "1<i>,</i>200 fled", "3<b>.5</b> million", "<b>A</b>t least 12 died",
)}
print(seen)
assert list(seen.values()) == ["5 00 fled", "1 2 00 fled", "1, 200 fled", "3.5 million", "A t least 12 died"]
PYTHON
