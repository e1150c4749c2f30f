"""Nouns as words: the singular of a plural, and whether a noun counts persons."""

from __future__ import annotations

import re
from functools import lru_cache

from factx.base import lexicon

_PERSONAL = frozenset({"person", "force", "death", "state", "refugee"})


@lru_cache(maxsize=1)
def _irregular() -> dict[str, str]:
    return {row["plural"]: row["singular"] for row in lexicon.read("measure/irregular_nouns")}


def singular(word: str) -> str:
    """The singular of a plural noun in lower case; nouns counted as a body keep theirs ("people", "troops").

    >>> [singular(word) for word in ("doses", "churches", "cities", "viruses", "women", "troops")]
    ['dose', 'church', 'city', 'virus', 'woman', 'troops']
    """
    if word in _irregular():
        return _irregular()[word]
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


@lru_cache(maxsize=1)
def _classes() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for row in lexicon.read("base/counted_nouns"):
        table.setdefault(row["lemma"].lower(), set()).add(row["class"])
    return {lemma: frozenset(classes) for lemma, classes in table.items()}


def counts_persons(lemma: str) -> bool:
    """Whether the lexicon ``counted_nouns`` has the lemma for persons, forces, the dead, refugees or states."""
    return bool(_classes().get(lemma, frozenset()) & _PERSONAL)
