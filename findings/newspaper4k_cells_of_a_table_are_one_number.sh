#!/bin/sh
# newspaper4k 0.9.6: the cells of a table are written without anything between them, and their numbers become one.
#
# Guess: Article.text has a table row by row or leaves it out; it puts an empty line between paragraphs, items of lists and
# the terms of a <dl>.
# Seen: "Tarvo1230Oru47" of two rows of three cells: 12 and 30 read 1230, 4 and 7 read
# 47. Cells that hold a <p> are set apart.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'newspaper4k==0.9.6' 'lxml_html_clean==0.4.6' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
from newspaper import Article

around = "<p>" + "The mayor of Oru said families would sleep in the schools until the roads are open again. " * 8 + "</p>"


def read(inner):
    article = Article("https://news.example/a")
    article.download(input_html=f"<html><body><article>{around}{inner}{around}</article></body></html>")
    article.parse()
    return article.text.split("\n\n")[1:-1]


rows = (("Tarvo", 12, 30), ("Oru", 4, 7))
seen = {
    "table": read("<table>" + "".join("<tr>" + "".join(f"<td>{c}</td>" for c in r) + "</tr>" for r in rows) + "</table>"),
    "with p": read("<table><tr>" + "".join(f"<td><p>{cell}</p></td>" for cell in rows[0]) + "</tr></table>"),
    "list": read("<ul>" + "".join(f"<li>{cell}</li>" for cell in rows[0]) + "</ul>"),
    "dl": read("<dl><dt>Killed</dt><dd>12</dd><dt>Injured</dt><dd>30</dd></dl>"),
}
print(seen)
assert seen["table"] == ["Tarvo1230Oru47"], seen
assert seen["with p"] == seen["list"] == ["Tarvo", "12", "30"], seen
assert seen["dl"] == ["Killed", "12", "Injured", "30"], seen
PYTHON
