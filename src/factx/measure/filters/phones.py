"""Telephone numbers: "555-0199", "1-800-555"."""

from __future__ import annotations

from factx.measure.candidate import Candidate
from factx.measure.lexer import HYPHENS, Lexeme, adjoins, lower_at

_DIGITS_OF_AREA, _DIGITS_OF_LINE = 3, 4  # of a telephone number


def is_bare(item: Candidate) -> bool:
    """True for a number without money, unit and scale."""
    return item.money is None and item.unit is None and item.number.scale == 1


def is_phone(lexemes: list[Lexeme], left: Candidate, right: Candidate) -> bool:
    """True if two numbers make a telephone number: "555-0199", "1-800-555"."""
    if not _are_hyphened(lexemes, left, right):
        return False
    a, b = lexemes[left.number.first].text, lexemes[right.number.first].text
    if not (a.isdecimal() and b.isdecimal()):
        return False
    local = len(a) <= _DIGITS_OF_AREA and len(b) == _DIGITS_OF_LINE
    return _is_third(lexemes, left, right) or (b.startswith("0") and len(b) > 1) or local


def _are_hyphened(lexemes: list[Lexeme], left: Candidate, right: Candidate) -> bool:
    """True for bare digits on both sides of a tight hyphen."""
    if left.number.form != "digits" or right.number.form != "digits" or right.number.first != left.number.last + 1:
        return False
    if lower_at(lexemes, left.number.last) not in HYPHENS or not adjoins(lexemes, right.number.first):
        return False
    return adjoins(lexemes, left.number.last) and is_bare(left) and is_bare(right)


def _is_third(lexemes: list[Lexeme], left: Candidate, right: Candidate) -> bool:
    """True if a third group of digits is tied to the two by a hyphen."""
    first, last = left.number.first, right.number.last
    before = lower_at(lexemes, first - 1) == "-" and first > 1 and adjoins(lexemes, first)
    after = lower_at(lexemes, last) == "-" and last + 1 < len(lexemes) and adjoins(lexemes, last + 1)
    return (before and lexemes[first - 2].kind == "digits") or (after and lexemes[last + 1].kind == "digits")
