#!/bin/sh
# spaCy 3.8.18: after a merge of tokens the spans of doc.spans lie on other words, those of doc.ents on their own.
#
# Guess: retokenizer.merge keeps every annotation on its words: it moves heads, entities and spans with the tokens, as doc.ents
# shows, or empties what it cannot move.
# Seen: a span of doc.spans keeps its numbers of tokens. With "aid workers" made one token before it, the span of "fled" is
# "Kabul" and that of "Kabul" is "on"; the label stays. Its start_char and end_char are the old ones, and so right: text and
# offsets of one span tell different words.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'spacy==3.8.18' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
import spacy
from spacy.tokens import Span

doc = spacy.blank("en")("Two aid workers fled Kabul on Monday")
doc.ents = [Span(doc, 4, 5, label="GPE")]
doc.spans["facts"] = [Span(doc, 3, 4, label="VERB"), Span(doc, 4, 5, label="GPE")]
with doc.retokenize() as retokenizer:
    retokenizer.merge(doc[1:3])
texts = [span.text for span in doc.spans["facts"]]
offsets = [doc.text[span.start_char : span.end_char] for span in doc.spans["facts"]]
print([token.text for token in doc], "| spans:", texts, "| by offsets:", offsets, "| ents:", doc.ents)
assert [entity.text for entity in doc.ents] == ["Kabul"]
assert texts == ["Kabul", "on"], texts
assert offsets == ["fled", "Kabul"], offsets
PYTHON
