"""Sorts of incident that a sentence names, and whether it turns to another one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factx.base import lexicon
from factx.claims.wording import CLASSES, singular

_INCIDENTS = {
    row["word"]: (row["incident"], frozenset(row["family"].split("|"))) for row in lexicon.read("claims/incidents")
}
_WORD = re.compile(r"[a-z]+")
_ELSEWHERE = re.compile(rf"\b(?:{'|'.join(sorted(CLASSES['elsewhere']))})\b", re.IGNORECASE)
_ANOTHER = re.compile(rf"\b(?:{'|'.join(sorted(CLASSES['another_incident']))})\s+([a-z]+)", re.IGNORECASE)


def incidents_in(sentence: str | None) -> tuple[list[str], frozenset[str]]:
    """Return the sorts of incident that a sentence names, and the families that all of them share.

    >>> incidents_in("A landslide after the quake buried a village.")
    (['landslide', 'earthquake'], frozenset({'disaster'}))
    """
    named = [_INCIDENTS[word] for word in _words(sentence) if word in _INCIDENTS]
    if not named:
        return [], frozenset()
    shared = frozenset.intersection(*(families for _, families in named))
    return [incident for incident, _ in named], shared or frozenset.union(*(families for _, families in named))


def speaks_of_another(sentence: str | None) -> bool:
    """True if a sentence turns to another incident than the one told of before it.

    >>> speaks_of_another("A second blast hurt nine."), speaks_of_another("A blast hurt nine.")
    (True, False)
    """
    text = sentence or ""
    if _ELSEWHERE.search(text):
        return True
    return any(singular(match[1].lower()) in _INCIDENTS for match in _ANOTHER.finditer(text))


def _words(sentence: str | None) -> Iterator[str]:
    return (singular(word) for word in _WORD.findall((sentence or "").lower()))
