"""Bound words around an amount: "more than 340", "340 or more", "nearly 30", "up to an estimated 40"."""

from __future__ import annotations

from functools import lru_cache
from typing import get_args

from factx.base import Bound, LexiconError, lexicon
from factx.measure.changes import is_change
from factx.measure.lexer import Lexeme, adjoins, lower_at
from factx.measure.phrases import Phrases
from factx.measure.words import CONTEXTS, OTHER_SENSES, WORDS

_MOST_BOUNDS = 4
"""Bound phrases before one amount ("up to an estimated 40")."""


@lru_cache(maxsize=2)
def _phrases(side: str) -> Phrases[Bound]:
    rows = [row for row in lexicon.read("measure/bound_words") if row["side"] == side]
    return Phrases.of((row["text"], False, _bound(row["bound"])) for row in rows)


def _bound(name: str) -> Bound:
    for bound in get_args(Bound):
        if bound == name:
            return bound  # type: ignore[no-any-return]  # the members of a Literal come untyped
    raise LexiconError(f"bound_words.csv: unknown bound {name!r}; known ones are {', '.join(get_args(Bound))}")


def bound_before(lexemes: list[Lexeme], i: int) -> tuple[Bound, int] | None:
    """Return bound and first lexeme of the bound words that end before lexeme ``i``; or None.

    "About" yields to any other bound.

    >>> from factx.measure.lexer import lex
    >>> bound_before(lex("up to about 40 men"), 3)
    ('at_most', 0)
    """
    found: tuple[Bound, int] | None = None
    at = i
    for _ in range(_MOST_BOUNDS):
        step = _one_before(lexemes, at)
        if step is None:
            break
        at = step[1]
        found = (step[0] if found is None or found[0] == "about" else found[0], at)
    return found


def _one_before(lexemes: list[Lexeme], i: int) -> tuple[Bound, int] | None:
    if lower_at(lexemes, i - 1) == "-" and lower_at(lexemes, i - 2) == "sub" and adjoins(lexemes, i):
        return "less_than", i - 2
    if lower_at(lexemes, i - 1) == ",":
        return _parenthetical(lexemes, i - 1)
    for at in _places(lexemes, i):
        hit = _phrases("left").before(lexemes, at)
        if hit is not None and not _is_other_sense(lexemes, hit[1], at):
            return hit
    return None


def _parenthetical(lexemes: list[Lexeme], comma: int) -> tuple[Bound, int] | None:
    """Return the bound of "at the very least, 340 people" (several words, the first is "at"); or None."""
    hit = _phrases("left").before(lexemes, comma)
    return hit if hit is not None and lexemes[hit[1]].lower == "at" and comma - hit[1] > 1 else None


def _places(lexemes: list[Lexeme], i: int) -> list[int]:
    """Return where bound words may end: before the amount, or before "a total of", "a whopping"."""
    places = [i]
    while len(places) < _MOST_BOUNDS and lower_at(lexemes, places[-1] - 1) in CONTEXTS["transparent_before_amount"]:
        places.append(places[-1] - 1)
    return places


def _is_other_sense(lexemes: list[Lexeme], first: int, end: int) -> bool:
    """True if the words bound nothing: "the past 3 weeks", "talked about 5 laws", "are short of 3"."""
    word, before = lexemes[first].lower, lower_at(lexemes, first - 1)
    if word == "up" and lower_at(lexemes, first + 1) == "to" and first > 0:
        return is_change(lexemes[first - 1]) or before in OTHER_SENSES["up to"]
    words = " ".join(piece.lower for piece in lexemes[first:end])
    return words in OTHER_SENSES and before in OTHER_SENSES[words]


def bound_after(lexemes: list[Lexeme], i: int) -> tuple[Bound, int] | None:
    """Return bound and next lexeme of bound words at ``i`` ("or more", "-plus", ", at least"); or None."""
    sign = lower_at(lexemes, i)
    at = i + 1 if sign in {"-", ","} else i
    if sign == "," and lower_at(lexemes, at) not in WORDS["opens_bound"]:
        return None
    hit = _phrases("right").at(lexemes, at)
    if hit is None or not _closes(lexemes, at, hit[1], hyphened=at > i):
        return None
    return hit


def _closes(lexemes: list[Lexeme], first: int, after: int, hyphened: bool) -> bool:
    """True if the words bound the number before them, not one that follows ("3 plus 4")."""
    word = lexemes[first].lower
    following = lexemes[after] if after < len(lexemes) else None
    if following is None:
        return True
    if word in WORDS["closes_bound"] and not hyphened:
        return following.kind in {"symbol", "line"}
    return following.kind != "digits" and following.lower != "than"
