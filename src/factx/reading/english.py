"""Words of English: a dictionary of their forms (simplemma's) and a few more, such as names of money."""

from __future__ import annotations

from factx.base import lexicon

WORDS = lexicon.classes("reading/function_words")
_NOUNS = frozenset(word for name in lexicon.words("base/currency_nouns", "noun") for word in name.split())
_MONEY = _NOUNS | {f"{noun}s" for noun in _NOUNS}
_ALWAYS = WORDS["function"] | WORDS["short"] | _MONEY


def is_english(word: str) -> bool:
    """True for a word of English in small letters, in any of its forms.

    >>> is_english("captured"), is_english("gefangen")
    (True, False)
    """
    from simplemma import is_known

    return word in _ALWAYS or is_known(word, "en")
