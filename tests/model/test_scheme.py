"""The rules see one scheme, whoever parsed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.tokens import Doc

from factx.model.label_scheme import to_factx_scheme
from tests.cases import cases

CASES = cases(Path(__file__).parent / "clearnlp_cases.toml", keys={"tree"})
BE = {"is", "are", "was", "were"}


Row = tuple[str, str, str, str, int]
"""Word, tag, part of speech, relation, and the head's index, a root's own for a root."""


def rows_of(tree: str) -> tuple[list[Row], list[tuple[str, int]]]:
    """The rows of a tree, and the UD relation and head of each."""
    cells = [line.split() for line in tree.strip().split("\n")]
    before = [
        (word, tag, part, relation, head_of(index, head))
        for index, (word, tag, part, relation, head, *_) in enumerate(cells)
    ]
    return before, [(relation, head_of(index, head)) for index, (*_, relation, head) in enumerate(cells)]


def head_of(index: int, head: str) -> int:
    return int(head) - 1 if head != "0" else index


def doc_of(rows: list[Row], ents: list[str] | None = None) -> Doc:
    words, tags, parts, relations, heads = (list(column) for column in zip(*rows, strict=True))
    lemmas = ["be" if word in BE else word for word in words]
    vocab = spacy.blank("en").vocab
    return Doc(vocab, words=words, tags=tags, pos=parts, deps=relations, heads=heads, lemmas=lemmas, ents=ents)


def arcs(doc: Doc) -> list[tuple[str, int]]:
    return [(token.dep_, token.head.i) for token in doc]


@pytest.mark.parametrize("case", CASES)
def test_tree(case: dict[str, Any]) -> None:
    before, after = rows_of(case["tree"])
    assert arcs(to_factx_scheme(doc_of(before))) == after


@pytest.mark.parametrize("case", CASES)
def test_twice_is_once(case: dict[str, Any]) -> None:
    once = to_factx_scheme(doc_of(rows_of(case["tree"])[0]))
    before = arcs(once)
    assert arcs(to_factx_scheme(once)) == before


def test_foreign_entity_labels_are_renamed_and_numbers_dropped() -> None:
    rows: list[Row] = [
        ("Troops", "NNS", "NOUN", "nsubj", 1),
        ("left", "VBD", "VERB", "ROOT", 1),
        ("for", "IN", "ADP", "case", 3),
        ("Mali", "NNP", "PROPN", "obl", 1),
        ("first", "RB", "ADV", "advmod", 1),
    ]
    doc = to_factx_scheme(doc_of(rows, ents=["O", "O", "O", "B-GPE", "B-ORDINAL"]))
    assert [(entity.text, entity.label_) for entity in doc.ents] == [("Mali", "LOC")]


DATELINE: list[Row] = [
    ("AMMAN", "NNP", "PROPN", "ROOT", 0), ("-", "HYPH", "PUNCT", "punct", 0),
    ("Washington", "NNP", "PROPN", "nsubj", 3), ("paid", "VBD", "VERB", "ROOT", 3),
]  # fmt: skip


def test_a_name_ends_with_the_dateline_that_it_stands_in() -> None:
    doc = to_factx_scheme(doc_of(DATELINE, ents=["B-LOC", "I-LOC", "I-LOC", "O"]))
    assert [(entity.text, entity.label_) for entity in doc.ents] == [("AMMAN", "LOC"), ("Washington", "LOC")]


def test_a_name_that_the_parse_cuts_behind_a_word_stays_whole() -> None:
    rows = [("Fort", "NNP", "PROPN", "ROOT", 0), ("Worth", "NNP", "PROPN", "nsubj", 2), (*DATELINE[3][:4], 2)]
    doc = to_factx_scheme(doc_of(rows, ents=["B-LOC", "I-LOC", "O"]))
    assert [entity.text for entity in doc.ents] == ["Fort Worth"]


HIT: list[Row] = [
    ("Chad", "NNP", "PROPN", "nsubj", 1), ("gave", "VBD", "VERB", "ROOT", 1), ("tents", "NNS", "NOUN", "obj", 1),
    ("to", "TO", "PART", "mark", 6), ("quake", "NN", "NOUN", "compound", 6), ("-", "HYPH", "PUNCT", "punct", 4),
    ("hit", "VB", "VERB", "advcl", 1), ("Nepal", "NNP", "PROPN", "obj", 6), ("today", "NN", "NOUN", "obl", 6),
]  # fmt: skip


def test_a_hyphened_participle_behind_to_is_no_infinitive() -> None:
    doc = to_factx_scheme(doc_of(HIT))
    assert arcs(doc)[3:] == [
        ("case", 7), ("compound", 6), ("punct", 4), ("amod", 7), ("obl", 1), ("obl", 1),
    ]  # fmt: skip


def test_a_hyphened_infinitive_stays_one() -> None:
    rows = [*HIT]
    rows[4], rows[6] = ("mass", *HIT[4][1:]), ("produce", *HIT[6][1:])
    assert arcs(to_factx_scheme(doc_of(rows))) == arcs(doc_of(rows))


HOST: list[Row] = [
    ("Chad", "NNP", "PROPN", "nsubj", 1), ("gave", "VBD", "VERB", "ROOT", 1), ("tents", "NNS", "NOUN", "obj", 1),
    ("to", "TO", "PART", "mark", 4), ("host", "VB", "VERB", "advcl", 1), ("towns", "NNS", "NOUN", "obj", 4),
]  # fmt: skip


def test_a_compound_behind_to_is_no_infinitive() -> None:
    assert arcs(to_factx_scheme(doc_of(HOST)))[3:] == [("case", 5), ("compound", 5), ("obl", 1)]


@pytest.mark.parametrize(("place", "row"), [(5, ("guests", *HOST[5][1:])), (4, ("host", "VB", "VERB", "xcomp", 1))])
def test_another_object_and_what_somebody_agrees_to_do_stay(place: int, row: Row) -> None:
    rows = [*HOST]
    rows[place] = row
    assert arcs(to_factx_scheme(doc_of(rows))) == arcs(doc_of(rows))
