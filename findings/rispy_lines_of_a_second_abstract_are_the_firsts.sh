#!/bin/sh
# rispy 0.10.0: of a record's second abstract the first line is left out, and the others are put behind the first abstract.
#
# Guess: a field that stands twice, such as an abstract in two languages, is kept as a list, or the second is left out whole.
# Seen: only tags known to repeat (authors, keywords, notes) are lists. A second AB or TI is passed over, but the lines that go
# on with it count as more of the first one: "12 died in Lem." and "In Oru nobody died, / 41 were hurt." come out as "12 died
# in Lem. 41 were hurt.", a sentence nobody wrote, with Oru's number under Lem.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'rispy==0.10.0' 2>/dev/null
"$folder/env/bin/python" - <<'PYTHON'
import rispy

record = """TY  - NEWS
TI  - Storm over Lem
TI  - Storm over Oru
and the hills
AB  - 12 people died in Lem.
AB  - In Oru nobody died,
41 were hurt.
N1  - First note
N1  - Second note
ER  -
"""
(seen,) = rispy.loads(record)
print(seen)
assert seen["title"] == "Storm over Lem and the hills", seen
assert seen["abstract"] == "12 people died in Lem. 41 were hurt.", seen
assert seen["notes"] == ["First note", "Second note"], seen
(whole,) = rispy.loads(record.replace("AB  - In Oru nobody died,\n", ""))
assert whole["abstract"] == seen["abstract"]
PYTHON
