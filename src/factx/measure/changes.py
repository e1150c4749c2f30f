"""Words of rise and fall around an amount: "rose 5 percent", "down by 3", "fell to 980", "2 % higher"."""

from __future__ import annotations

from functools import lru_cache

from factx.base import lexicon
from factx.measure.lexer import Lexeme, lower_at
from factx.measure.words import CONTEXTS, OTHER_SENSES, WORDS

_REACH = 8
"""Lexemes from a word of change to its amount ("fell by nearly as much as 5")."""


@lru_cache(maxsize=1)
def _changes() -> dict[str, tuple[str, str]]:
    rows = [row for row in lexicon.read("measure/change_words") if row["kind"] not in {"after", "after_share"}]
    return {row["word"]: (row["direction"], row["kind"]) for row in rows}


@lru_cache(maxsize=2)
def _after(kind: str) -> dict[str, str]:
    return {row["word"]: row["direction"] for row in lexicon.read("measure/change_words") if row["kind"] == kind}


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
        if hit is not None and _is_of_verb(lexemes, at):
            return None
        if hit is not None:
            return None if hit[1] == "transitive" and is_count and not opened else hit[0]
        if lexemes[at].kind != "word" or not _may_stand_between(lexemes, at):
            return None
        opened = opened or word in WORDS["opens_amount"]
    return None


def _is_of_verb(lexemes: list[Lexeme], at: int) -> bool:
    """True for "up" that a verb takes with it: "owned up to three burglaries"."""
    words = f"{lexemes[at].lower} {lower_at(lexemes, at + 1)}"
    return lower_at(lexemes, at - 1) in OTHER_SENSES.get(words, frozenset())


def _may_stand_between(lexemes: list[Lexeme], at: int) -> bool:
    """True for what may part change and amount: "sharply by", "an annual rate of", "a record"."""
    word, before = lexemes[at].lower, lower_at(lexemes, at - 1)
    if word in CONTEXTS["between_change_and_amount"] or word.endswith("ly") or before in WORDS["indefinite"]:
        return True
    return word in WORDS["measured_as"] or (word == "of" and before in WORDS["measured_as"])


def change_after(lexemes: list[Lexeme], i: int, is_share: bool) -> str | None:
    """Return the direction that "higher" at ``i`` gives the amount before it, "up" a percentage; or None."""
    word = lower_at(lexemes, i)
    if is_share and lower_at(lexemes, i + 1) not in WORDS["opens_amount"]:
        return _after("after").get(word) or _after("after_share").get(word)
    return _after("after").get(word)


def change_of(word: str) -> str | None:
    """Return the direction of a word in lower case; None if it is no word of change."""
    return _changes().get(word, (None, ""))[0]


def is_change(lexeme: Lexeme) -> bool:
    """True if the word is one of rise or fall."""
    return lexeme.lower in _changes()
