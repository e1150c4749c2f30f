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
    """The singular of a lower-case plural; nouns counted as a body stay ("people", "troops").

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
    """True for a lemma of persons, forces, the dead, refugees or states (``counted_nouns``)."""
    return bool(word_classes(lemma) & PERSONAL)
