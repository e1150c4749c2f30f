#!/bin/sh
# ethiotime 1.0.2: every day of the Ethiopian year 2016 is a day early: 1 Meskerem 2016 is 11 September 2023, not the 12th.
#
# Guess: the Ethiopian calendar has one count of days, so the libraries for it differ in names, not in dates.
# Seen: ethiotime gives the sixth day of Pagume to the years that four divides; in Ethiopia it is the year before those that has
# it, 2015 and 2019, as in ethiopian-date. So 6 Pagume 2015 is refused, and each date of 2016 and 2020 is the day before, while
# the two years after and the one before are right. Back and forth gives the date one began with, so tests of that pass.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'ethiotime==1.0.2' 'ethiopian-date==1.0' 'six==1.17.0' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
from collections import Counter
from datetime import date, timedelta

from ethiopian_date import EthiopianDateConverter
from ethiotime import CalendarService

wrong = Counter()
for year in range(2009, 2021):
    for month in range(1, 13):
        for day in range(1, 31):
            here = CalendarService.ec_to_gc(year, month, day)
            there = EthiopianDateConverter.to_gregorian(year, month, day)
            assert CalendarService.gc_to_ec(here) == (year, month, day)
            if here != there:
                assert there - here == timedelta(1), (here, there)
                wrong[year] += 1
print("days before those of ethiopian-date:", dict(wrong))
assert wrong == {2012: 360, 2016: 360, 2020: 360}, wrong
first = CalendarService.ec_to_gc(2016, 1, 1)
print("1 Meskerem 2016:", first, "and", EthiopianDateConverter.to_gregorian(2016, 1, 1))
assert first == date(2023, 9, 11) and EthiopianDateConverter.to_gregorian(2016, 1, 1) == date(2023, 9, 12)
assert CalendarService.ec_to_gc(2015, 1, 1) == date(2022, 9, 11)
assert CalendarService.ec_to_gc(2017, 1, 1) == date(2024, 9, 11)
assert [CalendarService.is_ec_leap_year(year) for year in (2015, 2016)] == [False, True]
PYTHON
