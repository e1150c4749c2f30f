#!/bin/sh
# flashgeotext 0.5.5: Guinea and Papua New Guinea are Guinea-Bissau; Nigeria, Syria and others are nothing.
#
# Guess: the demo data has every country under its name, so a text that names Guinea counts Guinea, and one that names
# Papua New Guinea, a longer name, counts that one alone.
# Seen: its list has 140 names, Abkhazia and Transnistria among them, but not Guinea, which is another word for Guinea-Bissau
# there, and so in "Papua New Guinea". "South Sudan" counts for Sudan. Niger, Nigeria, Mali, Somalia, Syria and Yemen are none,
# while Burma is found. So a table of counts by country has plausible rows of the wrong states.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'flashgeotext==0.5.5' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
from flashgeotext.geotext import GeoText
from loguru import logger

logger.remove()
reader = GeoText()
texts = (
    "Troops left Guinea on Friday.",
    "Troops left Papua New Guinea on Friday.",
    "Troops left South Sudan on Friday.",
    "Troops left Niger, Nigeria, Mali, Somalia, Syria and Yemen on Friday.",
    "Troops left Burma on Friday.",
)
seen = [sorted(reader.extract(text)["countries"]) for text in texts]
print(dict(zip(texts, seen)))
assert seen == [["Guinea-Bissau"], ["Guinea-Bissau"], ["Sudan"], [], ["Myanmar"]], seen
PYTHON
