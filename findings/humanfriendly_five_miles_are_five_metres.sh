#!/bin/sh
# humanfriendly 10.0: "5 miles" are five metres, and so are "5 millimetres".
#
# Guess: parse_length reads the units that it writes and raises InvalidLength for the others, as it does for feet and yards.
# Seen: a unit that begins with "m" is metres: miles, millimetres and megametres, and "5 million" too. "5 kilometres" is an
# error, which makes the rest look checked. A zone of 30 miles is 30 metres wide. Likewise parse_size takes "12 people" for
# petabytes, and "5 billion" for 5 where "1.5 million" is 1500000.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'humanfriendly==10.0' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
from humanfriendly import InvalidLength, parse_length, parse_size

for text, seen in (
    ("5 km", 5000),
    ("5 mm", 0.005),
    ("5 metres", 5),
    ("5 miles", 5),
    ("5 millimetres", 5),
    ("5 million", 5),
):
    found = parse_length(text)
    print(text, "->", found, "metres")
    assert found == seen, (text, found)
for text in ("5 feet", "5 yards", "5 kilometres"):
    try:
        raise SystemExit(f"{text} is understood: {parse_length(text)}")
    except InvalidLength:
        print(text, "-> InvalidLength")
sizes = [parse_size(text) for text in ("1.5 million", "5 billion", "12 people")]
print(sizes)
assert sizes == [1500000, 5, 12 * 10**15], sizes
PYTHON
