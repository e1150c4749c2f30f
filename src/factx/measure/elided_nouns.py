"""Bare numbers that go on with a noun counted before: "rose 64 points to 577", "460 cars compared with 63"."""

from __future__ import annotations

from dataclasses import dataclass

from factx.measure.candidate import Candidate
from factx.measure.lexer import Lexeme
from factx.measure.nouns import Noun, is_person

_COMPARED = (("compared", "with"), ("compared", "to"), ("up", "from"), ("down", "from"), ("versus",), ("against",))
_REACH = 30
_LIKE = 10


@dataclass(frozen=True, slots=True)
class Counted:
    """A counted noun and the number it has."""

    value: float | None
    noun: Noun


def continued_noun(lexemes: list[Lexeme], counted: list[Counted], item: Candidate) -> Noun | None:
    """The noun that a bare number counts without naming it; None where it goes on with none.

    Of several nouns before a comparison it is the last one with a number of like size ("264 people in 41 cities, up
    from 247": people).
    """
    if not counted or item.kind != "count" or item.number.form not in {"digits", "words"} or item.per is not None:
        return None
    at = item.bound_first
    before = [piece.lower for piece in lexemes[max(at - 2, 0) : at]]
    last = counted[-1].noun
    if before[-1:] == ["to"] and last.end <= lexemes[at - 1].start <= last.end + 1:
        return last
    if item.after < len(lexemes) and lexemes[item.after].lower == "who" and is_person(counted[-1].noun.token):
        return last if _in_same_clause(lexemes, last, at) else None
    if not any(tuple(before[-len(words) :]) == words for words in _COMPARED):
        return None
    near = [one for one in counted if _in_same_clause(lexemes, one.noun, at)]
    like = [one for one in near if _are_alike(one.value, item.value)]
    return like[-1].noun if like else None


def _in_same_clause(lexemes: list[Lexeme], noun: Noun, at: int) -> bool:
    """Whether the noun stands in the sentence, at most so many lexemes before lexeme ``at``."""
    for i in range(at - 1, max(at - _REACH, -1), -1):
        if lexemes[i].start < noun.end:
            return True
        if lexemes[i].text in {".", ";"} or lexemes[i].kind == "line":
            return False
    return False


def _are_alike(one: float | None, other: float | None) -> bool:
    if not one or not other:
        return False
    return 1 / _LIKE <= abs(one / other) <= _LIKE
