#!/bin/sh
# holidays 0.109: Iraq's calendar has no Arbaeen; Iran's has it.
#
# Guess: the fortieth day after Ashura, for which millions walk to Karbala, is in the list of Iraq, where it is a day off
# every year, and not in that of its neighbour alone.
# Seen: no name of country_holidays("IQ") in 2015 to 2026, in any of its categories, is Arbaeen; Iran's list has it each year.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'holidays==0.109' 2>/dev/null
"$folder/env/bin/python" - <<'PYTHON'
import holidays

years = range(2015, 2027)


def days(country):
    """The days of Arbaeen in all categories of a country's calendar."""
    made = holidays.country_holidays(country)
    known = holidays.country_holidays(
        country, years=years, categories=made.supported_categories, language="en_US"
    )
    return sorted(day for day, names in known.items() if "arba" in names.lower())


of_iraq, of_iran = days("IQ"), days("IR")
print("Iraq:", of_iraq)
print("Iran:", [day.isoformat() for day in of_iran])
assert not of_iraq, of_iraq
assert {day.year for day in of_iran} == set(years), of_iran
PYTHON
