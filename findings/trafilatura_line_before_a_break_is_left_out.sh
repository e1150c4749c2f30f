#!/bin/sh
# trafilatura 2.3.1: of lines that stand in a <div> with <br> between, the first one is left out.
#
# Guess: a <div> with bare lines is text of the article, all of it, or (being no paragraph) none of it.
# Seen: what stands before the first <br> is lost, what stands behind it is kept, with favor_recall=True, too: of three
# tolls two arrive. In <p> all three do. In the same way the words of a <div> before its first <p> are lost, those behind it
# kept. (In a page of few words all stay.)
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'trafilatura==2.3.1' 'lxml_html_clean==0.4.6' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
from trafilatura import extract

before = "<p>" + "The mayor of Oru said families would sleep in the schools until the roads are open again. " * 8 + "</p>"
after = "<p>" + "A spokesman of the army told the paper that trucks with food were on the way to the valley. " * 8 + "</p>"


def read(inner, **options):
    page = f"<html><body><article>{before}{inner}{after}</article></body></html>"
    return extract(page, **options).split("\n")[1:-1]


tolls = "In Oru 12 people were killed, police said.<br>In Mez 30 people were hurt.<br>In Tarvo 5 people were arrested."
lines = tolls.split("<br>")
seen = {
    "div": read(f"<div>{tolls}</div>"),
    "div, recall": read(f"<div>{tolls}</div>", favor_recall=True),
    "p": read(f"<p>{tolls}</p>"),
    "around a p": read(f"<div>{lines[0]}<p>{lines[1]}</p>{lines[2]}</div>"),
}
print(seen)
assert seen["div"] == seen["div, recall"] == seen["around a p"] == lines[1:], seen
assert seen["p"] == lines, seen
PYTHON
