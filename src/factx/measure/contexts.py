"""Words that tell from their place beside a number how it is meant, by the name of the place."""

from __future__ import annotations

from functools import lru_cache

from factx.base import lexicon


@lru_cache(maxsize=1)
def _lists() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for row in lexicon.read("measure/amount_contexts"):
        table.setdefault(row["context"], set()).add(row["word"])
    return {context: frozenset(words) for context, words in table.items()}


def words_of(context: str) -> frozenset[str]:
    """The words of a context in the lexicon ``amount_contexts``; raises ``KeyError`` for an unknown one.

    >>> "roughly" in words_of("before_half")
    True
    """
    return _lists()[context]
