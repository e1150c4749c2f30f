#!/bin/sh
# Resiliparse 2.0.1: a dash or a euro sign beside an element is left out, and the numbers around it become one.
#
# Guess: extract_plain_text(main_content=True) leaves out menus and adverts, whole elements; the characters of a sentence
# that it keeps stay: "<b>5</b>–<b>7</b> people" is "5–7 people", as without the option.
# Seen: "57 people"; "killed <b>12</b> — <b>30</b> hurt" is "killed 1230 hurt"; "€<b>5</b>" and "−<b>5</b>" lose their sign.
# A text node that is one sign beyond Latin-1 counts as nothing; a hyphen, "£", or a sign with letters in its text node
# stays.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'Resiliparse==2.0.1' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
from resiliparse.extract.html2text import extract_plain_text

around = "<p>" + "The mayor of Oru said families would sleep in the schools until the roads are open again. " * 3 + "</p>"
sentences = (
    "At least <b>5</b>–<b>7</b> people died.",
    "The toll: killed <b>12</b> — <b>30</b> hurt.",
    "€<b>5</b> million came from <b>Mez</b>.",
    "−<b>5</b> degrees in the camps.",
    "At least <b>5</b>-<b>7</b> people died, and 2 – 3 <b>later</b>.",
    "£<b>6</b> million came from <b>Mez</b>.",
)


def read(sentence, **options):
    page = f"<html><body><article>{around}<p>{sentence}</p>{around}</article></body></html>"
    return extract_plain_text(page, **options).split("\n\n")[1]


whole = [read(sentence) for sentence in sentences]
main = [read(sentence, main_content=True) for sentence in sentences]
print(*zip(whole, main), sep="\n")
assert (whole[0], main[0]) == ("At least 5–7 people died.", "At least 57 people died."), (whole, main)
assert (whole[1], main[1]) == ("The toll: killed 12 — 30 hurt.", "The toll: killed 1230 hurt."), (whole, main)
assert (whole[2], main[2]) == ("€5 million came from Mez.", "5 million came from Mez."), (whole, main)
assert (whole[3], main[3]) == ("−5 degrees in the camps.", "5 degrees in the camps."), (whole, main)
assert main[4:] == whole[4:], (whole, main)
PYTHON
