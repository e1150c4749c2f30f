#!/bin/sh
# textacy 0.13.0: '"Police killed 12," Kato replied.' is said by the army if the sentence before ends in 'the army said.'
#
# Guess: direct_quotations gives a quotation to the speaker of its own sentence, whom the tree hangs above it.
# Seen: the verbs of speech of the sentence and of the one before are taken in order of their distance from the quotation marks,
# and of two as near the first: "said ." is two tokens before the quotation, "Kato replied" two tokens behind it. So in every
# exchange written this way a quotation is its forerunner's, with its verb, and the second speaker has said nothing. With "replied
# Kato" it is his. The trees below are right ones, made by hand, so no parser is to blame.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'textacy==0.13.0' 'spacy==3.8.18' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
import spacy
from spacy.tokens import Doc
from textacy.extract import direct_quotations

vocab = spacy.blank("en").vocab
ARMY = '"|" We|nsubj killed|ccomp no|det one|dobj ,|, "|" the|det army|nsubj said|ROOT:say .|.'
KATO_REPLIED = '"|" Police|nsubj killed|ccomp 12|dobj ,|, "|" Kato|nsubj replied|ROOT:reply .|.'
REPLIED_KATO = '"|" Police|nsubj killed|ccomp 12|dobj ,|, "|" replied|ROOT:reply Kato|nsubj .|.'


def speakers(*sentences):
    words, deps, lemmas, heads, tags = [], [], [], [], []
    for sentence in sentences:
        tokens = [token.split("|") for token in sentence.split()]
        root = len(words) + next(at for at, (_, dep) in enumerate(tokens) if dep.startswith("ROOT"))
        inner = len(words) + 2
        for word, label in tokens:
            dep, _, lemma = label.partition(":")
            heads.append(inner if len(words) < inner + 3 and dep in ("nsubj", "det", "dobj") else root)
            words.append(word)
            deps.append(dep if dep.isalpha() else "punct")
            lemmas.append(lemma or word.lower())
            tags.append("VERB" if dep in ("ROOT", "ccomp") else "NOUN" if dep.isalpha() else "PUNCT")
    doc = Doc(vocab, words=words, pos=tags, heads=heads, deps=deps, lemmas=lemmas)
    assert len(list(doc.sents)) == len(sentences)
    found = [(found.speaker[0].text, found.cue[0].text, found.content.text) for found in direct_quotations(doc)]
    print(*found, sep="\n")
    return [(speaker, cue) for speaker, cue, _ in found]


assert speakers(ARMY, KATO_REPLIED) == [("army", "said"), ("army", "said")]
assert speakers(ARMY, REPLIED_KATO) == [("army", "said"), ("Kato", "replied")]
assert speakers(KATO_REPLIED) == [("Kato", "replied")]
PYTHON
