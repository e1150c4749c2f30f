#!/bin/sh
# negspacy 1.1.0: in "No fewer than 12 troops were killed" the killing is negated.
#
# Guess: phrases that only look like a negation are exempt: the term set has such a list, and "not only" is one of them.
# Seen: "no fewer than" and "no less than", the commonest lower bounds of the news, "no doubt" and "never before" are plain
# negations for all that follows in the sentence, and so is "which no group claimed" for the verdict behind it. Filtering
# on negex, a table of deaths lacks just these reports; the one with "at least" stays.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'negspacy==1.1.0' 'spacy==3.8.18' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
import spacy
from negspacy.negation import Negex

nlp = spacy.blank("en")
nlp.add_pipe("sentencizer")
nlp.add_pipe("entity_ruler").add_patterns([{"label": "EVENT", "pattern": "killed"}])
nlp.add_pipe("negex", config={"ent_types": ["EVENT"]})
assert Negex.__name__ == "Negex"
for text, seen in (
    ("No troops were killed.", True),
    ("Not only troops were killed.", False),
    ("At least 12 troops were killed.", False),
    ("No fewer than 12 troops were killed.", True),
    ("No less than 12 were killed.", True),
    ("No doubt the militia killed 12.", True),
    ("Never before had an attack killed so many.", True),
    ("The blast, which no group claimed, killed 12.", True),
):
    [entity] = nlp(text).ents
    print(text, "-> negated:", entity._.negex)
    assert entity._.negex is seen, text
PYTHON
