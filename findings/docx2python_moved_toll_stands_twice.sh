#!/bin/sh
# docx2python 3.7.1: a paragraph that an editor moved, with changes tracked, stands twice: "41 people died" at both places.
#
# Guess: a file with tracked changes reads as if all were accepted: what is deleted is left out, what is inserted is there, and
# what is moved is there once, where it went.
# Seen: that is so of deletions (<w:del>) and insertions (<w:ins>), but of a move (<w:moveFrom>, <w:moveTo>, written by Word
# when a sentence is dragged or cut and pasted) both the old and the new place are kept. Whoever adds up gets the toll twice.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'docx2python==3.7.1' 'python-docx==1.2.0' 2>/dev/null
"$folder/env/bin/python" -W ignore - "$folder/report.docx" <<'PYTHON'
import sys

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx2python import docx2python

document = docx.Document()


def add(kind, text, tag="t"):
    about = 'w:id="7" w:author="Ada Lind" w:date="2021-05-03T10:00:00Z"'
    change = f'<w:{kind} {nsdecls("w")} {about}><w:r><w:{tag}>{text}</w:{tag}></w:r></w:{kind}>'
    document.add_paragraph()._p.append(parse_xml(change))


add("moveFrom", "41 people died in Oru.")
document.add_paragraph("The army sent 300 men.")
add("moveTo", "41 people died in Oru.")
add("del", "12 people died in Lem.", "delText")
add("ins", "15 people died in Lem.")
document.save(sys.argv[1])
with docx2python(sys.argv[1]) as read:
    seen = [line for line in read.text.split("\n") if line]
print(seen)
moved = "41 people died in Oru."
assert seen == [moved, "The army sent 300 men.", moved, "15 people died in Lem."], seen
PYTHON
