"""Base noun phrases of hand-built UD trees."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.tokens import Doc

from factx.model.noun_chunks import noun_chunks
from tests.cases import cases

CASES = cases(Path(__file__).parent / "noun_chunk_cases.toml", keys={"tree", "chunks"})


@pytest.mark.parametrize("case", CASES)
def test_chunks(case: dict[str, Any]) -> None:
    rows = [line.split() for line in case["tree"].strip().split("\n")]
    words, parts, relations, heads = (list(column) for column in zip(*rows, strict=True))
    indices = [int(head) - 1 if head != "0" else index for index, head in enumerate(heads)]
    vocab = spacy.blank("en").vocab
    vocab.get_noun_chunks = noun_chunks  # type: ignore[assignment]
    doc = Doc(vocab, words=words, pos=parts, deps=relations, heads=indices)
    assert [chunk.text for chunk in doc.noun_chunks] == case["chunks"]
