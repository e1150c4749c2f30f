#!/bin/sh
# mammoth 1.13.0: in raw text a line break is nothing: "Killed: 12" above "30 injured" is "Killed: 1230 injured".
#
# Guess: extract_raw_text "will ignore all formatting"; a line break (Shift+Enter in Word) separates words and is a new line
# or a space, as a tab is a tab.
# Seen: it is left out, and the last word of one line and the first of the next become one; two numbers become one number.
# HTML and Markdown of the same file have the break.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'mammoth==1.13.0' 'python-docx==1.2.0' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
import io

import docx
import mammoth

document = docx.Document()
document.add_paragraph("Killed: 12\n30 injured\nOru: 4\t7")
document.add_paragraph("Aid: 5 million")
file = io.BytesIO()
document.save(file)


def read(convert):
    file.seek(0)
    return convert(file).value


raw = read(mammoth.extract_raw_text)
page = read(mammoth.convert_to_html)
print(repr(raw), page)
assert raw == "Killed: 1230 injuredOru: 4\t7\n\nAid: 5 million\n\n", raw
assert page.startswith("<p>Killed: 12<br />30 injured<br />Oru: 4"), page
PYTHON
