#!/bin/sh
# mendelai-brat-parser 0.0.11: the text of the toll "5" is "5", a line break, "* Equiv T2 T4" and "N1 Reference T1 Geonames:17".
#
# Guess: each line of brat's .ann file is an annotation; of kinds that the parser does not keep (events, equivalence,
# normalisation) it makes nothing, and the others are as in the file.
# Seen: events go, and so do notes; but the file is cut in front of T, R, A and E only, so that a line of equivalence (*) or
# normalisation (N), or an attribute of the older kind (M), is joined to the annotation before it. Whoever takes the first or the
# last number of the text, or adds them up, has ids and the numbers of a gazetteer; offsets still cut out "5". brat adds lines at
# the end, so it is mostly the last annotation; an attribute has more values, "Confirmed" is no longer one of them.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'mendelai-brat-parser==0.0.11' 'smart-open==9.0.2' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
import re

from brat_parser import parse_string

TEXT = "Oru lost 12 men; five hours later doctors spoke of 5."
TOLLS = "T1\tPlace 0 3\tOru\nT2\tToll 9 11\t12\nT3\tDeath 4 8\tlost\nE1\tDeath:T3 Toll:T2\n"
LAST = "T4\tToll 51 52\t5\n"
MORE = "*\tEquiv T2 T4\nN1\tReference T1 Geonames:17\tOru\n"


def read(lines):
    document = parse_string(lines)
    tolls = [(entity.text, TEXT[entity.start : entity.end]) for entity in document.entities if entity.type == "Toll"]
    return tolls, [attribute.values for attribute in document.attributes]


tolls, _ = read(TOLLS + LAST)
print(tolls)
assert tolls == [("12", "12"), ("5", "5")], tolls

tolls, _ = read(TOLLS + LAST + MORE)
print(tolls, [re.findall(r"\d+", text) for text, _ in tolls])
assert tolls == [("12", "12"), ("5\n* Equiv T2 T4\nN1 Reference T1 Geonames:17 Oru", "5")], tolls
assert sum(int(number) for text, _ in tolls for number in re.findall(r"\d+", text)) == 42

tolls, _ = read(TOLLS + MORE + LAST)  # E1 stands before them, and goes with them
assert tolls == [("12", "12"), ("5", "5")], tolls

_, values = read(TOLLS + LAST + "A1\tSource T4 Confirmed\n")
_, glued = read(TOLLS + LAST + "A1\tSource T4 Confirmed\nM1\tNegation E1\n")
print(values, glued)
assert values == [("Confirmed",)] and glued == [("Confirmed\nM1\tNegation", "E1")], (values, glued)
PYTHON
