#!/bin/sh
# tablib 3.10.0: of JSON records {"place", "killed"}, {"killed", "place"}, {"place", "injured"} the second died in "12", and the
# injured of the third are killed.
#
# Guess: records with names are put in the columns of these names, whatever their order; where a name is missing or new, there is
# an empty cell, a new column or an error.
# Seen: the names are those of the first record, and of the others only the values are taken, in the order in which they stand. As
# long as there are as many of them it loads without a word: a place is 12, and killed is "Mopti"; 30 injured are 30 killed. YAML
# and an assignment to Dataset.dict do the same. Only a record with more or fewer values is an error.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'tablib[yaml]==3.10.0' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
import json

import tablib

records = [{"place": "Gao", "killed": 5}, {"killed": 12, "place": "Mopti"}, {"place": "Kidal", "injured": 30}]
seen = [{"place": "Gao", "killed": 5}, {"place": 12, "killed": "Mopti"}, {"place": "Kidal", "killed": 30}]
lines = "- {place: Gao, killed: 5}\n- {killed: 12, place: Mopti}\n- {place: Kidal, injured: 30}\n"
of_json = tablib.Dataset().load(json.dumps(records), format="json")
of_yaml = tablib.Dataset().load(lines, format="yaml")
of_dict = tablib.Dataset()
of_dict.dict = records
print(records, of_json.dict, sep="\n")
assert of_json.dict == seen, of_json.dict
assert of_yaml.dict == seen, of_yaml.dict
assert of_dict.dict == seen, of_dict.dict
try:
    tablib.Dataset().load('[{"place": "Gao", "killed": 5}, {"place": "Kidal"}]', format="json")
except tablib.InvalidDimensions:
    pass
else:
    raise AssertionError("a short record is no error")
PYTHON
