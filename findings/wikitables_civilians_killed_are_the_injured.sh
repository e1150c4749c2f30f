#!/bin/sh
# wikitables 0.5.5: below a heading of two rows the civilians killed are the injured, or the injured soldiers are civilians; a merged cell moves a date.
#
# Guess: a heading in two rows gives a column each for the place, the killed and the injured, however named; a cell over two columns fills both, as one over
# two rows fills both rows; footnotes are left out, so numbers with a source stay numbers.
# Seen: one row is the heading: the first if no row mark stands before it, else the one with most cells; the other is read as data. Values go to its names
# from the left, one each, whatever their number: three of five columns for the first, and for the second, which lacks the place, each a column
# too far, the last dropped, and of two columns of one name the later kept. colspan is not looked at, so the cells behind a merged one
# move left and the last column is missing. The text of a <ref> is joined to the number, though {{refn}} is left out.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'wikitables==0.5.5' 'mwparserfromhell==0.7.2' 'pycountry==24.6.1' 'requests==2.32.5' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
import logging

import mwparserfromhell
from wikitables import WikiTable
from wikitables.util import ftag

logging.disable(logging.CRITICAL)


def rows(text):
    [table] = mwparserfromhell.parse(text).filter_tags(matches=ftag("table"))
    seen = [{name: field.value for name, field in row.items()} for row in WikiTable("tolls", table).rows]
    for row in seen:
        print(row)
    return seen


TWO = """{| class="wikitable"
! rowspan=2 | Place !! colspan=2 | Killed !! colspan=2 | Injured
|-
! soldiers !! civilians !! soldiers !! civilians
|-
| Lima || 12 || 30 || 5 || 70
|}"""
assert rows(TWO)[-1] == {"Place": "Lima", "Killed": 12, "Injured": 30}
assert rows(TWO.replace("\n!", "\n|-\n!", 1))[-1] == {"soldiers": 30, "civilians": 5}

ONE = """{| class="wikitable"
! Place !! Killed !! Injured !! Day
|-
| rowspan=2 | Lima || 1,200 || 3 || 3 May
|-
| 13<ref>Ministry, page 99</ref> || 4 || 5 May
|-
| Cali || colspan=2 | 15 || 4 May
|}"""
first, second, third = rows(ONE)
assert first == {"Place": "Lima", "Killed": 1200, "Injured": 3, "Day": "3 May"}
assert second == {"Place": "Lima", "Killed": "13 Ministry, page 99", "Injured": 4, "Day": "5 May"}
assert third == {"Place": "Cali", "Killed": 15, "Injured": "4 May"}
PYTHON
