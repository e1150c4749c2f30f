#!/bin/sh
# XlsxWriter 3.3.1 and openpyxl 3.1.5: a quarter of all fractions come back from a workbook as other numbers.
#
# Guess: a cell holds the double that was written: the format keeps decimal text of any length, Python's repr names every
# double, and what both libraries read back is what they wrote.
# Seen: both write 16 digits, where 17 are needed. 0.1 + 0.2 is 0.3 in the file and 123456789.12345678 is
# 123456789.1234568; of these and 10,000 random doubles between 0 and 1, 2,529 are read back as others, by both libraries.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'XlsxWriter==3.3.1' 'openpyxl==3.1.5' 2>/dev/null
cd "$folder"
env/bin/python - <<'PYTHON'
import random
import re
import zipfile

import openpyxl
import xlsxwriter

random.seed(1)
numbers = [0.1 + 0.2, 123456789.12345678, *(random.random() for _ in range(10_000))]
with xlsxwriter.Workbook("xlsxwriter.xlsx") as book:
    book.add_worksheet().write_column(0, 0, numbers)
book = openpyxl.Workbook()
for number in numbers:
    book.active.append([number])
book.save("openpyxl.xlsx")
for name in ("xlsxwriter.xlsx", "openpyxl.xlsx"):
    sheet = zipfile.ZipFile(name).read("xl/worksheets/sheet1.xml").decode()
    stored = re.findall(r"<v>(.*?)</v>", sheet)
    read = [row[0] for row in openpyxl.load_workbook(name).active.values]
    changed = sum(a != b for a, b in zip(numbers, read))
    print(name, stored[:2], "changed:", changed, "of", len(numbers))
    assert stored[:2] == ["0.3", "123456789.1234568"], stored[:2]
    assert read == [float(text) for text in stored]
    assert changed > len(numbers) / 5, changed
PYTHON
