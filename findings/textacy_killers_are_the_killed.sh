#!/bin/sh
# textacy 0.13.0: the object of "killed" in "12 people were killed by rebels" is the rebels, and "people died" has an object.
#
# Guess: subject_verb_object_triples gives a passive as who-did-what-to-whom (rebels, killed, people) or leaves the agent out;
# a verb without an object gives no triple.
# Seen: the agent is the object, the victims are the subject, so that the triple reads as if people had killed rebels; only the
# auxiliary in the list of the verb's tokens tells. A verb without an object takes that of a verb joined by "and", even where the
# subjects differ: "Twelve people died and police arrested 30 suspects" has (people, died, suspects), "France withdrew and Norway
# sent 300 troops" has (France, withdrew, troops). The trees below are right ones, made by hand, so no parser is to blame.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'textacy==0.13.0' 'spacy==3.8.18' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
import spacy
from spacy.tokens import Doc
from textacy.extract import subject_verb_object_triples

vocab = spacy.blank("en").vocab


def triples(tree):
    words, tags, heads, deps = zip(*(token.split("/") for token in tree.split()), strict=True)
    doc = Doc(vocab, words=words, pos=tags, heads=[int(head) for head in heads], deps=deps)
    found = [
        tuple(" ".join(token.text for token in part) for part in triple) for triple in subject_verb_object_triples(doc)
    ]
    print(doc.text, "->", found)
    return found


assert triples(
    "12/NUM/1/nummod people/NOUN/3/nsubjpass were/AUX/3/auxpass killed/VERB/3/ROOT by/ADP/3/agent rebels/NOUN/4/pobj"
) == [("people", "were killed", "rebels")]
assert triples("rebels/NOUN/1/nsubj killed/VERB/1/ROOT 12/NUM/3/nummod people/NOUN/1/dobj") == [
    ("rebels", "killed", "people")
]
assert triples(
    "people/NOUN/1/nsubj died/VERB/1/ROOT and/CCONJ/1/cc police/NOUN/4/nsubj arrested/VERB/1/conj suspects/NOUN/4/dobj"
) == [("people", "died", "suspects"), ("police", "arrested", "suspects")]
assert triples(
    "France/PROPN/1/nsubj withdrew/VERB/1/ROOT and/CCONJ/1/cc Norway/PROPN/4/nsubj sent/VERB/1/conj troops/NOUN/4/dobj"
) == [("France", "withdrew", "troops"), ("Norway", "sent", "troops")]
PYTHON
