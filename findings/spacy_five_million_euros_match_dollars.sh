#!/bin/sh
# spaCy 3.8.18: matched by NORM, "$5 million" is found in "€5 million", "£5 million" and "C$5 million" alike.
#
# Guess: NORM is the normal form of a token: lower case, "gonna" as "going to", curly quotation marks as straight ones; a matcher by
# NORM is one by LOWER that forgives spelling.
# Seen: in every language €, £, ¥, ₹, ₺, US$, C$ and A$ have the norm "$" (₽, ₦ and R$ have not), since they stand in the same
# places of a sentence. Who takes norm_ to write a column of currencies, or PhraseMatcher(attr="NORM") to find a sum again in another
# article, has dollars throughout.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'spacy==3.8.18' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
import spacy
from spacy.matcher import PhraseMatcher

nlp = spacy.blank("en")
texts = [f"Oru was given {sign}5 million." for sign in ("$", "€", "£", "¥", "₹", "C$", "₽")]
found = {}
for attribute in ("LOWER", "NORM"):
    matcher = PhraseMatcher(nlp.vocab, attr=attribute)
    matcher.add("SUM", [nlp("$5 million")])
    found[attribute] = [doc[start:end].text for doc in nlp.pipe(texts) for _, start, end in matcher(doc)]
norms = {language: [token.norm_ for token in spacy.blank(language)("€ £ ₹ ₽")] for language in ("en", "de", "fr", "ar")}
print(found, norms)
assert found["LOWER"] == ["$5 million"], found
assert found["NORM"] == ["$5 million", "€5 million", "£5 million", "¥5 million", "₹5 million", "C$5 million"], found
assert all(norm == ["$", "$", "$", "₽"] for norm in norms.values()), norms
PYTHON
