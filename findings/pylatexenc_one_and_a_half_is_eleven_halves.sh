#!/bin/sh
# pylatexenc 2.11: "1\frac{1}{2} million" of an export for BibTeX is "11/2 million", and "12\newline 5" is 125.
#
# Guess: latex_to_text() keeps numbers apart: 1 1/2 or 1½; of a command it does not know it leaves out the command and keeps
# what separates the words.
# Seen: the fraction is set against the number before it, eleven halves; of \sfrac and \tfrac the bar is left out, so that a
# half is 12; the unknown \newline, \par, \slash and \colon leave nothing, not a blank, and the blank behind a command
# belongs to it: 12 and 5 are 125, "5\slash 7" is 57. \textminus goes as well, a loss is a gain. All with no error or log.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'pylatexenc==2.11' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
from pylatexenc.latex2text import LatexNodes2Text

expected = {
    r"Aid of 1\frac{1}{2} million": "Aid of 11/2 million",
    r"Aid of $1\frac12$ million": "Aid of 11/2 million",
    r"in $\tfrac{1}{2}$ of Oru": "in 12 of Oru",
    r"in \sfrac{1}{2} of Oru": "in 12 of Oru",
    r"in \nicefrac{1}{2} of Oru": "in 1/2 of Oru",
    r"Killed: 12\newline 5 of them children": "Killed: 125 of them children",
    r"Killed: 12\par 5 of them children": "Killed: 125 of them children",
    r"Killed: 12\\5 of them children": "Killed: 12\n5 of them children",
    r"in May 2020\slash 21": "in May 202021",
    r"Harvest: \textminus 5\%": "Harvest: 5%",
    r"Harvest: $-5$\%": "Harvest: -5%",
}
seen = {text: LatexNodes2Text().latex_to_text(text) for text in expected}
print(*seen.items(), sep="\n")
assert seen == expected, seen
PYTHON
