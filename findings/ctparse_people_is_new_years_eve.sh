#!/bin/sh
# ctparse 0.3.6: "12 people were killed" is the 31st of December, for "people" is the end of the year.
#
# Guess: a text without any time expression resolves to nothing; the documentation says that it can detect them in a text.
# Seen: EOY, short for the end of the year, is looked for in any case, inside words and with one letter missing or wrong:
# the "eo" of "people" and "video" is enough, as are "boys", "money" and "employed"; "geometry" is the end of the month.
# A day comes out with the precision of one that was written; "women" and "homes" are no time, as they should be.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'ctparse==0.3.6' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
import logging
from datetime import datetime

from ctparse import ctparse

logging.disable(logging.CRITICAL)
texts = ("12 people were killed", "people", "video", "boys", "money", "geometry", "women", "homes")
parses = {text: ctparse(text, ts=datetime(2018, 3, 14, 12), timeout=0) for text in texts}
days = {text: str(parse.resolution)[:10] if parse else None for text, parse in parses.items()}
print(days)
assert [days[text] for text in texts[:5]] == ["2018-12-31"] * 5, days
assert days["geometry"] == "2018-03-31", days
assert days["women"] is days["homes"] is None, days
PYTHON
