#!/bin/sh
# python-calamine 0.9.1: a cell of an .ods workbook with "12", a line break or a tab, and "5" is "125".
#
# Guess: breaks inside a cell's text come out as a line break and a tab, as two paragraphs of a cell do ("12\n5").
# Seen: <text:line-break/> and <text:tab/>, which is how writers of OpenDocument put "\n" and "\t" into a text, leave nothing;
# several blanks, <text:s/>, are read. "Killed: 12 / 5 missing" is 125 missing. In .xlsx the same cell keeps its lines.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'python-calamine==0.9.1' 'odfpy==1.4.1' 'openpyxl==3.1.5' \
  2>/dev/null
"$folder/env/bin/python" -W ignore - "$folder/tolls" <<'PYTHON'
import sys

from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.teletype import addTextToElement
from odf.text import P
from openpyxl import Workbook
from python_calamine import CalamineWorkbook

cells = ["Killed 12\n5 missing", "12\t5", "12  5"]
document = OpenDocumentSpreadsheet()
table, row = Table(name="Oru"), TableRow()
for text in cells:
    cell, paragraph = TableCell(valuetype="string"), P()
    addTextToElement(paragraph, text)
    cell.addElement(paragraph)
    row.addElement(cell)
table.addElement(row)
document.spreadsheet.addElement(table)
document.save(sys.argv[1] + ".ods")
book = Workbook()
book.active.append(cells)
book.save(sys.argv[1] + ".xlsx")
seen = {end: CalamineWorkbook.from_path(sys.argv[1] + end).get_sheet_by_index(0).to_python()[0] for end in (".ods", ".xlsx")}
print(seen)
assert seen[".ods"] == ["Killed 125 missing", "125", "12  5"], seen
assert seen[".xlsx"] == cells, seen
PYTHON
