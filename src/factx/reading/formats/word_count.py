"""The word count that archives print in an article's header: a check whether its text is whole."""

from __future__ import annotations

import re

_COUNT = re.compile(r"\d{1,3}(?:[.,\u00a0 ’']\d{3})+|\d+")
_ALLOWED_SHARE = 0.25
"""Archives count otherwise than we do, the German ones by up to a fifth; beyond a quarter text is amiss."""
_FEWEST_WORDS = 20
"""Of a shorter text a headline or a by-line that the archive counts is a quarter."""


def note_on_words(stated: str, text: str) -> str | None:
    """A note if a text has far fewer or more words than ``stated`` says (``1,212 words``), or None.

    >>> note_on_words("1,212 words", "Two men fled."), note_on_words("Length: 3 words", "Two men fled.")
    ('the export says 1212 words, the text has 3', None)
    """
    match = _COUNT.search(stated)
    if match is None:
        return None
    expected, found = int(re.sub(r"\D", "", match.group())), len(text.split())
    if max(expected, found) < _FEWEST_WORDS or abs(found - expected) <= _ALLOWED_SHARE * expected:
        return None
    return f"the export says {expected} words, the text has {found}"
