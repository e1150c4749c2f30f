#!/bin/sh
# pagexml-tools 0.9.0: "on 10-" above "15 May" is the 1015th of May, and a line with two readings has no text.
#
# Guess: a hyphen at the end of a line is taken away where it breaks a word, and kept between digits, where it is a range; of several
# TextEquiv the one of the lowest index is the text of the line, as the format says.
# Seen: the hyphen goes whatever stands before and after it: "10-15 May" is "1015 May", "2019-" and "20" are "201920". Where a
# line has an alternative reading, its text is None, without a word, so that the first line of the report is missing.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'pagexml-tools==0.9.0' 2>/dev/null
"$folder/env/bin/python" -W ignore - "$folder/page.xml" <<'PYTHON'
import sys
from pathlib import Path

from pagexml.helper.pagexml_helper import make_text_region_text
from pagexml.parser import parse_pagexml_file

said = [["Raids of 2019-", "Raids of 2079-"], ["20 killed five on 10-"], ["15 May and civil-"], ["ians fled"]]


def line(number: int, readings: list[str]) -> str:
    box = f"10,{50 * number + 10} 900,{50 * number + 10} 900,{50 * number + 50} 10,{50 * number + 50}"
    texts = "".join(f'<TextEquiv index="{at}"><Unicode>{text}</Unicode></TextEquiv>' for at, text in enumerate(readings))
    return f'<TextLine id="l{number}"><Coords points="{box}"/>{texts}</TextLine>'


def read(rows: list[list[str]]) -> list:
    Path(sys.argv[1]).write_text(
        '<?xml version="1.0"?><PcGts xmlns="http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15"><Metadata>'
        "<Creator>x</Creator><Created>2024-05-16T10:00:00</Created><LastChange>2024-05-16T10:00:00</LastChange></Metadata>"
        '<Page imageFilename="a.png" imageWidth="1000" imageHeight="1000"><TextRegion id="r"><Coords points="0,0 950,0 950,900 0,900"/>'
        f"{''.join(line(at, row) for at, row in enumerate(rows))}</TextRegion></Page></PcGts>"
    )
    return parse_pagexml_file(sys.argv[1]).get_lines()


whole, _ = make_text_region_text(read([row[:1] for row in said]))
texts = [row.text for row in read(said)]
print(whole, "|", texts)
assert whole == "Raids of 201920 killed five on 1015 May and civilians fled", whole
assert texts == [None, *(row[0] for row in said[1:])], texts
PYTHON
