#!/bin/sh
# hdx-python-utilities 4.2.5: the date of "Admin 2 boundaries 2020" is February 2020, and that of "Mali 3W May 2021" is 3 May 2021.
#
# Guess: with fuzzy, parse_date_range takes the date that a title has, "May 2021" or "2020", and gives its whole month or year, as it
# does for "Second round, March 2022"; a number that counts or names something else stays in "nondate".
# Seen: any number before it is the day or the month that the date lacks: "Survey of 12 villages, May 2021" is of 12 May alone,
# "Week 12 of 2021" all of December, and with "1,200 people" it is the year 200. A range of days, fuzzy or not, is a
# year and a day of its own: "5-7 May 2021" is 7 May 2005.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'hdx-python-utilities==4.2.5' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
from hdx.utilities.dateparse import parse_date_range


def days(title, fuzzy=True):
    found = {} if fuzzy else None
    start, end = parse_date_range(title, fuzzy=found)
    print(title, "|", start.date(), "to", end.date(), "|", found and found["date"])
    return start.date().isoformat(), end.date().isoformat()


assert days("Second round, March 2022") == ("2022-03-01", "2022-03-31")
assert days("Admin 2 boundaries 2020") == ("2020-02-01", "2020-02-29")
assert days("Week 12 of 2021") == ("2021-12-01", "2021-12-31")
assert days("Mali 3W May 2021") == ("2021-05-03", "2021-05-03")
assert days("Survey of 12 villages, May 2021") == ("2021-05-12", "2021-05-12")
assert days("Displaced: 1,200 people in May 2021") == ("0200-05-01", "0200-05-01")
assert days("5-7 May 2021", fuzzy=False) == ("2005-05-07", "2005-05-07")
assert days("12-15 March 2019", fuzzy=False) == ("2012-03-15", "2012-03-15")
PYTHON
