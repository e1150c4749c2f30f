#!/bin/sh
# spaCy 3.8.18: with patterns of two labels for "Wagner" the entity_ruler makes it ORG at one place, PERSON at another.
#
# Guess: of two matches of the same words the pattern added first wins, or the last, in every sentence alike; the docs say that
# the longest match wins, then the first in the text, and of matches on the same tokens nothing.
# Seen: matches are put in a set and sorted by length and place only, so that of two on the same tokens the one wins that the set
# gives first, and that hangs on the numbers of the tokens: six times Wagner are two ORG and four PERSON, in whatever order the
# patterns were added. Counts by label change with a word put in front. span_ruler has one label for all.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'spacy==3.8.18' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
import spacy

ORG, PERSON = ({"label": label, "pattern": "Wagner"} for label in ("ORG", "PERSON"))
TEXT = (
    "Wagner sent men to Mali . Wagner lost twelve men and Wagner said so . "
    "On Monday Wagner left ; Wagner denies it , Wagner said ."
)


def labels(name, config, patterns, text=TEXT):
    nlp = spacy.blank("en")
    nlp.add_pipe(name, config=config).add_patterns(patterns)
    found = [entity.label_ for entity in nlp(text).ents]
    print(name, [pattern["label"] for pattern in patterns], "->", found)
    return found


first = labels("entity_ruler", {}, [ORG, PERSON])
assert set(first) == {"ORG", "PERSON"}, first
assert first == labels("entity_ruler", {}, [PERSON, ORG])
assert first != labels("entity_ruler", {}, [ORG, PERSON], "Yesterday " + TEXT)
assert len(set(labels("span_ruler", {"annotate_ents": True}, [ORG, PERSON]))) == 1
PYTHON
