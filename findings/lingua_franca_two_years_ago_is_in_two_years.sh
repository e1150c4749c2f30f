#!/bin/sh
# lingua-franca 0.4.3: "two years ago" is in two years.
#
# Guess: extract_datetime knows "ago" for every unit that it counts: "two days ago" and "three weeks ago" are in the past, and
# "last year" is the year before.
# Seen: "ago" is known after days and weeks alone. After hours, months, years and decades the amount is added to the day of the
# article, and "ago" is left in the rest: an attack of two months ago is two months ahead, one of ten years ago ten years ahead.
# Nothing is raised, and a test with days passes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'lingua-franca==0.4.3' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
from datetime import datetime

from lingua_franca import load_language
from lingua_franca.parse import extract_datetime

load_language("en")
article = datetime(2021, 3, 17, 8)
for text, seen, left in (
    ("two days ago", "2021-03-15 00", ""),
    ("three weeks ago", "2021-02-24 00", ""),
    ("last year", "2020-03-17 00", ""),
    ("two hours ago", "2021-03-17 10", "ago"),
    ("two months ago", "2021-05-17 00", "ago"),
    ("two years ago", "2023-03-17 00", "ago"),
    ("two decades ago", "2041-03-17 00", "ago"),
):
    moment, rest = extract_datetime(text, article, lang="en")
    found = f"{moment:%Y-%m-%d %H}"
    print(text, "->", found, repr(rest))
    assert (found, rest) == (seen, left), (text, found, rest)
PYTHON
