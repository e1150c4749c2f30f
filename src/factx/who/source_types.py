"""What sort of source tells a fact: police, military, health …, by its words, office or organisation.

It is decided in this order:

1. a known organisation (``organisations.csv``) by its name, then by its sort;
2. the words of ``source_words.csv`` before the first "of", "for", "from" …, else those behind it;
   among several the last, and words like "officials" only where there is no other;
3. two types joined by "and" ("medics and police") make none.

A ministry of health or defence belongs to its field, a minister of any field to the government.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import cast

from factx.base import SourceType, lexicon
from factx.who import organisations
from factx.who.phrase_finder import PhraseFinder

WORDS = lexicon.table("who/source_words", "phrase", "type")
_OF_SORT: dict[str, SourceType] = {
    "government": "government",
    "ministry": "government",
    "parliament": "government",
    "agency": "government",
    "central_bank": "government",
    "police": "police",
    "military": "military",
    "court": "court",
    "armed_group": "armed group",
    "news": "media",
    "company": "company",
    "ngo": "aid",
    "international": "other",
    "party": "other",
}
"""The type of a known organisation by its sort."""
_AROUND = re.compile(r"\s(?:of|for|from|with|at|in|by|to|representing|quoting)\s")
_AND = re.compile(r"\s(?:and|or|as well as)\s|,\s|/")
_MAYBE = "?"
_NONE = "-"


def source_type(source: str, title: str | None = None, organisation: str | None = None) -> SourceType | None:
    """Return the type of a source by its words, or of an official by title and organisation; or None.

    >>> source_type("hospital officials"), source_type("a spokesman for the army"), source_type("he")
    ('health', 'military', None)
    >>> source_type("medics and police"), source_type("World Food Programme"), source_type("press release")
    (None, 'aid', None)
    >>> source_type("Ana Ruiz", "spokeswoman", "Interior Ministry")
    'government'
    """
    if title is not None:
        return _of_words(title) or (_of_phrase(organisation) if organisation else None) or _weak(title)
    return _of_phrase(source) or _weak(source)


def _of_phrase(phrase: str) -> SourceType | None:
    """Return the type by a known organisation's name or the words of the phrase, or None."""
    known = WORDS.get(phrase.lower().removeprefix("the ")) or WORDS.get(phrase)
    if known is not None and not known.endswith((_MAYBE, _NONE)):
        return cast(SourceType, known)
    body = organisations.body_named(phrase)
    if body is None:
        return _of_words(phrase)
    return _of_words(body.name) or _OF_SORT.get(body.sort)


def _of_words(phrase: str) -> SourceType | None:
    """Return the type that the words before the first preposition make, else those behind; or None."""
    for part in _AROUND.split(phrase, maxsplit=1):
        joined = [found for piece in _AND.split(part) if (found := _last(piece)) is not None]
        if joined:
            return joined[0] if len(set(joined)) == 1 else None
    return None


def _last(phrase: str) -> SourceType | None:
    """Return the type of the last word that makes one beyond doubt, or None."""
    found = [kind for kind in _types_in(phrase) if not kind.endswith(_MAYBE)]
    return cast(SourceType, found[-1]) if found else None


def _weak(phrase: str) -> SourceType | None:
    """Return the type of words like "officials", or None."""
    found = _types_in(phrase)
    return (
        cast(SourceType, found[-1].rstrip(_MAYBE)) if found and all(kind.endswith(_MAYBE) for kind in found) else None
    )


def _types_in(phrase: str) -> list[str]:
    """Return the types of all words and phrases of the lexicon, in order."""
    plain = " ".join(phrase.replace("’", "'").split())
    taken = _exact().spans(plain)
    folded = plain.lower()
    found = [(span, WORDS[plain[slice(*span)]]) for span in taken]
    for start, end in _folded().spans(folded):
        if not any(start < last and first < end for first, last in taken):
            found.append(((start, end), WORDS[folded[start:end]]))
    return [kind for _, kind in sorted(found) if kind != _NONE]


@lru_cache(maxsize=1)
def _folded() -> PhraseFinder:
    return PhraseFinder(phrase for phrase in WORDS if phrase == phrase.lower())


@lru_cache(maxsize=1)
def _exact() -> PhraseFinder:
    return PhraseFinder(phrase for phrase in WORDS if phrase != phrase.lower())
