"""What a doc holds as a whole: its text, put together once, and the places of words. Asking each token is slow."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from spacy.tokens import Doc

_texts: WeakKeyDictionary[Doc, str] = WeakKeyDictionary()


def made_from(doc: Doc, text: str) -> Doc:
    """The doc itself, with its text known, which then need not be put together at all."""
    _texts[doc] = text
    return doc


def text_of(doc: Doc) -> str:
    """What ``doc.text`` says; kept as long as the doc is.

    >>> import spacy
    >>> text_of(spacy.blank("en")("Two men fled."))
    'Two men fled.'
    """
    text = _texts.get(doc)
    if text is None:
        text = _texts[doc] = doc.text
    return text


def places_of(doc: Doc, words: frozenset[str]) -> list[int]:
    """The numbers of the tokens that are one of the words in lower case.

    >>> import spacy
    >>> places_of(spacy.blank("en")("The two left the town."), frozenset({"the"}))
    [0, 3]
    """
    wanted = word_ids(words)
    return [at for at, word in enumerate(doc.to_array("LOWER").tolist()) if word in wanted]


@lru_cache(maxsize=100)
def word_ids(words: frozenset[str]) -> frozenset[int]:
    """The numbers under which spaCy knows the words, in any pipeline."""
    from spacy.strings import get_string_id

    return frozenset(get_string_id(word) for word in words)
