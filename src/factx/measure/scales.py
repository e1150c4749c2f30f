"""Scales whose numbers are no multiples of a size: temperatures and the magnitudes of quakes."""

from __future__ import annotations

from typing import Literal, get_args

from factx.measure.candidate import Candidate
from factx.measure.lexer import HYPHENS, Lexeme, lower_at
from factx.measure.words import CONTEXTS, WORDS

MAGNITUDE = "magnitude"
HeatUnit = Literal["celsius", "fahrenheit"]
"""Units that begin at another zero than kelvin."""
_HEAT = frozenset(get_args(HeatUnit))
_SIGNED = _HEAT | {"degree"}
_REACH = 6
"""Lexemes before a temperature that may say that it is one of warming: "warming to well below 2C"."""
_SCALE_NAME = 4
"""Lexemes behind a magnitude that name its scale: "on the Richter scale"."""


def read_scale(lexemes: list[Lexeme], item: Candidate) -> None:
    """Make "20 degrees below zero" negative, and "magnitude 6.4", "6.4 on the Richter scale" a magnitude."""
    if item.unit in _SIGNED and item.value is not None:
        if lower_at(lexemes, item.last) in WORDS["below"] and lower_at(lexemes, item.last + 1) == "zero":
            item.value, item.last = -abs(item.value), item.last + 2
            item.after = item.last
    elif item.unit is None and item.money is None and _is_magnitude(lexemes, item):
        item.unit = MAGNITUDE


def _is_magnitude(lexemes: list[Lexeme], item: Candidate) -> bool:
    before = item.first - 1
    if lower_at(lexemes, before) in HYPHENS | WORDS["of"]:
        before -= 1
    behind = [piece.lower for piece in lexemes[item.last : item.last + _SCALE_NAME]]
    return lower_at(lexemes, before) == MAGNITUDE or ("scale" in behind and behind[:1] == ["on"])


def is_difference(lexemes: list[Lexeme], item: Candidate) -> bool:
    """True if a temperature says how far apart two are: "rose 2C", "3C above normal", "1.5C of warming"."""
    if item.unit not in _HEAT:
        return False
    start, behind = item.bound_first, lower_at(lexemes, item.last)
    warming = [piece.lower for piece in lexemes[max(start - _REACH, 0) : start]]
    if lower_at(lexemes, start - 1) == "by" or any(word in CONTEXTS["tells_warming"] for word in warming):
        return True
    if behind in CONTEXTS["compares_heat"]:
        return lower_at(lexemes, item.last + 1) not in WORDS["zero_of_heat"]
    if lower_at(lexemes, start - 1) in WORDS["of"]:
        return lower_at(lexemes, start - 2) in CONTEXTS["change_of_heat"]
    return _follows_change(lexemes, item)


def _follows_change(lexemes: list[Lexeme], item: Candidate) -> bool:
    """True for "rose 2C" and "fell more than 5C", not for "rose to 40C" and "soared past 45C"."""
    between = [piece.lower for piece in lexemes[item.bound_first : item.first]]
    reached = any(word in CONTEXTS["reaches_heat"] for word in between)
    return (
        item.change is not None
        and not reached
        and lower_at(lexemes, item.bound_first - 1) not in WORDS["leads_to_heat"]
    )
