"""Words of rise and fall around an amount: "rose 5 percent", "down by 3", "fell to 980", "2 % higher"."""

from __future__ import annotations

from functools import lru_cache

from factx.base import lexicon
from factx.measure.lexer import Lexeme, lower_at
from factx.measure.words import CONTEXTS, WORDS

_REACH = 6
"""Lexemes from a word of change to its amount ("fell by nearly as much as 5")."""


@lru_cache(maxsize=1)
def _changes() -> dict[str, tuple[str, str]]:
    rows = [row for row in lexicon.read("measure/change_words") if row["kind"] != "after"]
    return {row["word"]: (row["direction"], row["kind"]) for row in rows}


@lru_cache(maxsize=1)
def _after() -> dict[str, str]:
    return {row["word"]: row["direction"] for row in lexicon.read("measure/change_words") if row["kind"] == "after"}


def change_before(lexemes: list[Lexeme], i: int, is_count: bool) -> str | None:
    """Return the direction that a word before lexeme ``i`` gives its amount: ``up``, ``down`` or None.

    Verbs that also take things as objects ("lost 12 men", "added 30 jobs") change a count only with
    "by" or "to".

    >>> from factx.measure.lexer import lex
    >>> change_before(lex("Sales fell by 5 percent"), 3, is_count=False)
    'down'
    """
    opened = False
    for at in range(i - 1, max(i - 1 - _REACH, -1), -1):
        word = lexemes[at].lower
        hit = _changes().get(word)
        if hit is not None:
            return None if hit[1] == "transitive" and is_count and not opened else hit[0]
        if lexemes[at].kind != "word" or not (word in CONTEXTS["between_change_and_amount"] or word.endswith("ly")):
            return None
        opened = opened or word in WORDS["opens_amount"]
    return None


def change_after(lexemes: list[Lexeme], i: int) -> str | None:
    """Return the direction that "higher" or "lower" at ``i`` gives the amount before it; or None."""
    return _after().get(lower_at(lexemes, i))


def change_of(word: str) -> str | None:
    """Return the direction of a word in lower case; None if it is no word of change."""
    return _changes().get(word, (None, ""))[0]


def is_change(lexeme: Lexeme) -> bool:
    """True if the word is one of rise or fall."""
    return lexeme.lower in _changes()
