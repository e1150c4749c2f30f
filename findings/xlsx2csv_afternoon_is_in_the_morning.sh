#!/bin/sh
# xlsx2csv 0.8.6: half past two in the afternoon is "02:29:59", and 12 in the format 0 "days" is 11 January.
#
# Guess: h:mm without AM/PM counts to 24, as in the workbook and as the same command has it for hh:mm; letters in quotation
# marks are words, and the number stands as it is.
# Seen: with a date and one h the hour is that of a clock of twelve, AM and PM alike, and seconds are cut, not rounded. Any d,
# m, y, h or s in a format, in a word too, makes a day of the number: of "days" the letters around it stay, and with -f, which
# is meant to make dates readable, a clean 1900-01-11 stands among the counts.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'xlsx2csv==0.8.6' 'openpyxl==3.1.5' 2>/dev/null
"$folder/env/bin/python" - "$folder/tolls.xlsx" <<'PYTHON'
import datetime
import sys

import openpyxl

book = openpyxl.Workbook()
for form in ("yyyy-mm-dd h:mm:ss", "yyyy-mm-dd hh:mm:ss"):
    book.active.append([datetime.datetime(2024, 5, 3, 14, 30), 12])
    book.active.cell(book.active.max_row, 1).number_format = form
    book.active.cell(book.active.max_row, 2).number_format = '0 "days"'
book.save(sys.argv[1])
PYTHON
plain=$("$folder/env/bin/xlsx2csv" "$folder/tolls.xlsx")
dated=$("$folder/env/bin/xlsx2csv" -f '%Y-%m-%d' "$folder/tolls.xlsx")
printf '%s\n\n%s\n' "$plain" "$dated"
printf '%s\n' "$plain" | head -n 1 | grep -qx '2024-05-03 02:29:59,"0 ""11ays"""'
printf '%s\n' "$plain" | tail -n 1 | grep -q '^2024-05-03 14:29:59,'
printf '%s\n' "$dated" | head -n 1 | grep -qx '2024-05-03,1900-01-11'
