#!/bin/sh
# tableschema 1.21.0: with bareNumber false, "-5%" is 5, "$-1250" 1250 and a plain -5 is 5 too; "$.75" is 75 dollars.
#
# Guess: bareNumber false takes words and signs of currency or percent away from around a number ("95%", "EUR 95"); the minus and
# the point before a fraction belong to the number and stay.
# Seen: all that is no digit goes, at the front and at the end, and with it every minus and a leading point: one column of a schema
# that allows for "%" has no number below zero left, and validates. frictionless 5.21.0, the successor, keeps the hyphen, and loses
# the typographic minus (U+2212) and the leading point.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'tableschema==1.21.0' 'frictionless==5.21.0' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
from frictionless import fields
from tableschema import Field

old = Field({"name": "change", "type": "number", "bareNumber": False})
new = fields.NumberField(name="change", bare_number=False)
seen = {text: (float(old.cast_value(text)), float(new.read_cell(text)[0])) for text in ("95%", "-5", "-5%", "$-1250", "−5%", "$.75")}
print(seen)
assert float(Field({"name": "change", "type": "number"}).cast_value("-5")) == -5
assert seen == {
    "95%": (95, 95), "-5": (5, -5), "-5%": (5, -5), "$-1250": (1250, -1250), "−5%": (5, 5), "$.75": (75, 75),
}, seen  # fmt: skip
PYTHON
