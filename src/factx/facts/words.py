"""Base forms of a token, for lexicon look-ups that must not hang on one lemmatizer's guess."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache

from spacy.tokens import Token

from factx.base import lexicon


@lru_cache(maxsize=1)
def _irregular() -> dict[str, str]:
    return {form: row["lemma"] for row in lexicon.read("facts/irregular_verbs") for form in row["forms"].split("|")}


def past_forms() -> frozenset[str]:
    """Irregular past forms, verbs whatever the tagger says: shot, fled."""
    return frozenset(_irregular())


@lru_cache(maxsize=20_000)
def base_forms(lemma: str, word: str) -> tuple[str, ...]:
    """What a word may be a form of, the likeliest first; lemma and word in lower case.

    >>> base_forms("fled", "fled")
    ('flee', 'fled')
    >>> "evacuate" in base_forms("evacuated", "evacuated")
    True
    """
    found = [_irregular()[word]] if word in _irregular() else []
    if lemma != word or not found:
        found.append(lemma)
    found.append(word)
    found.extend(_regular(word))
    return tuple(dict.fromkeys(found))


def _regular(word: str) -> list[str]:
    """Bases of a regular form: evacuated → evacuate, evacuat; pledging → pledge, pledg; agencies → agency."""
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return [word[:-3] + "y"] if word.endswith("ies") else [word[:-1], *([word[:-2]] if word.endswith("es") else [])]
    for ending in ("ed", "ing"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word[: -len(ending)]
            if stem.endswith("i"):
                return [stem[:-1] + "y"]
            doubled = [stem[:-1]] if len(stem) > 2 and stem[-1] == stem[-2] else []
            return [stem + "e", stem, *doubled]
    return []


def bases(token: Token) -> tuple[str, ...]:
    """The base forms of a token."""
    return base_forms(token.lemma_.lower(), token.lower_)


def is_any(token: Token, words: Collection[str]) -> bool:
    """Whether any base form of the token is among the words."""
    return any(form in words for form in bases(token))
