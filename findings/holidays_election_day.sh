#!/bin/sh
# holidays 0.109: "Election Day" of the United States falls every fourth year only.
#
# Guess: the general election, on the Tuesday after the first Monday of November, is in every even year: a new House of
# Representatives and most governors are elected in the years between.
# Seen: country_holidays("US", categories=("unofficial",)) has the name in 1996, 2000 … 2024 and no other year, so that the
# elections of 1998, 2018 or 2022 are no Election Day, while New York's list of the same library has them.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'holidays==0.109' 2>/dev/null
"$folder/env/bin/python" - <<'PYTHON'
import holidays

years = range(1996, 2027)
found = holidays.country_holidays("US", years=years, categories=("unofficial",)).get_named("Election Day")
print("unofficial, country:", sorted(day.isoformat() for day in found))
of_states = {
    state: sorted({day.year for day in holidays.country_holidays("US", subdiv=state, years=years).get_named("Election Day")})
    for state in ("NY", "DE", "HI", "IL")
}
print("public, states:", of_states)
assert {day.year for day in found} == {1996, 2000, 2004, 2008, 2012, 2016, 2020, 2024}, found
assert any(2018 in known for known in of_states.values()), of_states
PYTHON
