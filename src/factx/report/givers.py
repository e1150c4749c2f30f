"""Givers that are many at once: their sum is that of givers who are named beside them."""

from __future__ import annotations

import re

from factx.base import lexicon

_WORDS = lexicon.classes("report/givers_together")
_WORD = re.compile(r"[^\W_]+")
_HEAD_END = re.compile(r"\b(?:at|from|in|of|who|that|for|on|attending)\b|[,;(]|['’]s\b", re.IGNORECASE)


def are_many(giver: str | None) -> bool:
    """True if a phrase is for givers together and names none, or for a conference, whatever its name.

    >>> [are_many(giver) for giver in ("International donors", "donors at a conference", "World Bank", "Gulf states")]
    [True, True, False, False]
    >>> are_many("Sudan conference"), are_many("UN donor conference on Yemen")
    (True, True)
    """
    head = [word.lower() for word in _WORD.findall(_HEAD_END.split(giver or "", maxsplit=1)[0])]
    if head and head[-1] in _WORDS["gathering"]:
        return True
    return bool(head) and head[-1] in _WORDS["many"] and all(word in _WORDS["beside"] for word in head[:-1])
