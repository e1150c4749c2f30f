"""Classes of counted nouns (person, force, state, gift …): what amounts and facts both ask of a noun."""

from __future__ import annotations

from functools import lru_cache

from factx.base import lexicon

CLASSES = lexicon.classes("base/counted_nouns", by="lemma", column="class")


@lru_cache(maxsize=4096)
def word_classes(lemma: str) -> frozenset[str]:
    """Return the classes of a lemma in lower case; a hyphenated one has those of its last part.

    >>> sorted(word_classes("refugee")), word_classes("ex-soldier") == word_classes("soldier")
    (['person', 'refugee'], True)
    """
    return CLASSES.get(lemma) or CLASSES.get(lemma.rsplit("-", 1)[-1], frozenset())
