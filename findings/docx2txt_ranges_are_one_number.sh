#!/bin/sh
# docx2txt 0.9: a range written with Word's non-breaking hyphen loses its hyphen: "5-7 people" is "57 people".
#
# Guess: process() writes the characters that Word has as elements: tab, line break and hyphen.
# Seen: it writes tabs and line breaks, but no hyphen: what an author sets with Ctrl+Shift+_ so that "5-7" or "2020-21" does
# not break at the end of a line comes out as 57 and 202021. The same hyphen typed as a character of its own stays, and
# python-docx reads both.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'docx2txt==0.9' 'python-docx==1.2.0' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
import io

import docx
import docx2txt
from docx.oxml import OxmlElement

document = docx.Document()
for before, behind in (("Between 5", "7 people died."), ("The plan for 2020", "21 has 12 items.")):
    run = document.add_paragraph(before).runs[0]
    run._r.append(OxmlElement("w:noBreakHyphen"))
    run.add_text(behind)
document.add_paragraph("Between 5\u20117 people died.\nIn Oru:\t3")
file = io.BytesIO()
document.save(file)
file.seek(0)
seen = [line for line in docx2txt.process(file).split("\n") if line]
file.seek(0)
others = [paragraph.text for paragraph in docx.Document(file).paragraphs]
print(seen, others)
assert seen[:2] == ["Between 57 people died.", "The plan for 202021 has 12 items."], seen
assert seen[2:] == ["Between 5\u20117 people died.", "In Oru:\t3"], seen
assert others[:2] == ["Between 5-7 people died.", "The plan for 2020-21 has 12 items."], others
PYTHON
