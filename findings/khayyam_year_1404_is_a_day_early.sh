#!/bin/sh
# Khayyam 3.0.17: every day of the Iranian year 1404 is a day early: 1 Farvardin 1404 is 20 March 2025, not the 21st.
#
# Guess: the solar calendar of Iran has one count of days, so the libraries for it differ in names and formats, not in dates.
# Seen: Khayyam computes leap years by a cycle of 2820 years, in which 1403 has 365 days; in Iran, and in jdatetime, it had
# 366. So 30 Esfand 1403 cannot be read at all, and 365 days from then on are each the day before: a strike of "23 Khordad
# 1404" is on 12 June 2025. The years before and 1405 after it are right, so old tests and spot checks pass.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'khayyam==3.0.17' 'jdatetime==6.1.1' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
from datetime import date, timedelta

import jdatetime
from khayyam import JalaliDate

wrong = []
day = date(2005, 1, 1)
while day < date(2028, 1, 1):
    here, there = JalaliDate(day), jdatetime.date.fromgregorian(date=day)
    if (here.year, here.month, here.day) != (there.year, there.month, there.day):
        wrong.append(day)
    day += timedelta(1)
print("they differ on", len(wrong), "days, from", wrong[0], "to", wrong[-1])
assert (len(wrong), wrong[0], wrong[-1]) == (366, date(2025, 3, 20), date(2026, 3, 20))
texts = ("1403/03/23", "1404/01/01", "1404/03/23", "1405/01/01")
found = {text: JalaliDate.strptime(text, "%Y/%m/%d").todate() for text in texts}
print({text: str(day) for text, day in found.items()})
assert found["1403/03/23"] == jdatetime.date(1403, 3, 23).togregorian() == date(2024, 6, 12)
assert found["1404/01/01"] == date(2025, 3, 20) and jdatetime.date(1404, 1, 1).togregorian() == date(2025, 3, 21)
assert found["1404/03/23"] == date(2025, 6, 12) and jdatetime.date(1404, 3, 23).togregorian() == date(2025, 6, 13)
assert found["1405/01/01"] == date(2026, 3, 21) == jdatetime.date(1405, 1, 1).togregorian()
PYTHON
