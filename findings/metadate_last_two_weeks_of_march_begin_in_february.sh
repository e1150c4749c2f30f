#!/bin/sh
# metadate 0.6.2: "the last 2 weeks of March 2024", an example of its README, are 29 February to 6 March; "at 3 pm" is at night.
#
# Guess: the last two weeks of a month are in it and end with it; "first Monday of May 2024" is 6 May; "3 May at 10 pm" is 22:00,
# as "10pm" is, and README promises "tomorrow at 3 pm".
# Seen: what is counted is counted from the day of reference, whatever month stands behind "of", or from that day laid into the
# month: the last two days of May 2024 are 12 May alone (end excluded), the first Monday of May is 20 May. "at 10" is read as an
# hour and the "pm" behind the space dropped, so evenings are mornings. Each is one good result of the right month or day, or
# near it, and nothing says what of the text was not used.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'metadate==0.6.2' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
from datetime import datetime
from importlib.metadata import metadata

from metadate import parse_date

readme = metadata("metadate").get_payload()
assert '"tomorrow at 3 pm"' in readme
assert '"the last 2 weeks of March 2024"' in readme
assert "`first 3 days of March`" in readme
for text, start, end in (
    ("the last 2 weeks of March 2024", "2024-02-29 00:00", "2024-03-07 00:00"),
    ("first 3 days of March", "2024-03-17 00:00", "2024-03-18 00:00"),
    ("the last two days of May 2024", "2024-05-12 00:00", "2024-05-13 00:00"),
    ("the first Monday of May 2024", "2024-05-20 00:00", "2024-05-21 00:00"),
    ("tomorrow at 3 pm", "2024-05-15 03:00", "2024-05-15 04:00"),
    ("3 May at 10 pm", "2024-05-03 10:00", "2024-05-03 11:00"),
    ("3 May at 10pm", "2024-05-03 22:00", "2024-05-03 22:01"),
):
    found = parse_date(text, reference_date=datetime(2024, 5, 14, 9))
    print(text, "->", found.start_date, "to", found.end_date)
    assert f"{found.start_date:%Y-%m-%d %H:%M}" == start, found.start_date
    assert f"{found.end_date:%Y-%m-%d %H:%M}" == end, found.end_date
PYTHON
