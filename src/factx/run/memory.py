"""What a process keeps in memory: a vocabulary that stays bounded."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

MOST_STRINGS = 200_000
"""Strings (words, their forms and shapes) that a process keeps: some 40 MB, and all but rare words."""


@contextmanager
def bounded_vocabulary(nlp: Language) -> Iterator[None]:
    """Once a pipeline knows many words, have it forget those that are new in the block at its end.

    No doc of the block may be used after it. Frequent words are among the first, and stay known.
    """
    vocab = nlp.vocab
    if len(vocab.strings) < MOST_STRINGS or vocab.in_memory_zone:  # type: ignore[attr-defined]  # not in spaCy's stubs
        yield
    else:
        with nlp.memory_zone():
            yield
