"""Bare numbers of a noun counted before ("rose 64 points to 577", "460 cars, up from 63")."""

from __future__ import annotations

from dataclasses import dataclass

from factx.measure.candidate import Candidate
from factx.measure.lexer import Lexeme
from factx.measure.nouns import Noun, is_person
from factx.measure.words import WORDS

_REACH = 30
"""Lexemes back to the noun that a bare number may refer to: within the sentence."""
_ALIKE = 10
"""How many times greater one of two compared numbers may be."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A counted noun and the number it has."""

    value: float | None
    noun: Noun


def continued_noun(lexemes: list[Lexeme], counted: list[Counted], item: Candidate) -> Noun | None:
    """Return the noun that an elliptical number refers to ("460 cars, compared with 63" → cars), or None.

    Of several nouns before a comparison it is the last one with a number of like size ("264 people in
    41 cities, up from 247": people).
    """
    if not counted or item.kind != "count" or item.number.form not in {"digits", "words"} or item.per is not None:
        return None
    at, last = item.bound_first, counted[-1].noun
    before = [piece.lower for piece in lexemes[max(at - 2, 0) : at]]
    if before[-1:] == ["to"] and last.end <= lexemes[at - 1].start <= last.end + 1:
        return last
    if item.after < len(lexemes) and lexemes[item.after].lower == "who" and is_person(last.token):
        return last if _in_same_clause(lexemes, last, at) else None
    if not {" ".join(before), " ".join(before[-1:])} & WORDS["compared"]:
        return None
    near = (one for one in reversed(counted) if _in_same_clause(lexemes, one.noun, at))
    return next((one.noun for one in near if _are_alike(one.value, item.value)), None)


def _in_same_clause(lexemes: list[Lexeme], noun: Noun, at: int) -> bool:
    """True if the noun stands in the sentence, at most so many lexemes before lexeme ``at``."""
    for i in range(at - 1, max(at - _REACH, -1), -1):
        if lexemes[i].start < noun.end:
            return True
        if lexemes[i].text in {".", ";"} or lexemes[i].kind == "line":
            return False
    return False


def _are_alike(one: float | None, other: float | None) -> bool:
    if not one or not other:
        return False
    return 1 / _ALIKE <= abs(one / other) <= _ALIKE
