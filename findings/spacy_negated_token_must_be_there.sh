#!/bin/sh
# spaCy 3.8.18: "killed 12" behind {"LOWER": "not", "OP": "!"} is not found at the start of a text; elsewhere it has a word more.
#
# Guess: "!" negates the pattern by requiring it to match exactly 0 times, as the docs have it: "killed 12" is found where no
# "not" stands before it, at the start of a text too, and the span is these two words, as with "{0}".
# Seen: there must be a token that is not "not", and it is in the span: "killed 12" that begins a headline and "12" that ends one
# are no matches, others start at "Rebels" or end at "men". "{0}" is no way out: it asks nothing of the neighbour and finds "not
# killed 12" as well. So a pattern for unnegated tolls loses those of titles, and offsets are off by a word.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'spacy==3.8.18' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
import spacy
from spacy.matcher import Matcher

nlp = spacy.blank("en")


def found(pattern, text):
    matcher = Matcher(nlp.vocab)
    matcher.add("TOLL", [pattern])
    doc = nlp(text)
    spans = [doc[start:end].text for _, start, end in matcher(doc)]
    print(pattern[0] if "OP" in pattern[0] else pattern[-1], "|", text, "->", spans)
    return spans


def killed(times):
    return [{"LOWER": "not", "OP": times}, {"LOWER": "killed"}, {"LIKE_NUM": True}]


number = [{"LOWER": "killed"}, {"LIKE_NUM": True}, {"LOWER": "percent", "OP": "!"}]
assert found(killed("!"), "Killed 12 in Gao") == []
assert found(killed("!"), "Rebels killed 12 in Gao") == ["Rebels killed 12"]
assert found(killed("!"), "Rebels have not killed 12") == []
assert found(killed("{0}"), "Killed 12 in Gao") == ["Killed 12"]
assert found(killed("{0}"), "Rebels have not killed 12") == ["killed 12"]
assert found(number, "Rebels killed 12 men") == ["killed 12 men"]
assert found(number, "Rebels killed 12") == []
PYTHON
