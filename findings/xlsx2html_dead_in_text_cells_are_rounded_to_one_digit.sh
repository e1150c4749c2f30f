#!/bin/sh
# xlsx2html 0.6.4: 1234 dead in a cell with the format "text" (@) are 1000, 87 are 90; 1.5 million as "1.5M" is "1500000.0"M"".
#
# Guess: a number in a column set to text is shown as it is, as in Excel; with "0.0,," it is shown in millions, half as 1/2.
# Seen: the format goes to babel, where "@" is one significant digit: counts are rounded to one digit, and look like good ones.
# Commas behind the format, which divide by a thousand each, are left, so a thousand times too much ("k") or a million ("M")
# stands there; of a fraction the numerator and denominator are blanks ("2 /" for 2 1/4); and of a format with a condition,
# [<100]0, the number replaces the condition. Numbers with "#,##0" and "0.0%" are right.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'xlsx2html==0.6.4' 'openpyxl==3.1.5' 2>/dev/null
cd "$folder"
"$folder/env/bin/python" -W ignore - <<'PYTHON'
import re

import openpyxl
from xlsx2html import xlsx2html

cells = [  # value, format, what Excel shows, what the page has
    (1234, "@", "1234", "1000"),
    (87, "@", "87", "90"),
    (12.5, "@", "12.5", "10"),
    (1500000, '0.0,,"M"', "1.5M", '1500000.0"M"'),
    (25000, '0,"k"', "25k", ',25000"k"'),
    (2.25, "# ??/??", "2 1/4", "2 /"),
    (12, "[<100]0;#,##0", "12", "[<12]0"),
    (1234, "#,##0", "1,234", "1,234"),
    (0.125, "0.0%", "12.5%", "12.5%"),
    (1234, "General", "1234", "1234"),
]
book = openpyxl.Workbook()
for row, (value, layout, _, _) in enumerate(cells, 1):
    book.active.cell(row, 1, value).number_format = layout
book.save("dead.xlsx")
page = xlsx2html("dead.xlsx", locale="en")
page.seek(0)
seen = [text.strip() for text in re.findall(r"<td[^>]*>(.*?)</td>", page.read(), re.S)]
for (value, layout, excel, wrong), text in zip(cells, seen, strict=True):
    print(value, layout, "Excel:", excel, "page:", text)
    assert text == wrong, (value, layout, text)
PYTHON
