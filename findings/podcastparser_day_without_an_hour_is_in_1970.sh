#!/bin/sh
# podcastparser 0.6.11: a report of "06 May 2015", without an hour, is of 1 January 1970.
#
# Guess: a day without an hour is that day at midnight, as RSS allows, or there is no date.
# Seen: the place of the date in an episode is 0, which every library reads as the first second of 1970; the item is kept, sorted before
# all others. Only the log tells. With an hour and a zone ("Wed, 06 May 2015 22:30:00 EST") it is right.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'podcastparser==0.6.11' 2>/dev/null
"$folder/env/bin/python" - <<'PYTHON' 2>/dev/null
import io

import podcastparser

item = '<item><title>{0}</title><guid>{0}</guid><pubDate>{0}</pubDate><enclosure url="https://example.org/{1}.mp3" type="audio/mpeg" length="1"/></item>'
days = ["Wed, 06 May 2015 22:30:00 EST", "06 May 2015", "Wed, 06 May 2015"]
feed = "<rss><channel><title>News</title>" + "".join(item.format(day, number) for number, day in enumerate(days)) + "</channel></rss>"
parsed = podcastparser.parse("https://example.org/feed", io.BytesIO(feed.encode()))
seen = {episode["title"]: episode["published"] for episode in parsed["episodes"]}
print(seen)
assert seen == {"Wed, 06 May 2015 22:30:00 EST": 1430969400, "06 May 2015": 0, "Wed, 06 May 2015": 0}, seen
PYTHON
