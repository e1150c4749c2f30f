#!/bin/sh
# fastfeedparser 0.6.5: an item of RSS with <guid>12</guid> and no date that can be read was published on the 12th of this month.
#
# Guess: an item whose pubDate is missing, or is in words of another language, has no "published"; the guid is a name, opaque.
# Seen: without a date, any guid that is no web address is tried as one, by dateutil, which takes what is missing from today.
# Items numbered 12 and 13 are of the 12th and 13th of the running month, those numbered 40 and 1987 of today's day in the years
# 2040 and 1987. A pubDate "3 mai 2021" is thrown away in silence, and next month the same file gives other days.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'fastfeedparser==0.6.5' 'python-dateutil==4.0.0' 2>/dev/null
"$folder/env/bin/python" - <<'PYTHON'
from datetime import datetime

import fastfeedparser


def item(name, date):
    return f'<item><title>Toll of Oru</title><guid isPermaLink="false">{name}</guid>{date}</item>'


french = "<pubDate>lun., 3 mai 2021 10:00:00 +0200</pubDate>"
english = "<pubDate>Mon, 3 May 2021 10:00:00 +0200</pubDate>"
items = [item(12, french), item(13, ""), item(1987, ""), item(40, ""), item("oru-12", french), item(12, english)]
feed = "<rss version='2.0'><channel><title>Oru Daily</title><link>http://oru.example/</link>" + "".join(items) + "</channel></rss>"
before = datetime.now()
seen = [entry.get("published") for entry in fastfeedparser.parse(feed).entries]
print(seen)
month = {f"{moment:%Y-%m}" for moment in (before, datetime.now())}
assert seen[0][:7] in month and seen[0][7:] == "-12T00:00:00+00:00", seen
assert seen[1][:7] in month and seen[1][7:] == "-13T00:00:00+00:00", seen
assert (seen[2][:5], seen[3][:5]) == ("1987-", "2040-"), seen
assert seen[4:] == [None, "2021-05-03T08:00:00+00:00"], seen
PYTHON
