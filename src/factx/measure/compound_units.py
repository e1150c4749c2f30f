"""Amounts in two units as one: "5 ft 3", "6'2\"", "8 pounds 3 ounces", "12 stone 7"."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal, get_args

from factx.measure.candidate import Candidate
from factx.measure.lexer import Lexeme, adjoins, lower_at
from factx.measure.words import WORDS

_PARTS = {"foot": ("inch", 12), "pound": ("ounce", 16), "stone": ("pound", 14), "meter": ("centimeter", 100)}
"""The unit that may follow another, and how many of it are one."""
BodyUnit = Literal["foot", "stone"]
"""Units behind which a number alone is in the lesser one: "5 ft 3", "12 stone 7"."""
_BARE = frozenset(get_args(BodyUnit))
_LINKS = ((), ("-",), ("and",), (",",))
_PRIMES = frozenset({"'", "’", "′"})
_DOUBLE_PRIMES = frozenset({'"', "”", "″", "''", "’’"})
_FEET = range(3, 9)
"""Feet of a person: a mark behind another number is no foot, but a quotation mark or minutes."""


def join_compounds(lexemes: list[Lexeme], found: list[Candidate]) -> list[Candidate]:
    """Return the candidates with the two parts of an amount as one, in the unit of the first."""
    joined: list[Candidate] = []
    for item in reversed(found):
        merged = _merged(lexemes, item, joined[-1]) if joined else None
        if merged is None:
            joined.append(item)
        else:
            joined[-1] = merged
    return joined[::-1]


def _merged(lexemes: list[Lexeme], left: Candidate, right: Candidate) -> Candidate | None:
    """The amount of two neighbours that are one; None if they are two."""
    unit = _unit_of(left)
    if unit is None and _is_height(lexemes, left, right):
        closed = lower_at(lexemes, right.last) in _DOUBLE_PRIMES
        return _sum(left, replace(right, last=right.last + closed, after=right.last + closed), "foot")
    if unit not in _PARTS or left.per is not None or not _are_parts(left, right, _PARTS[unit][1]):
        return None
    link = tuple(piece.lower for piece in lexemes[left.last : right.first])
    stated = _unit_of(right) == _PARTS[unit][0]
    bare = unit in _BARE and right.unit is None and right.money is None and right.per is None
    if link not in _LINKS or not (stated or (bare and _stands_alone(lexemes, right, link))):
        return None
    inches = not stated and lower_at(lexemes, right.last) in WORDS["inches"] and adjoins(lexemes, right.last)
    return _sum(left, replace(right, last=right.last + inches, after=right.after + inches), unit)


def _unit_of(item: Candidate) -> str | None:
    """The unit of a candidate; "8 pounds" were read as money."""
    if item.money is not None and item.money.name == "pound" and item.money.first >= item.number.last:
        return "pound"
    return item.unit if item.money is None else None


def _are_parts(left: Candidate, right: Candidate, most: int) -> bool:
    if left.value is None or right.value is None or left.number.scale != 1 or right.number.scale != 1:
        return False
    return left.value >= 1 and left.value.is_integer() and 0 <= right.value < most


def _stands_alone(lexemes: list[Lexeme], right: Candidate, link: tuple[str, ...]) -> bool:
    """True if a bare number counts nothing: it is tied by a hyphen, or no noun can follow ("5 ft 3 tall")."""
    if link == ("-",):
        return adjoins(lexemes, right.first)
    following = lower_at(lexemes, right.last)
    return link == () and (not following.isalpha() or following in WORDS["after_height"])


def _is_height(lexemes: list[Lexeme], left: Candidate, right: Candidate) -> bool:
    """True for 6'2" and for 6'2 before "tall"."""
    mark, at = left.last, right.last
    if lower_at(lexemes, mark) not in _PRIMES or right.first != mark + 1 or right.unit is not None:
        return False
    if not (adjoins(lexemes, mark) and adjoins(lexemes, right.first) and _are_parts(left, right, _PARTS["foot"][1])):
        return False
    closed = lower_at(lexemes, at) in _DOUBLE_PRIMES and adjoins(lexemes, at)
    return left.value in _FEET and (closed or lower_at(lexemes, at) in WORDS["tall"])


def _sum(left: Candidate, right: Candidate, unit: str) -> Candidate:
    value = (left.value or 0.0) + (right.value or 0.0) / _PARTS[unit][1]
    return replace(left, last=right.last, after=right.after, value=float(f"{value:.15g}"), unit=unit, money=None)
