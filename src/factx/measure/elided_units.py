"""Bare numbers of a measure or sum named before ("5.2 percent, up from 4.9")."""

from __future__ import annotations

from factx.measure.candidate import Candidate
from factx.measure.elided_nouns import Counted
from factx.measure.lexer import Lexeme, lower_at
from factx.measure.money import Money
from factx.measure.words import WORDS

_REACH = 20
"""Lexemes back to the measure that a bare number may go on with: within the clause."""
_ALIKE = 10
"""How many times greater one of two compared measures may be."""


def continue_unit(lexemes: list[Lexeme], measured: list[Candidate], counted: list[Counted], item: Candidate) -> None:
    """Give a bare number the unit or money that it goes on with, if it does.

    ``measured`` are the measures, shares and sums before it, ``counted`` the nouns; a noun that stands
    between leaves the number without one.
    """
    if not measured or item.kind != "count" or item.number.form not in {"digits", "words"} or item.per is not None:
        return
    last = measured[-1]
    if not _is_comparable(last, item) or (counted and counted[-1].noun.start > lexemes[last.first].start):
        return
    if not (_leads_on(lexemes, last, item) or _is_compared(lexemes, last, item)):
        return
    item.unit = last.unit
    item.per = last.per
    if last.money is not None:
        item.money = Money(last.money.name, item.first, item.last, last.money.minor)


def _is_comparable(last: Candidate, item: Candidate) -> bool:
    """True if two numbers are of like size, and spell out the same magnitude."""
    one, other = last.value or last.high, item.value or item.high
    if not one or not other or last.number.scale != item.number.scale:
        return False
    return 1 / _ALIKE <= abs(one / other) <= _ALIKE


def _leads_on(lexemes: list[Lexeme], last: Candidate, item: Candidate) -> bool:
    """True for "from 208 pounds to 193"; for "up 3 degrees to 38", not for a share of something."""
    if [piece.lower for piece in lexemes[last.after : item.bound_first]] != ["to"]:
        return False
    if lower_at(lexemes, last.bound_first - 1) == "from":
        return True
    return last.change is not None and last.kind == "measure"


def _is_compared(lexemes: list[Lexeme], last: Candidate, item: Candidate) -> bool:
    """True behind "compared with", "up from" and the like in the same clause."""
    at = item.bound_first
    between = lexemes[last.after : at]
    if len(between) > _REACH or any(piece.text in {".", ";"} or piece.kind == "line" for piece in between):
        return False
    before = [piece.lower for piece in lexemes[max(at - 2, 0) : at]]
    return bool({" ".join(before), " ".join(before[-1:])} & WORDS["compared"])
