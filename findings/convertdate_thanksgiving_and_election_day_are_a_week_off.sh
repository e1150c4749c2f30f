#!/bin/sh
# convertdate 2.5.1: Thanksgiving of 2023 is on 30 November, a week late; election day of 2022 on 1 November, a week early.
#
# Guess: feasts of the United States are those of the law: the fourth Thursday of November, and the Tuesday after its first
# Monday.
# Seen: it takes the last Thursday, which the law left in 1941, and the first Tuesday. Both are right in most years; with five
# Thursdays, or with a first of November that is a Tuesday, "arrested on election day" of 2016 goes to a day on which nobody
# voted.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'convertdate==2.5.1' 'holidays==0.109' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
from datetime import date, timedelta

import holidays
from convertdate.holidays import election_day, thanksgiving

late, early = [], []
for year in range(2000, 2031):
    feast = date(*thanksgiving(year))
    true = next(day for day, name in holidays.country_holidays("US", years=year).items() if name == "Thanksgiving Day")
    if feast != true:
        assert feast - true == timedelta(7), (feast, true)
        late.append(year)
    vote = date(*election_day(year))
    if vote.day == 1:
        early.append(year)
print("Thanksgiving a week late:", late)
print("election day on the first of November:", early)
assert late == [2000, 2001, 2006, 2007, 2012, 2017, 2018, 2023, 2028, 2029], late
assert early == [2005, 2011, 2016, 2022], early
assert thanksgiving(2023) == (2023, 11, 30) and election_day(2016) == (2016, 11, 1)
PYTHON
