"""Whether a text is English, which is all that factx reads."""

from __future__ import annotations

import re
from functools import lru_cache

from factx import lexicon

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE_CHARS = 5000
_FEWEST_WORDS = 30
_LOWEST_SHARE = 0.08


def not_english(text: str, language: str | None = None) -> str | None:
    """Why the text is not for factx; None where it may be read. ``language`` is what the metadata says (ISO 639-1).

    English news has every fourth word among its commonest function words, other languages hardly any.

    >>> not_english("Four people died."), not_english("Vier Menschen starben.", "de")
    (None, "the language is 'de'; factx reads English")
    """
    if language and language != "en":
        return f"the language is '{language}'; factx reads English"
    words = _WORD.findall(text[:_SAMPLE_CHARS].lower())
    common = sum(word in _function_words() for word in words)
    if len(words) >= _FEWEST_WORDS and common < _LOWEST_SHARE * len(words):
        return "the text does not look English; factx reads English"
    return None


@lru_cache(maxsize=1)
def _function_words() -> frozenset[str]:
    return frozenset(row["word"] for row in lexicon.read("function_words"))
