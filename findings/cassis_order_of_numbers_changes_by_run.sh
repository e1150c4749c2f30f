#!/bin/sh
# dkpro-cassis 0.12.0: the first number of a sentence is another one from run to run.
#
# Guess: select and select_covered give annotations in the order of the text, as UIMA does and as they do while all are of one
# type; and the same program on the same file gives the same list.
# Seen: asked for a type that has subtypes, they give all of one type, then all of the next, in an order of a set of names, which
# Python shuffles at each start. In "Twenty died and 300 fled Kabul, where 5 died." the numbers are Twenty, 5, 300 or 300,
# Twenty, 5, never as they stand, so "the first number before fled" and rows numbered by position differ between two runs.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'dkpro-cassis==0.12.0' 2>/dev/null
cat > "$folder/numbers.py" <<'PYTHON'
from cassis import Cas, TypeSystem

types = TypeSystem()
types.create_type("news.Sentence", "uima.tcas.Annotation")
types.create_type("news.Number", "uima.tcas.Annotation")
types.create_type("news.Killed", "news.Number")
text = "Twenty died and 300 fled Kabul, where 5 died."
cas = Cas(types)
cas.sofa_string = text
for name, words in (("Sentence", text), ("Killed", "Twenty"), ("Number", "300"), ("Killed", "5")):
    begin = text.index(words)
    cas.add(types.get_type(f"news.{name}")(begin=begin, end=begin + len(words)))
[sentence] = cas.select("news.Sentence")
numbers = [number.get_covered_text() for number in cas.select("news.Number")]
assert numbers == [number.get_covered_text() for number in cas.select_covered("news.Number", sentence)]
print(*numbers)
PYTHON
for seed in 0 1 2 3 4 5 6 7 8 9 10 11; do
    PYTHONHASHSEED=$seed "$folder/env/bin/python" -W ignore "$folder/numbers.py"
done | sort | uniq > "$folder/orders"
cat "$folder/orders"
test "$(cat "$folder/orders")" = "$(printf '300 Twenty 5\nTwenty 5 300')"
