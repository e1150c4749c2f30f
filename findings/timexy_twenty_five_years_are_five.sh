#!/bin/sh
# timexy 0.1.3: "twenty-five years" is P5Y, and "a hundred and five days" P5D.
#
# Guess: durations in words are read whole or not at all, as "thirty days" is left alone.
# Seen: number words go up to twenty, and the last word of a longer number is taken for all of it: "twenty-five years" are
# five years, "forty-two days" two, "twenty-one days" one. The span begins in the middle of the number ("five years"), and the
# TIMEX3 value is well-formed. With digits ("25 years") it is right.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'timexy==0.1.3' 'spacy==3.8.18' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
import re

import spacy
from timexy import Timexy

nlp = spacy.blank("en")
nlp.add_pipe("timexy", config={"kb_id_type": "timex3", "label": "timexy", "overwrite": False})
assert Timexy.__name__ == "Timexy"
for text, seen in (
    ("jailed for 25 years", [("25 years", "P25Y")]),
    ("jailed for eleven years", [("eleven years", "P11Y")]),
    ("held for thirty days", []),
    ("jailed for twenty-five years", [("five years", "P5Y")]),
    ("jailed for twenty five years", [("five years", "P5Y")]),
    ("held for forty-two days", [("two days", "P2D")]),
    ("held for a hundred and five days", [("five days", "P5D")]),
):
    found = [(entity.text, re.search('value="(.*)"', entity.kb_id_)[1]) for entity in nlp(text).ents]
    print(text, "->", found)
    assert found == seen, (text, found)
PYTHON
