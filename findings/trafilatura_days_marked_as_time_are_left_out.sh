#!/bin/sh
# trafilatura 2.3.1: a day that stands in a <time> element inside a sentence is cut out of the sentence.
#
# Guess: <time> is text of a line like <b> or <abbr>: "The bridge fell on <time>April 26</time>, killing 12" keeps its
# words, and the cleaning takes out menus, forms and adverts.
# Seen: "The bridge fell on , killing 12 people.", with favor_recall=True, as Markdown and in the cell of a table alike;
# <mark> stays. Whoever dates that sentence gets the day of the article, as if no other were said.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'trafilatura==2.3.1' 'lxml_html_clean==0.4.6' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
from trafilatura import extract

around = "<p>" + "The mayor of Oru said families would sleep in the schools until the roads are open again. " * 3 + "</p>"


def read(inner, **options):
    page = f"<html><body><article>{around}{inner}{around}</article></body></html>"
    return [line for line in extract(page, **options).split("\n") if "12" in line]


with_time = "<p>The bridge fell on <time datetime='2021-04-26'>April 26</time>, killing 12 people.</p>"
with_mark = with_time.replace("<time datetime='2021-04-26'", "<mark").replace("/time", "/mark")
seen = {
    "time": read(with_time),
    "time, recall": read(with_time, favor_recall=True),
    "time, markdown": read(with_time, output_format="markdown"),
    "time in a cell": read("<table><tr><th>Oru</th><td><time>April 26</time></td><td>12 killed</td></tr></table>"),
    "mark": read(with_mark),
}
print(seen)
assert seen["time"] == ["The bridge fell on , killing 12 people."], seen
assert seen["time, recall"] == seen["time, markdown"] == seen["time"], seen
assert [cell.strip() for cell in seen["time in a cell"][0].split("|")] == ["", "Oru", "", "12 killed", ""], seen
assert seen["mark"] == ["The bridge fell on April 26, killing 12 people."], seen
PYTHON
