#!/bin/sh
# brat-peek 0.1.2.1: two annotators who marked the same word at different places agree wholly, and three tolls of twelve count once.
#
# Guess: show_iaa with ["filename", "label", "offset"], the three variables that its documentation recommends for "same position in text",
# compares where an annotation begins and ends; "span" is the text of it, or the same.
# Seen: the two columns have each other's name. "offset" is the marked text and "span" the place, so that the agreement as recommended
# asks only whether a text was marked anywhere in the document: the twelve dead and the twelve that fled are one. One word more or less is
# no agreement at all, as it should be. With "span" in the place of "offset" the numbers are right.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
pip="$folder/env/bin/pip --quiet --disable-pip-version-check install --no-compile"
$pip 'pandas==2.3.3' 'numpy==2.3.5' 'Unidecode==1.4.0' 2>/dev/null
$pip --no-deps 'brat-peek==0.1.2.1' 2>/dev/null
cd "$folder"
"$folder/env/bin/python" -W ignore - <<'PYTHON'
import contextlib
import io
import pathlib
import sys
import types

for name in ("matplotlib", "matplotlib.pyplot", "seaborn"):  # it only draws with them
    sys.modules[name] = types.ModuleType(name)
sys.modules["seaborn"].set_theme = lambda **_: None
import peek

TEXT = "In Lima 12 died and 12 were hurt. In Cali 12 fled."
places = [at for at in range(len(TEXT)) if TEXT.startswith("12", at)]


def corpus(name, marked):
    folder = pathlib.Path(name)
    folder.mkdir()
    (folder / "report.txt").write_text(TEXT)
    lines = [f"T{number}\tKilled {begin} {begin + 2}\t12\n" for number, begin in enumerate(marked, 1)]
    (folder / "report.ann").write_text("".join(lines))
    return peek.AnnCorpus(name)


def agreement(one, other, variables):
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        peek.metrics.show_iaa([one, other], variables, ["Killed"])
    lines = out.getvalue().splitlines()
    return float(lines[lines.index("1. IAA all vs all") + 2])


first, last, every = corpus("ana", places[:1]), corpus("ben", places[2:]), corpus("cleo", places)
for one, other, right in ((first, last, 0.0), (first, every, 0.333)):
    recommended = agreement(one, other, ["filename", "label", "offset"])
    span = agreement(one, other, ["filename", "label", "span"])
    print(one.name, other.name, "by offset:", recommended, "by span:", span)
    assert recommended == 1.0 and span == right
PYTHON
