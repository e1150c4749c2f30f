#!/bin/sh
# pdfplumber 0.11.10: the years at the head of a ruled table, turned to run upwards, are 1202 and 2202 for 2021 and 2022.
#
# Guess: the turn of each letter is known (its matrix is there), so a word that runs upwards, the common way to save width in the
# head of a table, is read from its foot, and extract_tables has the years.
# Seen: letters that are not upright are put together from the top downwards, whichever way they are turned: a year that runs
# downwards is right, one that runs upwards is backwards, in extract_text, extract_words and extract_tables. Only who knows
# of such words beforehand can set char_dir_rotated, for all of a page.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'pdfplumber==0.11.10' 'reportlab==5.1.0' 2>/dev/null
"$folder/env/bin/python" - <<'PYTHON'
import io

import pdfplumber
from reportlab.pdfgen import canvas

file = io.BytesIO()
page = canvas.Canvas(file)
edges, lines = (50, 150, 200, 250, 300), (740, 690, 670)
page.grid(list(edges), list(lines))
for left, turn, low, year in ((180, 90, 700, "2021"), (230, 90, 700, "2022"), (270, -90, 730, "2023")):
    page.saveState()
    page.translate(left, low)
    page.rotate(turn)
    page.drawString(0, 0, year)
    page.restoreState()
for left, text in zip(edges, ("Oru", "12", "30", "7")):
    page.drawString(left + 10, 675, text)
page.save()
with pdfplumber.open(file) as document:
    table = document.pages[0].extract_table()
    text = document.pages[0].extract_text()
print(table, repr(text))
assert table == [["", "1202", "2202", "2023"], ["Oru", "12", "30", "7"]], table
assert "1202 2202" in text and "2021" not in text, text
PYTHON
