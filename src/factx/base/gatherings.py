"""Conferences and the like, which act for others: what a gathering pledges is given by those who meet."""

from __future__ import annotations

import re

from factx.base import lexicon

GATHERINGS = lexicon.words("base/gatherings")
_WORD = re.compile(r"[^\W\d_]+")
_HEAD_END = re.compile(r"\b(?:at|from|in|of|who|that|for|on|attending)\b|[,;(]|['’]s\b", re.IGNORECASE)
_BEHIND = re.compile(r"(?:\s+(?:donors?|aid|pledging|peace))?\s+([a-z]+)")


def words_of_head(phrase: str) -> list[str]:
    """The words of a phrase, in lower case, up to what is said of its noun.

    >>> words_of_head("International donors at a summit")
    ['international', 'donors']
    """
    return [word.lower() for word in _WORD.findall(_HEAD_END.split(phrase, maxsplit=1)[0])]


def is_gathering(phrase: str, behind: str = "") -> bool:
    """True if a phrase is for a conference or the like, or names one with the words ``behind`` it.

    >>> is_gathering("Sudan conference"), is_gathering("London", " donor conference on Somalia"), is_gathering("Oslo")
    (True, True, False)
    """
    words = words_of_head(phrase)
    if words and words[-1] in GATHERINGS:
        return True
    after = _BEHIND.match(behind)
    return after is not None and after[1] in GATHERINGS
