"""Givers that are many at once: their sum is that of givers who are named beside them."""

from __future__ import annotations

from factx.base import is_gathering, lexicon, words_of_head

_WORDS = lexicon.classes("report/givers_together")


def are_many(giver: str | None) -> bool:
    """True if a phrase is for givers together and names none, or for a conference, whatever its name.

    >>> [are_many(giver) for giver in ("International donors", "donors at a conference", "World Bank", "Gulf states")]
    [True, True, False, False]
    >>> are_many("Sudan conference"), are_many("UN donor conference on Yemen")
    (True, True)
    """
    head = words_of_head(giver or "")
    together = bool(head) and head[-1] in _WORDS["many"] and all(word in _WORDS["beside"] for word in head[:-1])
    return together or is_gathering(giver or "")
