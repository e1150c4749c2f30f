#!/bin/sh
# PyRSS2Gen 1.1, rfeed 1.1.1: a report of 23:30 in Lima, 04:30 GMT of the next day, is written as of 23:30 GMT.
#
# Guess: a time that knows its zone is written with it (-0500), as feedgenerator 2.2.1 does, or turned into GMT first.
# Seen: day and hour of the wall clock are taken and "GMT" is put behind them, whatever the zone. The date is a valid one, so a
# reader (here email.utils, which feed readers use or copy) has the report five hours early and, in the evening, a day early,
# and "yesterday" in it with it; east of London it is late, up to half a day after the fact. UTC itself is right.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'PyRSS2Gen==1.1' 'rfeed==1.1.1' 'feedgenerator==2.2.1' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
import re
from datetime import datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

import feedgenerator
import PyRSS2Gen
import rfeed

HEAD = {"title": "News", "link": "https://news.example/", "description": "News"}


def with_feedgenerator(when):
    feed = feedgenerator.Rss201rev2Feed(**HEAD)
    feed.add_item("Raid", "https://news.example/1", "Raid", pubdate=when)
    return feed.writeString("utf-8")


def read(text):
    return parsedate_to_datetime(re.search("<pubDate>(.*?)</pubDate>", text)[1])


for hours, late in ((-5, timedelta(hours=-5)), (10, timedelta(hours=10)), (0, timedelta(0))):
    when = datetime(2021, 5, 3, 23, 30, tzinfo=timezone(timedelta(hours=hours)))
    first = read(PyRSS2Gen.RSS2(**HEAD, items=[PyRSS2Gen.RSSItem(title="Raid", pubDate=when)]).to_xml())
    second = read(rfeed.Feed(**HEAD, items=[rfeed.Item(title="Raid", pubDate=when)]).rss())
    third = read(with_feedgenerator(when))
    print(when.astimezone(timezone.utc), "is", first, "and", second, "; feedgenerator:", third)
    assert third == when and first == second, (first, second, third)
    assert first - when == late, first - when
PYTHON
