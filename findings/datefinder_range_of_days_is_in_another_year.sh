#!/bin/sh
# datefinder 1.0.0: of "March 5-7, 2019" it finds 5 March of the year of base_date, or of the year it runs.
#
# Guess: "March 5-7, 2019" gives a day of 2019, as "5-7 March 2019" and "March 5, 2019" do: the year stands in the same
# phrase.
# Seen: the date ends at the hyphen or the "and"; the rest, the year with it, is dropped, and a year that is nowhere in the
# text is put in. Of "May 30-June 2, 2017" one end is in 2017 and the other years away. Without base_date the table changes
# every New Year.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'datefinder==1.0.0' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
from datetime import date, datetime

from datefinder import find_dates

for text, seen in (
    ("The talks of March 5, 2019, ended.", [date(2019, 3, 5)]),
    ("The talks of 5-7 March 2019 ended.", [date(2019, 3, 7)]),
    ("The talks of March 5-7, 2019, ended.", [date(2021, 3, 5)]),
    ("Both died on June 10 and 11, 2016, at home.", [date(2021, 6, 10)]),
    ("It rained from May 30-June 2, 2017, there.", [date(2021, 5, 30), date(2017, 6, 2)]),
):
    found = [day.date() for day in find_dates(text, base_date=datetime(2021, 3, 17))]
    print(text, [str(day) for day in found])
    assert found == seen, (text, found)
(now,) = find_dates("The talks of March 5-7, 2019, ended.")
print("without base_date:", now.date())
assert now.year in (datetime.now().year, datetime.now().year - 1)
PYTHON
