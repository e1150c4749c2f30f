"""Base forms of a token, for lexicon look-ups that must not hang on one lemmatizer's guess."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from functools import lru_cache

from spacy.tokens import Token

from factx.base import lexicon

IRREGULAR = {form: row["lemma"] for row in lexicon.read("facts/irregular_verbs") for form in row["forms"].split("|")}
"""The lemma of each irregular form (shot, fled …): verbs, whatever the tagger says."""
HAVE, HURT = frozenset({"have"}), frozenset({"hurt"})
NOUNS = frozenset({"NOUN", "PROPN"})
"""Parts of speech of common nouns and names."""
SHORTEST_PLURAL = 4
"""Letters: shorter words in -s are no plurals (gas, bus)."""
SHORTEST_STEM = 3
"""Letters that must remain of a verb without -ed or -ing."""


@lru_cache(maxsize=20_000)
def base_forms(lemma: str, word: str) -> tuple[str, ...]:
    """Return what a word may be a form of, the likeliest first; lemma and word are in lower case.

    >>> base_forms("fled", "fled")
    ('flee', 'fled')
    >>> "evacuate" in base_forms("evacuated", "evacuated")
    True
    """
    found = [IRREGULAR[word]] if word in IRREGULAR else []
    if lemma != word or not found:
        found.append(lemma)
    found.append(word)
    found.extend(_regular(word))
    return tuple(dict.fromkeys(found))


def _regular(word: str) -> list[str]:
    """Return bases of a regular form: evacuated → evacuate, evacuat; agencies → agency."""
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) >= SHORTEST_PLURAL:
        return [word[:-3] + "y"] if word.endswith("ies") else [word[:-1], *([word[:-2]] if word.endswith("es") else [])]
    for ending in ("ed", "ing"):
        if word.endswith(ending) and len(word) >= len(ending) + SHORTEST_STEM:
            stem = word[: -len(ending)]
            if stem.endswith("i"):
                return [stem[:-1] + "y"]
            doubled = [stem[:-1]] if len(stem) > 2 and stem[-1] == stem[-2] else []
            return [stem + "e", stem, *doubled]
    return []


def bases(token: Token) -> tuple[str, ...]:
    """Return the base forms of a token."""
    return base_forms(token.lemma_.lower(), token.lower_)


def has_lemma(token: Token, words: AbstractSet[str]) -> bool:
    """True if any base form of the token is among the words."""
    return any(map(words.__contains__, bases(token)))
