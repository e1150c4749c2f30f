#!/bin/sh
# html-table-parser-python3 0.3.1: "&minus;5" is 5, "&lt;5" is 5, "3&ndash;5" is "3 5", and 1<b>2</b> is "1 2".
#
# Guess: entities are decoded, or stay as they are written where decode_html_entities is left at False; a bold digit is part of
# its number.
# Seen: by default they are in the cell neither way: the loss is a gain, "fewer than five" five, the range two numbers, and
# "&euro;5m" a sum of no currency. Parts of a cell are joined by a blank whether one stood there or not, so a bold or linked digit
# cuts its number in two.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'html-table-parser-python3==0.3.1' 2>/dev/null
"$folder/env/bin/python" - <<'PYTHON'
from html_table_parser.parser import HTMLTableParser

CELLS = {
    "&minus;5": "5",
    "&lt;5": "5",
    "&#8722;5": "5",
    "3&ndash;5": "3 5",
    "&euro;5m": "5m",
    "1&frac12; million": "1 million",
    "1<b>2</b> killed": "1 2 killed",
}


def read(**options: object) -> list[str]:
    parser = HTMLTableParser(**options)
    parser.feed("<table><tr>" + "".join(f"<td>{cell}</td>" for cell in CELLS) + "</tr></table>")
    return parser.tables[0][0]


print(dict(zip(CELLS, read())), read(decode_html_entities=True))
assert read() == list(CELLS.values()), read()
assert read(decode_html_entities=True)[1:4] == ["<5", "−5", "3–5"]
PYTHON
