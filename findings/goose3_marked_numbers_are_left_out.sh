#!/bin/sh
# goose3 3.1.22: a number in <mark>, <ins>, <time> or <abbr> is cut out of its sentence.
#
# Guess: cleaned_text is the text of the paragraph without its tags, as it is for <b>, <span> and <small>.
# Seen: "At least people were killed": what stands in an element that the cleaner does not know is lost and its sentence is
# kept. A correction ("<ins>41</ins>") goes, a day in <time> goes, and "1<wbr>200" inside a <span> becomes "1 people".
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'goose3==3.1.22' 'lxml_html_clean==0.4.6' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
from goose3 import Goose

around = "<p>" + "The mayor of Oru said families would sleep in the schools until the roads are open again. " * 3 + "</p>"
goose = Goose({"enable_image_fetching": False})


def read(inner):
    sentence = f"<p>At least {inner} people were killed in the valley, the police said on Monday night.</p>"
    page = f"<html lang='en'><body><article>{around}{sentence}{around}</article></body></html>"
    found = goose.extract(raw_html=page).cleaned_text.split("\n\n")[1]
    return found[: found.index(" were")]


names = ("b", "span", "small", "mark", "ins", "time", "abbr", "data")
seen = {name: read(f"<{name}>41</{name}>") for name in names}
seen["wbr"] = read("<span>1<wbr>200</span>")
print(seen)
assert {seen[name] for name in names[:3]} == {"At least 41 people"}, seen
assert {seen[name] for name in names[3:]} == {"At least people"}, seen
assert seen["wbr"] == "At least 1 people", seen
PYTHON
