#!/bin/sh
# markdownify 1.2.3: below a cell with rowspan, the month stands under Place, the killed under Month and the injured under Killed.
#
# Guess: colspan is counted with (the cell is followed by empty ones), so rowspan leaves an empty or repeated cell in the rows it
# covers too, and each number stays under its head.
# Seen: the covered rows are one cell short and slide to the left; Markdown fills up at the right, so the table is well formed and
# wrong. html2text 2025.4.15 does the same, and markitdown, which is built on markdownify.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'markdownify==1.2.3' 'html2text==2025.4.15' 2>/dev/null
"$folder/env/bin/python" - <<'PYTHON'
from html2text import html2text
from markdownify import markdownify

page = """<table><tr><th>Place</th><th>Month</th><th>Killed</th><th>Injured</th></tr>
<tr><td rowspan="2">Oru</td><td>May</td><td>12</td><td>30</td></tr>
<tr><td>June</td><td>7</td><td>9</td></tr>
<tr><td colspan="2">In all</td><td>19</td><td>39</td></tr></table>"""
for convert in (markdownify, html2text):
    lines = [line.strip().strip("|") for line in convert(page).splitlines() if "|" in line and "--" not in line]
    head, *rows = [[cell.strip() for cell in line.split("|")] for line in lines]
    table = [dict(zip(head, row)) for row in rows]
    print(convert.__name__, table)
    assert table[0] == {"Place": "Oru", "Month": "May", "Killed": "12", "Injured": "30"}, table
    assert table[1] == {"Place": "June", "Month": "7", "Killed": "9"}, table
assert markdownify(page).count("| In all | | 19 | 39 |") == 1
PYTHON
