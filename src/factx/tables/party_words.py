"""What the words for a party tell: a gathering gives for others, soldiers of a nation serve its state."""

from __future__ import annotations

import re

from factx.base import lexicon

_GATHERINGS = lexicon.words("tables/gatherings")
_FORCES = lexicon.classes("tables/state_forces")
_WORD = re.compile(r"[^\W\d_]+")
_BEHIND = re.compile(r"(?:\s+(?:donors?|aid|pledging|peace))?\s+([a-z]+)")


def is_gathering(phrase: str, behind: str = "") -> bool:
    """True if a phrase is for a conference or the like, or names one with the words ``behind`` it.

    >>> is_gathering("Sudan conference"), is_gathering("London", " donor conference on Somalia"), is_gathering("Oslo")
    (True, True, False)
    """
    words = [word.lower() for word in _WORD.findall(re.split(r"\s(?:of|for|from|in|at|on)\s", phrase, maxsplit=1)[0])]
    if words and words[-1] in _GATHERINGS:
        return True
    after = _BEHIND.match(behind)
    return after is not None and after[1] in _GATHERINGS


def is_state_force(phrase: str) -> bool:
    """True if those who are counted serve a state: soldiers, police; not rebels, nor the captured.

    >>> [is_state_force(phrase) for phrase in ("German soldiers", "Syrian rebel soldiers", "Turkish-backed troops")]
    [True, False, False]
    """
    words = [word.lower() for word in _WORD.findall(phrase)]
    return bool(words) and words[-1] in _FORCES["force"] and not _FORCES["not"] & set(words)
