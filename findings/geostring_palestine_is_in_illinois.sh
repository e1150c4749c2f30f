#!/bin/sh
# geostring 1.0.9: Palestine is Palatine, Illinois, and Congo a town of Chad.
#
# Guess: resolve() knows the states by their usual names, and what it doesn't know stays empty, as "Czechia" and "Kyiv" do.
# Seen: a name that is not in its list is compared with all the towns by letters, and the nearest is the answer: Palestine is
# Palatine in the United States, Congo Mongo, Burma Burla in India, Calcutta Calceta in Ecuador, Peking Pekin in Illinois.
# The answer has town, region and country like any right one, no score, and a map shows the dead of one state in another.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'geostring==1.0.9' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
from geostring import resolve

for text, seen in (
    ("Damascus, Syria", "damascus|dimashq|syria"),
    ("Czechia", "||"),
    ("Palestine", "palatine|illinois|united states"),
    ("Congo", "mongo|guera|chad"),
    ("Burma", "burla|odisha|india"),
    ("Calcutta", "calceta|manabi|ecuador"),
    ("Peking", "pekin|illinois|united states"),
    ("Holland", "holland|michigan|united states"),
):
    found = "|".join(resolve(text)[f"resolved_{part}"] for part in ("city", "subcountry", "country"))
    print(text, "->", found)
    assert found == seen, (text, found)
PYTHON
