#!/bin/sh
# markitdown 0.1.9: of a workbook, Namibia's code NA is written "NaN", beside 12.0 dead and 2.512346e+09 dollars of 2512345678.25.
#
# Guess: the cells stand in the Markdown as the workbook has them, empty ones empty; whole numbers have no decimal point.
# Seen: the words NA, None, N/A and null are "NaN", as are empty cells, so that nobody can tell them apart. One empty cell
# makes ".0" of all counts of its column, and one large sum with cents turns its whole
# column into powers of ten, of which seven digits are kept.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'markitdown[xlsx]==0.1.9' 2>/dev/null
"$folder/env/bin/python" -W ignore - "$folder/tolls.xlsx" <<'PYTHON'
import sys

import openpyxl
from markitdown import MarkItDown

book = openpyxl.Workbook()
for row in (
    ("Country", "Code", "Source", "Killed", "Aid"),
    ("Namibia", "NA", "None", 12, 2512345678.25),
    ("Mali", "ML", "police", None, 1250000.5),
    ("Chad", "TD", "null", 1300, 7.75),
):
    book.active.append(row)
book.save(sys.argv[1])
text = MarkItDown().convert(sys.argv[1]).text_content
print(text)
rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines() if line.startswith("| ")][2:]
assert rows[0] == ["Namibia", "NaN", "NaN", "12.0", "2.512346e+09"], rows
assert rows[1] == ["Mali", "ML", "police", "NaN", "1.250000e+06"], rows
PYTHON
