"""Base noun phrases of hand-built UD trees."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from factx.model.noun_chunks import noun_chunks

CASES = {
    "The/DET/det/2 Ugandan/ADJ/amod/2 soldiers/NOUN/nsubj/3 left/VERB/ROOT/3 for/ADP/case/5 Gulu/PROPN/obl/3": [
        "The Ugandan soldiers",
        "Gulu",
    ],
    "It/PRON/nsubj/1 gave/VERB/ROOT/1 $/SYM/obj/1 5/NUM/nummod/2 to/ADP/case/7 two/NUM/nummod/7 aid/NOUN/compound/7 "
    "agencies/NOUN/obl/1": ["It", "two aid agencies"],
    "Ada/PROPN/nsubj/4 Osei/PROPN/flat/0 of/ADP/case/3 Accra/PROPN/nmod/0 won/VERB/ROOT/4": ["Ada Osei", "Accra"],
    "Mali/PROPN/nmod:poss/2 's/PART/case/0 army/NOUN/nsubj/3 won/VERB/ROOT/3": ["Mali 's army"],
    "Police/NOUN/nsubj/3 and/CCONJ/cc/2 troops/NOUN/conj/0 came/VERB/ROOT/3": ["Police", "troops"],
}


@pytest.mark.parametrize("words", CASES)
def test_chunks(words: str) -> None:
    rows = [item.rsplit("/", 3) for item in words.split()]
    texts, parts, relations, heads = (list(column) for column in zip(*rows, strict=True))
    vocab = spacy.blank("en").vocab
    vocab.get_noun_chunks = noun_chunks  # type: ignore[assignment]
    doc = Doc(vocab, words=texts, pos=parts, deps=relations, heads=[int(head) for head in heads])
    assert [chunk.text for chunk in doc.noun_chunks] == CASES[words]
