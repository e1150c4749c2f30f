#!/bin/sh
# htmldate 1.11.0: a page of "2017-05" was published on the day of May that today is, one of "May 2017" on 1 January.
#
# Guess: a month without a day is its first, as the year without a month is the 1st of January, or it is no date at all;
# in whatever form it is written, and on every day the same.
# Seen: <meta name="date" content="2017-05"> and <time datetime="2017-05"> get today's number of the day, so a page read again
# next week has another date; "2017-02" is never later than the 28th. "May 2017" loses its month: 2017-01-01, in a tag or as
# the line of the date on the page. Only "05/2017" is the first of May.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'htmldate==1.11.0' 'dateparser==1.5.0' 2>/dev/null
"$folder/env/bin/python" - <<'PYTHON'
from datetime import date

from htmldate import find_date

PAGE = "<html><head>%s</head><body><article>%s<p>The council met and spoke about the wells.</p></article></body></html>"


def meta(content: str) -> str:
    return find_date(PAGE % (f'<meta name="date" content="{content}">', ""))


def body(line: str) -> str:
    return find_date(PAGE % ("", line))


before = date.today().day
numbers = {meta("2017-05"), body('<time datetime="2017-05">May</time>')}
after = date.today().day
words = {meta("May 2017"), body('<p class="date">May 2017</p>'), body("<time>May 2017</time>")}
print(numbers, words, meta("05/2017"))
assert numbers <= {f"2017-05-{before:02}", f"2017-05-{after:02}"}, numbers
assert words == {"2017-01-01"}, words
assert meta("2017-02") <= "2017-02-28"
assert meta("05/2017") == "2017-05-01"
PYTHON
