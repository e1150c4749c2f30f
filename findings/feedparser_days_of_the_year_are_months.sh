#!/bin/sh
# feedparser 6.0.14: 2017-124, the 4th of May, is the 1st of December, and 2017-W18-4 is in the month that it is read in.
#
# Guess: its table of recognised dates has "valid ISO 8601 (yyyy-o) 2003-335" beside 2003-12-01, so a year and a day of the
# year is a day; weeks are not in the table and give None.
# Seen: the first two digits behind the hyphen are tried as a month before. Of the 365 days of 2017 the first 199 are so read,
# but for New Year: day 045 is the 1st of April and day 131 the 1st of January of 2018. The example of the table comes out
# right because no month is 33. Of a week the year alone is taken, and the month is that of the day on which the feed is read.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'feedparser==6.0.14' 2>/dev/null
TZ=UTC "$folder/env/bin/python" - <<'PYTHON'
import time
from datetime import date, timedelta

import feedparser

FEED = '''<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Harbour</title>
<item><title>Two ships left</title><dc:date>%s</dc:date></item></channel></rss>'''


def day(text: str) -> date:
    return date(*feedparser.parse(FEED % text).entries[0].updated_parsed[:3])


seen = {text: day(text) for text in ("2003-335", "2017-124", "2017-045", "2017-131", "2017-200", "2017124")}
print({text: str(value) for text, value in seen.items()})
assert seen["2003-335"] == date(2003, 12, 1)
assert seen["2017-124"] == date(2017, 12, 1), seen
assert seen["2017-045"] == date(2017, 4, 1), seen
assert seen["2017-131"] == date(2018, 1, 1), seen
assert seen["2017-200"] == date(2017, 7, 19), seen
assert seen["2017124"] == date(2017, 5, 4), seen
year = [date(2017, 1, 1) + timedelta(days) for days in range(365)]
wrong = [f"{that:%j}" for that in year if day(f"{that:%Y-%j}") != that]
print(len(wrong), "of 365 are wrong, the last of them", wrong[-1])
assert wrong == [f"{number:03}" for number in range(2, 200)], wrong
before, week, after = time.gmtime().tm_mon, day("2017-W18-4"), time.gmtime().tm_mon
print("2017-W18-4", week)
assert week in (date(2017, before, 1), date(2017, after, 1)), week
PYTHON
