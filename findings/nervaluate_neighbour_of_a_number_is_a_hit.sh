#!/bin/sh
# nervaluate 1.2.1: finding "$" where "20m" was wanted is F1 1.0 by type and .5 in part.
#
# Guess: spans given as start and end are characters as spaCy, Prodigy and most annotation tools write them, end exclusive;
# two spans that touch and share nothing are one missed and one spurious.
# Seen: the end is taken to belong to the span, so 0-1 and 1-4 share character 1: the prediction is correct by type and partial by
# bounds. With a character between them they are a miss. Digits with their signs and units ("$20m", "5%", "20km") touch nearly
# always, so a reader that finds the wrong half of them scores as if it were perfect.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'nervaluate==1.2.1' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
from nervaluate.evaluator import Evaluator


def scores(text: str, wanted: str, found: str) -> dict[str, float]:
    def span(words: str) -> dict[str, object]:
        return {"label": "MONEY", "start": text.index(words), "end": text.index(words) + len(words)}

    results = Evaluator([[span(wanted)]], [[span(found)]], tags=["MONEY"], loader="dict").evaluate()["overall"]
    return {name: round(result.f1, 2) for name, result in results.items()}


touching, apart = scores("$20m for Kabul", "20m", "$"), scores("$ 20m for Kabul", "20m", "$")
print("touching", touching, "| apart", apart)
assert touching == {"strict": 0, "partial": 0.5, "ent_type": 1, "exact": 0}, touching
assert set(apart.values()) == {0}, apart
PYTHON
