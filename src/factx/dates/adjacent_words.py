"""Questions that guards ask of the words around a chunk."""

from __future__ import annotations

from functools import lru_cache

from factx.base import lexicon
from factx.dates.anchor import Setting
from factx.dates.grammar import grammar
from factx.dates.pieces import Chunk, Item, Lexeme

JOINS = frozenset({"to", "through", "and", "or", "hyphen", "dash"})
DASHES = frozenset({"hyphen", "dash", "slash"})


def first(chunk: Chunk) -> Lexeme:
    """The first lexeme of a chunk."""
    return next(chunk.leaves())


def is_trap(lexeme: Lexeme, trap: str) -> bool:
    """Whether the word is listed for the trap in the lexicon ``time_traps``."""
    return lexeme.text.lower() in _words()[trap]


@lru_cache(maxsize=1)
def _words() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in lexicon.read("dates/time_traps"):
        found.setdefault(row["trap"], set()).add(row["word"])
    return {trap: frozenset(words) for trap, words in found.items()}


def opens(lexeme: Lexeme, time: str) -> bool:
    """Whether the word opens such a time (``[openers]`` of the grammar)."""
    return lexeme.cls in grammar().openers[time]


def capital(lexeme: Lexeme) -> bool:
    """Whether the word begins with a capital letter."""
    return lexeme.text[:1].isupper()


def name_like(lexeme: Lexeme) -> bool:
    """A capitalised word that is no time word: perhaps a part of a name."""
    return lexeme.cls in {"other", "a"} and capital(lexeme) and len(lexeme.text) > 1


def common_word(lexeme: Lexeme) -> bool:
    """A word in lower case that is no time word."""
    return lexeme.cls == "other" and lexeme.text.islower()


def plural(lexeme: Lexeme) -> bool:
    """A word in lower case that looks like a plural."""
    return lexeme.text.islower() and lexeme.text.endswith("s") and not lexeme.text.endswith(("ss", "us", "is", "as"))


def counted(right: Lexeme) -> bool:
    """A noun that a number before it would count."""
    return right.cls in {"other", "units"} and (plural(right) or is_trap(right, "counted"))


def beyond(items: tuple[Item, ...]) -> Chunk | None:
    """The chunk after the next word in either direction: the other end of a range."""
    return items[1] if len(items) > 1 and isinstance(items[1], Chunk) else None


def follows_name(chunk: Chunk, setting: Setting) -> bool:
    """Whether a capitalised word stands right before a chunk that is capitalised itself ("USA Today")."""
    left = setting.left()
    return capital(first(chunk)) and name_like(left) and chunk.start - left.end == 1
