#!/bin/sh
# date-guesser 2.1.4: an article published "3 May 2021" or "23 May 2021" is of 1 May; "May 3, 2021" is of the third.
#
# Guess: guess_date() reads the day where one is written, or answers that it found none.
# Seen: of its formats only those with the month in front know a day; of "23 May 2021, 10:30" it finds "May 2021" inside, and
# the date is the first of the month (accuracy "partial"). Two ways of writing one day are 22 days apart in a table.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'date-guesser==2.1.4' 'arrow==1.4.0' 'beautifulsoup4==4.15.0' \
  'lxml==6.1.3' 'pytz==2026.6' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
from date_guesser import guess_date

expected = {
    "3 May 2021": ("2021-05-01", "PARTIAL"),
    "23 May 2021, 10:30": ("2021-05-01", "PARTIAL"),
    "Monday, 3 May 2021": ("2021-05-01", "PARTIAL"),
    "May 3, 2021": ("2021-05-03", "DATE"),
    "2021-05-03": ("2021-05-03", "DATE"),
}
seen = {}
for date in expected:
    head = f'<meta property="article:published_time" content="{date}">'
    page = f"<html><head>{head}</head><body><p>41 people died in Oru.</p></body></html>"
    guess = guess_date(url="http://oru.example/flood", html=page)
    seen[date] = (f"{guess.date:%Y-%m-%d}", guess.accuracy.name)
print(*seen.items(), sep="\n")
assert seen == expected, seen
PYTHON
