"""Whether a text is English, which is all that factx reads."""

from __future__ import annotations

import re
from functools import lru_cache

from factx.base import lexicon

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE_CHARS = 5000
_FEWEST_WORDS = 30
_LOWEST_SHARE = 0.08
_ENGLISH_SHARE = 0.15


def language_of(text: str) -> str | None:
    """``en`` where the text reads as English, ``other`` where it surely does not, None where it is too short to tell.

    English news has every third word among its commonest function words, other languages hardly any.

    >>> language_of("Four people died."), language_of("Bei dem Unfall sind am Montag vier Menschen gestorben. " * 4)
    (None, 'other')
    """
    words = _WORD.findall(text[:_SAMPLE_CHARS].lower())
    if len(words) < _FEWEST_WORDS:
        return None
    share = sum(map(_function_words().__contains__, words)) / len(words)
    if share < _LOWEST_SHARE:
        return "other"
    return "en" if share >= _ENGLISH_SHARE else None


def not_english(language: str | None) -> str | None:
    """Why an article in this language (ISO 639-1, or ``other``) is not for factx; None where it may be read.

    >>> not_english("en"), not_english(None), not_english("de")
    (None, None, "the language is 'de'; factx reads English")
    """
    if language in ("en", None):
        return None
    return f"the language is {'not English' if language == 'other' else repr(language)}; factx reads English"


@lru_cache(maxsize=1)
def _function_words() -> frozenset[str]:
    return frozenset(row["word"] for row in lexicon.read("reading/function_words"))
