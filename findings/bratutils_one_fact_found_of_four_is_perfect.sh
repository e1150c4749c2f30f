#!/bin/sh
# bratutils 0.2.2: who found one toll of four has recall 1.0 and F 1.0; who found all four and two more has precision 1.0 and recall 0.67.
#
# Guess: compared as in its README (gold.make_gold(), found.compare_to_gold(gold)), what is not found is missing and lowers the recall,
# what is found beyond the gold is spurious and lowers the precision.
# Seen: "spurious" is counted in the gold and "missing" in the document that is compared, and make_gold() marks each fact of the gold as missing, which
# the count takes for done: gold facts that nobody found count nowhere, and wrong ones count as missing. Precision is 1.0 whatever else was
# found, as long as no fact has the place of a gold one with another label. Without make_gold() both are counted, but swapped.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'bratutils==0.2.2' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
import logging

logging.disable(logging.CRITICAL)
from bratutils import agreement

GOLD = ["T1\tToll 0 2\t12", "T2\tToll 10 12\t15", "T3\tToll 20 22\t18", "T4\tPlace 30 34\tLima"]
MORE = ["T5\tToll 40 42\t99", "T6\tToll 50 52\t98"]


def compare(lines, mark=True):
    gold, found = agreement.Document(ann_list=GOLD), agreement.Document(ann_list=lines)
    if mark:
        gold.make_gold()
    seen = found.compare_to_gold(gold)
    numbers = seen.cor, seen.mis, seen.spu, round(seen.pre, 2), round(seen.rec, 2), round(seen.fsc, 2)
    print(len(lines), "found, make_gold" if mark else "found, as read", "-> correct, missing, spurious, precision, recall, F:", numbers)
    return numbers


assert compare(GOLD) == (4, 0, 0, 1.0, 1.0, 1.0)
assert compare(GOLD[:1]) == (1, 0, 0, 1.0, 1.0, 1.0)  # three missing, recall 0.25
assert compare(GOLD + MORE) == (4, 2, 0, 1.0, 0.67, 0.8)  # two spurious, precision 0.67
assert compare(GOLD[:1] + MORE) == (1, 2, 0, 1.0, 0.33, 0.5)  # three missing, two spurious
assert compare(GOLD[:1] + MORE, mark=False) == (1, 2, 3, 0.25, 0.33, 0.29)  # precision and recall swapped
PYTHON
