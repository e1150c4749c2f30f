#!/bin/sh
# dateparser 1.5.0: "the 1990s" are 1,990 seconds, half an hour before the article.
#
# Guess: a decade is no day, so search_dates leaves it out or gives a day of 1990; REQUIRE_PARTS=["year"], which drops what
# names no year, lets only the latter through.
# Seen: the s is that of seconds: "In the 1990s" in a text of noon is 11:26:50 of the same day, "the 90s" a minute and a half
# before it. REQUIRE_PARTS lets it pass. dateparser.parse puts "in the 1990s" half an hour into the future. So what happened in
# a war of the nineties happened on the day of the article, and the day is as good as any.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'dateparser==1.5.0' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
from datetime import datetime

import dateparser
from dateparser.search import search_dates

noon = {"RELATIVE_BASE": datetime(2018, 3, 14, 12), "REQUIRE_PARTS": ["year"]}
text = "In the 1990s thousands fled. The wars of the 1980s were longer."
found = search_dates(text, languages=["en"], settings=noon)
alone = dateparser.parse("in the 1990s", languages=["en"], settings=noon)
print(found, alone)
assert [day for _, day in found] == [datetime(2018, 3, 14, 11, 26, 50), datetime(2018, 3, 14, 11, 27)], found
assert alone == datetime(2018, 3, 14, 12, 33, 10), alone
PYTHON
