#!/bin/sh
# pycountry 26.2.16: search_fuzzy ranks another nation before the one of that very name.
#
# Guess: of a query that is a nation's whole name that nation comes first, and a name by which CLDR and the press know
# a nation is found or refused.
# Seen: "Niger" gives Nigeria, then Niger (a state of Nigeria is called so, which has 49 points and 5 more against 50
# for a nation, and that "Nigeria" begins with the word has as many as that "Niger" does); "Korea" gives the North
# first; "Kosovo" gives Serbia, by a district of that name, and nothing else; "Burma", "Ivory Coast" and "Turkey" raise
# LookupError. So the first hit of a name in a text is another state without a word.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'pycountry==26.2.16' 2>/dev/null
"$folder/env/bin/python" - <<'PYTHON'
import pycountry


def hits(name: str) -> list[str]:
    try:
        return [nation.alpha_3 for nation in pycountry.countries.search_fuzzy(name)]
    except LookupError:
        return []


found = {name: hits(name) for name in ("Niger", "Korea", "Kosovo", "Burma", "Ivory Coast", "Turkey")}
print(found)
assert pycountry.countries.get(name="Niger").alpha_3 == "NER"
assert found["Niger"] == ["NGA", "NER"], found
assert found["Korea"] == ["PRK", "KOR"], found
assert found["Kosovo"] == ["SRB"], found
assert not (found["Burma"] or found["Ivory Coast"] or found["Turkey"]), found
PYTHON
