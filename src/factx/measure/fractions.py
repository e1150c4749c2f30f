"""Fractions and ratios: "1 1/2", "two-thirds", "half the", "one in four"."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

from factx.measure.lexer import HYPHENS, Lexeme, adjoins, figures, lower_at
from factx.measure.number_words import Number, read_cardinal, role, value_of
from factx.measure.words import CONTEXTS, WORDS

_SLASHES = frozenset({"/", "⁄"})
_BASES = frozenset({2, 3, 4, 5, 6, 8, 10, 16})
"""Denominators that people write: "7/9" and the like are dates, scores and codes."""
_MOST_OF_RATIO = 99
"""The greatest count of a ratio: in "150 in 300 towns" the two numbers are apart."""
_YEARS = 1500
"""From here on bare figures after "in" are a year ("3 in 2017"); "3 in 2,017" is a ratio."""


def with_fraction(lexemes: list[Lexeme], number: Number) -> Number:
    """Add the fraction after the number or read it as one: "1½", "1 1/2", "4-1/2", "3/4"."""
    at = number.last
    if at < len(lexemes) and lexemes[at].kind == "vulgar" and number.value is not None:
        return replace(number, last=at + 1, value=number.value + unicodedata.numeric(lexemes[at].text), form="fraction")
    if lower_at(lexemes, at) == "-" and adjoins(lexemes, at) and adjoins(lexemes, at + 1) and number.value is not None:
        joined = _slash_fraction(lexemes, at + 1)
        if joined is not None:
            return replace(number, last=at + 4, value=number.value + joined, form="fraction")
    quotient = _slash_fraction(lexemes, number.first)
    if quotient is not None:
        return replace(number, last=number.first + 3, value=quotient, form="fraction")
    part = _slash_fraction(lexemes, at) if not adjoins(lexemes, at) else None
    if part is not None and number.value is not None:
        return replace(number, last=at + 3, value=number.value + part, form="fraction")
    return number


def _slash_fraction(lexemes: list[Lexeme], i: int) -> float | None:
    """Return the value of "3/4" at ``i``; None for a date, a score or a longer code."""
    if i + 2 >= len(lexemes) or lexemes[i].kind != "digits" or lexemes[i + 1].text not in _SLASHES:
        return None
    top, base = lexemes[i].text, lexemes[i + 2].text
    if not (top.isdecimal() and base.isdecimal()) or int(base) not in _BASES or not 0 < int(top) < int(base):
        return None
    if lower_at(lexemes, i + 3) in _SLASHES:
        return None
    return int(top) / int(base)


def read_fraction(lexemes: list[Lexeme], i: int) -> Number | None:
    """Return the share of "two-thirds", "a third of", "half the"; None for an ordinal ("a third man")."""
    indefinite = lower_at(lexemes, i) in WORDS["indefinite"]
    part = i + 1 if role(lexemes, i) == "unit" or indefinite else i
    if part > i and lower_at(lexemes, part) in HYPHENS:
        part += 1
    if role(lexemes, part) != "part":
        return None
    base = value_of(lexemes, part)
    if part == i:
        bare = lexemes[i].lower == "half" and _is_bare_half(lexemes, i, lower_at(lexemes, i + 1))
        return Number(i, part + 1, 1 / base, "fraction") if bare else None
    count = 1.0 if indefinite else value_of(lexemes, i)
    if count >= base or not _is_share(lexemes, part, several=count > 1, hyphened=part == i + 2):
        return None
    return Number(i, part + 1, count / base, "fraction")


def _is_share(lexemes: list[Lexeme], part: int, *, several: bool, hyphened: bool) -> bool:
    """True if "third" and the like is a part, not an ordinal, and agrees with its count."""
    word, after = lexemes[part].lower, lower_at(lexemes, part + 1)
    plural = word.endswith("s")
    if plural != several:
        return False
    if word == "quarters":
        return after == "of" or hyphened
    if after == "to" and lower_at(lexemes, part - 2) == "by":  # "fell by a third to 40"
        return True
    return plural or hyphened or after == "of" or after == "" or _closes(lexemes, part + 1)


def _closes(lexemes: list[Lexeme], i: int) -> bool:
    return i >= len(lexemes) or (lexemes[i].kind in {"symbol", "line"} and lexemes[i].text not in HYPHENS)


def _is_bare_half(lexemes: list[Lexeme], i: int, after: str) -> bool:
    before = lower_at(lexemes, i - 1)
    if before in CONTEXTS["no_share_before_half"]:
        return False
    return after in CONTEXTS["after_half"] or before in CONTEXTS["before_half"]


def read_ratio(lexemes: list[Lexeme], number: Number) -> Number:
    """Return the share that the number opens ("one in four", "nine out of 10"), else the number."""
    at = number.last
    if number.value is None or number.scale != 1 or lower_at(lexemes, at) not in WORDS["ratio"]:
        return number
    if lower_at(lexemes, at) == "out":
        if lower_at(lexemes, at + 1) != "of":
            return number
        at += 1
    at += 1 + (lower_at(lexemes, at + 1) in WORDS["each"])
    base = _plain_integer(lexemes, at)
    if base is None or not 1 <= number.value < base[0] or number.value > _MOST_OF_RATIO:
        return number
    if base[0] >= _YEARS and lower_at(lexemes, number.last) == "in" and "," not in lexemes[at].text:
        return number
    return Number(number.first, base[1], number.value / base[0], "fraction")


def _plain_integer(lexemes: list[Lexeme], i: int) -> tuple[float, int] | None:
    if i >= len(lexemes):
        return None
    if lexemes[i].kind == "digits" and "." not in lexemes[i].text:
        return float(figures(lexemes[i])), i + 1
    number = read_cardinal(lexemes, i)
    return (number.value, number.last) if number is not None and number.value is not None else None
