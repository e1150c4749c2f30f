#!/bin/sh
# date-wrangler 2.3.0: "half a year ago" and "twenty-one years ago" are all of last year, "a year and a half ago" its second half.
#
# Guess: of an article of 14 May 2024 half a year ago is in November 2023, a year and a half ago in November 2022, twenty-one
# years ago is 2003; what it does not know it does not find, as with "two and a half years ago" (nothing).
# Seen: words that it does not know are stepped over and the rest is a date: "half" before "a year ago", "a year and" before "a
# half ago", "twenty-" before "one years ago" and "five days ago". The range is a good one of a plain kind, and diagnose() has
# nothing to say of the words in front. "21 years ago" is right.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'date-wrangler==2.3.0' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
from datetime import date

from date_wrangler import diagnose, parse

printed = date(2024, 5, 14)
for text, words, start, end in (
    ("The war began half a year ago.", "a year ago", date(2023, 1, 1), date(2023, 12, 31)),
    ("The war began a year and a half ago.", "a half ago", date(2023, 7, 1), date(2023, 12, 31)),
    ("The war began twenty-one years ago.", "one years ago", date(2023, 1, 1), date(2023, 12, 31)),
    ("The war began twenty-five days ago.", "five days ago", date(2024, 5, 9), date(2024, 5, 9)),
    ("The war began 21 years ago.", "21 years ago", date(2003, 1, 1), date(2003, 12, 31)),
):
    (found,) = parse(text, today=printed)
    print(text, "->", found.text, "|", found.range)
    assert found.text == words, found
    assert (found.range.start, found.range.end_inclusive) == (start, end), found
    _, messages = diagnose(text, today=printed)
    assert messages == [], messages
assert parse("The war began two and a half years ago.", today=printed) == []
PYTHON
