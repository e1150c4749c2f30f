"""Questions that guards ask of the words around a chunk."""

from __future__ import annotations

from factx.base import lexicon
from factx.dates.anchor import NEIGHBOURS, Anchor
from factx.dates.grammar import grammar
from factx.dates.pieces import Chunk, Lexeme

GUARD_WORDS = lexicon.classes("dates/guard_words")
_NO_PLURAL_ENDINGS = ("ss", "us", "is")
_ENOUGH_WORDS = 3  # a name in capitals has fewer beside it
_COUNTABLE = frozenset({"other", "units"})


def first_word(chunk: Chunk) -> Lexeme:
    """The first lexeme of a chunk."""
    return next(chunk.leaves())


def is_guard_word(lexeme: Lexeme, cls: str) -> bool:
    """True if the word is of the class in the lexicon ``guard_words``.

    >>> is_guard_word(Lexeme(0, 4, "Page", "other"), "before_number")
    True
    """
    return lexeme.text.lower() in GUARD_WORDS[cls]


def opens(lexeme: Lexeme, time: str) -> bool:
    """True if the word opens a time of this sort (``[openers]`` of the grammar)."""
    return lexeme.cls in grammar().openers[time]


def is_capitalised(lexeme: Lexeme) -> bool:
    """True if the word begins with a capital letter."""
    return lexeme.text[:1].isupper()


def looks_like_name(lexeme: Lexeme) -> bool:
    """True for a capitalised word that is no time word: perhaps a part of a name."""
    return lexeme.cls in {"other", "a"} and is_capitalised(lexeme) and len(lexeme.text) > 1


def is_common_word(lexeme: Lexeme) -> bool:
    """True for a word in lower case that is no time word."""
    return lexeme.cls == "other" and lexeme.text.islower()


def looks_plural(lexeme: Lexeme) -> bool:
    """True for a word in lower case with the ending of a plural.

    >>> [looks_plural(Lexeme(0, 5, word, "other")) for word in ("guards", "areas", "virus", "atlas")]
    [True, True, False, False]
    """
    text = lexeme.text
    plural = text.endswith("s") and not text.endswith(_NO_PLURAL_ENDINGS)
    return plural and text.islower() and not is_guard_word(lexeme, "singular")


def is_counted_noun(right: Lexeme) -> bool:
    """True for a noun that a number before it would count."""
    return right.cls in _COUNTABLE and (looks_plural(right) or is_guard_word(right, "counted"))


def in_capitals(anchor: Anchor) -> bool:
    """True in a text all in capitals: at least three words around an expression, and none in lower case."""
    around = [anchor.left(place) for place in range(NEIGHBOURS)] + [anchor.right(place) for place in range(NEIGHBOURS)]
    words = [lexeme.text for lexeme in around if lexeme.text.isalpha() and len(lexeme.text) > 1]
    return len(words) >= _ENOUGH_WORDS and all(word.isupper() for word in words)


def follows_name(chunk: Chunk, anchor: Anchor) -> bool:
    """True if a capitalised word is right before a chunk that is capitalised too ("USA Today").

    In a text of capitals it says nothing.
    """
    left = anchor.left()
    if in_capitals(anchor):
        return False
    return is_capitalised(first_word(chunk)) and looks_like_name(left) and chunk.start - left.end == 1
