#!/bin/sh
# inflect 7.6.0: number_to_words("3 to 5") is "thirty-five", "12-15" 1215 in words, "1/2" twelve and "5 million" five.
#
# Guess: digits written with commas, a sign or a point are read as one number; what is more than that, a range or a fraction,
# comes back as two numbers in words or is refused; "5 million" is five million.
# Seen: whatever is no digit or point is thrown away, and the digits left are one number. A day is twenty million, "no. 5"
# half a one, and words are zero. Who spells out the counts of a table, to compare them with the text, has numbers nobody
# wrote.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'inflect==7.6.0' 2>/dev/null
"$folder/env/bin/python" - <<'PYTHON'
import inflect

wanted = {
    "12,000": "twelve thousand",
    "3 to 5": "thirty-five",
    "12-15": "one thousand, two hundred and fifteen",
    "1/2": "twelve",
    "5 million": "five",
    "2024-05-03": "twenty million, two hundred and forty thousand, five hundred and three",
    "no. 5": "zero point five",
    "five": "zero",
}
seen = {text: inflect.engine().number_to_words(text) for text in wanted}
print(seen)
assert seen == wanted, seen
PYTHON
