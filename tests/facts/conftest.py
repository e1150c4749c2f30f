"""Docs built by hand, so that these tests need no trained model."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.lang.en import English
from spacy.tokens import Doc

Tree = Callable[[str], Doc]


def _built(rows: str) -> Doc:
    """A doc from lines of ``word lemma POS TAG relation head [entity]``; heads count from 1, 0 is the root."""
    cells = [line.split() for line in rows.strip().splitlines()]
    words, lemmas, pos, tags, deps, heads = (list(column) for column in zip(*(row[:6] for row in cells), strict=True))
    ents = [f"B-{row[6]}" if len(row) > 6 else "O" for row in cells]
    numbers = [int(head) - 1 if head != "0" else index for index, head in enumerate(heads)]
    return Doc(
        English().vocab,
        words=words,
        lemmas=lemmas,
        pos=pos,
        tags=tags,
        deps=["ROOT" if dep == "root" else dep for dep in deps],
        heads=numbers,
        ents=ents,
        sent_starts=[index == 0 for index in range(len(words))],
    )


@pytest.fixture
def tree() -> Tree:
    return _built
