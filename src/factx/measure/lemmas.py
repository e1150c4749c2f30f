"""Nouns as words: the singular of a plural, and whether a noun counts persons."""

from __future__ import annotations

import re
from typing import Literal, get_args

from factx.base import lexicon, word_classes

IRREGULAR = lexicon.table("measure/irregular_nouns", "plural", "singular")
Personal = Literal["person", "force", "death", "state", "refugee"]
"""Classes of nouns that stand for people."""
PERSONAL = frozenset(get_args(Personal))


def singular(word: str) -> str:
    """The singular of a plural noun in lower case; nouns counted as a body keep theirs ("people",
    "troops").

    >>> [singular(word) for word in ("doses", "churches", "cities", "viruses", "women", "troops")]
    ['dose', 'church', 'city', 'virus', 'woman', 'troops']
    """
    if word in IRREGULAR:
        return IRREGULAR[word]
    for ending, replacement in _PLURALS:
        if ending.search(word):
            return ending.sub(replacement, word)
    return word


_PLURALS = (
    (re.compile(r"(?<=\w{2})men$"), "man"),
    (re.compile(r"(?<=\w{2})ies$"), "y"),
    (re.compile(r"(?<=ss|sh|ch|zz)es$"), ""),
    (re.compile(r"(?<=x)es$"), ""),
    (re.compile(r"(?<=[^aeo]us)es$"), ""),
    (re.compile(r"(?<=[^su])s$"), ""),
)


def counts_persons(lemma: str) -> bool:
    """True if the lexicon ``counted_nouns`` has the lemma for persons, forces, the dead, refugees or
    states.
    """
    return bool(word_classes(lemma) & PERSONAL)
