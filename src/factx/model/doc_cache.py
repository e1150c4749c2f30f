"""What a doc holds as a whole: its text, where tokens start, the places of words. Asking each token is slow."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from spacy.tokens import Doc

Whole = TypeVar("Whole")
_texts: WeakKeyDictionary[Doc, str] = WeakKeyDictionary()
_starts: WeakKeyDictionary[Doc, list[int]] = WeakKeyDictionary()
_words: WeakKeyDictionary[Doc, list[int]] = WeakKeyDictionary()


def with_known_text(doc: Doc, text: str) -> Doc:
    """The doc itself, with its text known, which then need not be put together at all."""
    _texts[doc] = text
    return doc


def text_of(doc: Doc) -> str:
    """What ``doc.text`` says; kept as long as the doc is.

    >>> import spacy
    >>> text_of(spacy.blank("en")("Two men fled."))
    'Two men fled.'
    """
    return _kept(_texts, doc, lambda doc: doc.text)


def starts_of(doc: Doc) -> list[int]:
    """The first character of every token, in order; not to be changed.

    >>> import spacy
    >>> starts_of(spacy.blank("en")("Two men fled."))
    [0, 4, 8, 12]
    """
    return _kept(_starts, doc, lambda doc: doc.to_array("IDX").tolist())


def token_indices(doc: Doc, words: frozenset[str]) -> list[int]:
    """The numbers of the tokens that are one of the words in lower case.

    >>> import spacy
    >>> token_indices(spacy.blank("en")("The two left the town."), frozenset({"the"}))
    [0, 3]
    """
    wanted = word_ids(words)
    here: list[int] = _kept(_words, doc, lambda doc: doc.to_array("LOWER").tolist())
    return [at for at, word in enumerate(here) if word in wanted]


@lru_cache(maxsize=100)
def word_ids(words: frozenset[str]) -> frozenset[int]:
    """The numbers under which spaCy knows the words, in any pipeline."""
    from spacy.strings import get_string_id

    return frozenset(get_string_id(word) for word in words)


def _kept(known: WeakKeyDictionary[Doc, Whole], doc: Doc, make: Callable[[Doc], Whole]) -> Whole:
    """What is known of the doc, found out once; a doc's tokens stay as they are once it is made."""
    found = known.get(doc)
    if found is None:
        found = known[doc] = make(doc)
    return found
