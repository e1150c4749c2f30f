#!/bin/sh
# odfpy 1.4.1: a footnote or a comment behind a number is written into the sentence, digit on digit.
#
# Guess: teletype.extractText(paragraph), which gives "the text, with tabs, spaces, and newlines correctly evaluated", gives
# the sentence; the note, an element of its own with its own paragraphs, is left out or stands behind it.
# Seen: "At least 12" with footnote 1 "40 by other counts" and " people died" is "At least 12140 by other counts people
# died"; "30" with a comment "5 per paper" is "305 per paper". The paragraphs inside the notes come once more as paragraphs.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'odfpy==1.4.1' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
from odf import teletype, text
from odf.office import Annotation
from odf.opendocument import OpenDocumentText

document = OpenDocumentText()
body = text.NoteBody()
body.addElement(text.P(text="40 by other counts"))
note = text.Note(noteclass="footnote")
note.addElement(text.NoteCitation(text="1"))
note.addElement(body)
first = text.P(text="At least 12")
first.addElement(note)
first.addText(" people died.")
comment = Annotation()
comment.addElement(text.P(text="5 per paper"))
second = text.P(text="About 30")
second.addElement(comment)
second.addText(" were hurt.")
for paragraph in (first, second):
    document.text.addElement(paragraph)
seen = [teletype.extractText(paragraph) for paragraph in document.getElementsByType(text.P)]
print(seen)
assert seen == [
    "At least 12140 by other counts people died.",
    "40 by other counts",
    "About 305 per paper were hurt.",
    "5 per paper",
], seen
PYTHON
