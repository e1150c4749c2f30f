"""Cue words: reporting verbs, hedges, events that act without being agents."""

from __future__ import annotations

from functools import lru_cache

from factx.base import lexicon


@lru_cache(maxsize=32)
def cues(name: str) -> frozenset[str]:
    """The lemmas of one class of cue (lexicon ``cues``): report, possible, deny, future, event, body …

    >>> "announce" in cues("report")
    True
    """
    return frozenset(row["lemma"] for row in lexicon.read("facts/cues") if row["class"] == name)
