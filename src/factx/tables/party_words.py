"""What the words for a party tell: soldiers of a nation serve its state."""

from __future__ import annotations

import re

from factx.base import lexicon

_FORCES = lexicon.classes("tables/state_forces")
_WORD = re.compile(r"[^\W\d_]+")


def is_state_force(phrase: str) -> bool:
    """True if those who are counted serve a state: soldiers, police; not rebels, nor the captured.

    >>> [is_state_force(phrase) for phrase in ("German soldiers", "Syrian rebel soldiers", "Turkish-backed troops")]
    [True, False, False]
    """
    words = [word.lower() for word in _WORD.findall(phrase)]
    return bool(words) and words[-1] in _FORCES["force"] and not _FORCES["not"] & set(words)
