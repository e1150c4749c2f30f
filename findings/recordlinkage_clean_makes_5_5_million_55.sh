#!/bin/sh
# recordlinkage 0.16: clean() makes "5.5 million" of pledges 55 million, "1/2" twelve, and of "12–15" the number 1215.
#
# Guess: before records are compared, clean() drops signs that carry no meaning; what stood apart stays apart, as "12-15" does.
# Seen: all but letters of ASCII, digits, blanks and hyphens is taken out with nothing put in: points within numbers, slashes and
# dashes. So 5.5 and 55 million are equal and are linked as one pledge, while the pair with a dash and a hyphen is none. Letters
# with accents go, too, with nothing in their place: "São Tomé" is "so tom".
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'recordlinkage==0.16' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
import pandas
from recordlinkage import Compare, Index
from recordlinkage.preprocessing import clean

texts = ["$5.5 million", "55 million", "12-15 dead", "12–15 dead", "1/2 of 3.2m", "Kherson/Mykolaiv", "São Tomé"]
found = list(clean(pandas.Series(texts)))
for text, cleaned in zip(texts, found, strict=True):
    print(text, "->", cleaned)
assert found == ["55 million", "55 million", "12 15 dead", "1215 dead", "12 of 32m", "khersonmykolaiv", "so tom"], found

left = pandas.DataFrame({"pledge": clean(pandas.Series(["$5.5 million", "$7 million"]))})
right = pandas.DataFrame({"pledge": clean(pandas.Series(["$55 million", "$70 million"]))})
index, compare = Index(), Compare()
index.block("pledge")
compare.exact("pledge", "pledge")
linked = compare.compute(index.index(left, right), left, right)
print(linked)
assert list(linked.index) == [(0, 0)], linked
PYTHON
