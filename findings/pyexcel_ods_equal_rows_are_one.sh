#!/bin/sh
# pyexcel-ods 0.6.0: three rows of a sheet that are alike, one below the other, are one row.
#
# Guess: a sheet has as many rows as the office program shows; OpenDocument writes neighbours that are alike once, with
# number-rows-repeated, and a reader of the format unrolls them, as it does cells that are alike.
# Seen: cells are unrolled and rows are not: of three raids with the same count one is left, and the sum of the killed is 11, not
# 19; pandas, of the same file, has all of them.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'pyexcel-ods==0.6.0' 'pandas==3.1.1' 'odfpy==1.4.1' 2>/dev/null
"$folder/env/bin/python" -W ignore - "$folder/raids.ods" <<'PYTHON'
import sys

import pandas
import pyexcel_ods
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P

book, sheet = OpenDocumentSpreadsheet(), Table(name="Raids")
for place, killed, times in (("Oru", 4, 3), ("Bel", 7, 1)):
    row = TableRow(numberrowsrepeated=times)
    name = TableCell(valuetype="string")
    name.addElement(P(text=place))
    row.addElement(name)
    row.addElement(TableCell(valuetype="float", value=killed, numbercolumnsrepeated=2))
    sheet.addElement(row)
book.spreadsheet.addElement(sheet)
book.save(sys.argv[1])
rows = pyexcel_ods.get_data(sys.argv[1])["Raids"]
whole = pandas.read_excel(sys.argv[1], header=None, engine="odf").to_numpy().tolist()
print(rows, whole)
assert rows == [["Oru", 4, 4], ["Bel", 7, 7]], rows
assert whole == [["Oru", 4, 4]] * 3 + [["Bel", 7, 7]], whole
PYTHON
