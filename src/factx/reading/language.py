"""Tell whether a text is English, the only language that factx reads."""

from __future__ import annotations

import re

from factx.base import lexicon

_WORD = re.compile(r"[^\W\d_]+")
FUNCTION_WORDS = lexicon.words("reading/function_words")
_SAMPLE_CHARS = 5000
"""The beginning is enough, and a long text costs no more than a short one."""
_FEWEST_WORDS = 30
"""A dateline, a headline and a list of names may have no function word; three sentences have."""
_LOWEST_SHARE = 0.08
"""Other languages share few of the words with English ("a", "in", "was")."""
_ENGLISH_SHARE = 0.15
"""Articles of English news have between 20 and 43 of 100 words, half of them over 30."""


def language_of(text: str) -> str | None:
    """``en``, ``other`` if the text is surely not English, or None if it is too short or unclear.

    Every third word of English news is one of its commonest function words; in other languages
    hardly any is.

    >>> german = "Bei dem Unfall sind am Montag vier Menschen gestorben. "
    >>> language_of("Four people died."), language_of(german * 4)
    (None, 'other')
    """
    words = _WORD.findall(text[:_SAMPLE_CHARS].lower())
    if len(words) < _FEWEST_WORDS:
        return None
    share = sum(map(FUNCTION_WORDS.__contains__, words)) / len(words)
    if share < _LOWEST_SHARE:
        return "other"
    return "en" if share >= _ENGLISH_SHARE else None


def not_english(language: str | None) -> str | None:
    """Why factx does not read an article in this language (ISO 639-1, or ``other``), or None.

    >>> not_english("en"), not_english(None), not_english("de")
    (None, None, "the language is 'de'; factx reads English")
    """
    if language in ("en", None):
        return None
    return f"the language is {'not English' if language == 'other' else repr(language)}; factx reads English"
