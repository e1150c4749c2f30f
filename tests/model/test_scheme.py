"""The rules see one scheme, whoever parsed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc

from factx.model.label_scheme import to_factx_scheme

CASES = json.loads((Path(__file__).parent / "clearnlp_cases.json").read_text(encoding="utf-8"))
BE = {"is", "are", "was", "were"}


def doc_of(words: str, ents: list[str] | None = None) -> Doc:
    """A doc from ``word/TAG/POS/relation/head`` items."""
    rows = [item.rsplit("/", 4) for item in words.split()]
    texts, tags, parts, relations, heads = (list(column) for column in zip(*rows, strict=True))
    lemmas = ["be" if text in BE else text for text in texts]
    numbers = [int(head) for head in heads]
    vocab = spacy.blank("en").vocab
    return Doc(vocab, words=texts, tags=tags, pos=parts, deps=relations, heads=numbers, lemmas=lemmas, ents=ents)


@pytest.mark.parametrize("name", CASES)
def test_tree(name: str) -> None:
    case = CASES[name]
    assert set(case) == {"words", "tree"}
    doc = to_factx_scheme(doc_of(case["words"]))
    assert " ".join(f"{token.dep_}/{token.head.i}" for token in doc) == case["tree"]


@pytest.mark.parametrize("name", CASES)
def test_twice_is_once(name: str) -> None:
    once = to_factx_scheme(doc_of(CASES[name]["words"]))
    before = [(token.dep_, token.head.i) for token in once]
    assert [(token.dep_, token.head.i) for token in to_factx_scheme(once)] == before


def test_foreign_entity_labels_are_renamed_and_numbers_dropped() -> None:
    words = "Troops/NNS/NOUN/nsubj/1 left/VBD/VERB/ROOT/1 for/IN/ADP/case/3 Mali/NNP/PROPN/obl/1 first/RB/ADV/advmod/1"
    doc = to_factx_scheme(doc_of(words, ents=["O", "O", "O", "B-GPE", "B-ORDINAL"]))
    assert [(entity.text, entity.label_) for entity in doc.ents] == [("Mali", "LOC")]
