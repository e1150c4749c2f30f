"""Properties of a whole doc, computed once: its text, token starts, the indices of words.

Asking each token for them is slow.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from spacy.tokens import Doc

_REMEMBERED_SETS = 100
"""Sets of words whose ids are kept: about as many as the steps ask for in each article."""
Whole = TypeVar("Whole")
_texts: WeakKeyDictionary[Doc, str] = WeakKeyDictionary()
_starts: WeakKeyDictionary[Doc, list[int]] = WeakKeyDictionary()
_words: WeakKeyDictionary[Doc, list[int]] = WeakKeyDictionary()


def with_known_text(doc: Doc, text: str) -> Doc:
    """Remember the text of a doc, which then need not be put together; return the doc."""
    _texts[doc] = text
    return doc


def text_of(doc: Doc) -> str:
    """The same as ``doc.text``; kept as long as the doc is.

    >>> import spacy
    >>> text_of(spacy.blank("en")("Two men fled."))
    'Two men fled.'
    """
    return _computed_once(_texts, doc, lambda doc: doc.text)


def starts_of(doc: Doc) -> list[int]:
    """The first character of every token, in order; not to be changed.

    >>> import spacy
    >>> starts_of(spacy.blank("en")("Two men fled."))
    [0, 4, 8, 12]
    """
    return _computed_once(_starts, doc, lambda doc: doc.to_array("IDX").tolist())


def token_indices(doc: Doc, words: frozenset[str]) -> list[int]:
    """The indices of the tokens that are one of the words in lower case.

    >>> import spacy
    >>> token_indices(spacy.blank("en")("The two left the town."), frozenset({"the"}))
    [0, 3]
    """
    wanted = word_ids(words)
    ids: list[int] = _computed_once(_words, doc, lambda doc: doc.to_array("LOWER").tolist())
    return [index for index, word in enumerate(ids) if word in wanted]


@lru_cache(maxsize=_REMEMBERED_SETS)
def word_ids(words: frozenset[str]) -> frozenset[int]:
    """The ids under which spaCy knows the words, in any pipeline."""
    from spacy.strings import get_string_id

    return frozenset(get_string_id(word) for word in words)


def _computed_once(known: WeakKeyDictionary[Doc, Whole], doc: Doc, make: Callable[[Doc], Whole]) -> Whole:
    """The value for the doc, computed at the first question; tokens of a doc never change."""
    found = known.get(doc)
    if found is None:
        found = known[doc] = make(doc)
    return found
