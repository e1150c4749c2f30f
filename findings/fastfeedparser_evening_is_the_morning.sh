#!/bin/sh
# fastfeedparser 0.6.5: an item published "May 3, 2021 11:30 PM" is of 11:30 in the morning.
#
# Guess: what is no date of mail goes to dateutil, which reads "PM"; a date that is read is read to its end.
# Seen: it is first given to the parser of mail dates, which takes "11:30" and passes over what it does not know behind it: PM
# is lost, and so is +0200 behind GMT. With the month as a number ("2021/05/03 11:30 PM") it is the
# evening. A report of 1 a.m. of Tuesday in Oru comes out as of Tuesday in London, where it was still Monday.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'fastfeedparser==0.6.5' 'python-dateutil==4.0.0' 2>/dev/null
"$folder/env/bin/python" - <<'PYTHON'
import fastfeedparser

dates = {
    "May 3, 2021 11:30 PM": "2021-05-03T11:30:00+00:00",
    "3 May 2021 11:30 pm": "2021-05-03T11:30:00+00:00",
    "2021/05/03 11:30 PM": "2021-05-03T23:30:00+00:00",
    "Tue, 04 May 2021 01:00:00 GMT+0200": "2021-05-04T01:00:00+00:00",
    "Tue, 04 May 2021 01:00:00 UTC+2": "2021-05-04T01:00:00+00:00",
    "Tue, 04 May 2021 01:00:00 +0200": "2021-05-03T23:00:00+00:00",
}
items = "".join(f"<item><title>Toll</title><pubDate>{date}</pubDate></item>" for date in dates)
feed = f"<rss version='2.0'><channel><title>Oru Daily</title><link>http://oru.example/</link>{items}</channel></rss>"
seen = dict(zip(dates, (entry.get("published") for entry in fastfeedparser.parse(feed).entries)))
print(*seen.items(), sep="\n")
assert seen == dates, seen
PYTHON
