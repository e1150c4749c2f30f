#!/bin/sh
# ocdsmerge 0.8.0: of two releases an hour and a half apart, the earlier one wins if its clock is further east.
#
# Guess: releases are merged in order of time; their dates are date-times with a zone, so 01:00+03:00 (22:00 in UTC) comes
# before 23:30Z of the day before, and the amount published last is the one compiled.
# Seen: dates are sorted as text. "2024-05-01T01:00:00+03:00" is after "2024-04-30T23:30:00Z", so the corrected amount is
# overwritten by the old one, and the compiled release has the date of the older. Nothing is warned of.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'ocdsmerge==0.8.0' 2>/dev/null
"$folder/env/bin/python" - <<'PYTHON'
from datetime import datetime

from ocdsmerge import Merger

text = {"type": "string"}
value = {"type": "object", "properties": {"amount": {"type": "number"}, "currency": text}}
tender = {"type": "object", "properties": {"value": value}}
schema = {"type": "object", "properties": {"ocid": text, "id": text, "date": text, "tender": tender}}


def release(date: str, amount: int) -> dict[str, object]:
    return {
        "ocid": "ocds-a1-1", "id": date, "date": date, "tag": ["tender"], "initiationType": "tender",
        "tender": {"value": {"amount": amount, "currency": "USD"}},
    }  # fmt: skip


first, corrected = release("2024-05-01T01:00:00+03:00", 500), release("2024-04-30T23:30:00+00:00", 700)
assert datetime.fromisoformat(first["date"]) < datetime.fromisoformat(corrected["date"])
compiled = Merger(schema).create_compiled_release([first, corrected])
print(compiled)
assert compiled["tender"]["value"]["amount"] == 500, compiled
assert compiled["date"] == first["date"], compiled
PYTHON
