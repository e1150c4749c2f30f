"""Unit words beside a number → unit names, rates ("per barrel", "a month") and SI values."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import Any, Literal, get_args

from factx.base import lexicon
from factx.measure.lexer import HYPHENS, Lexeme, adjoins, lower_at
from factx.measure.phrases import Phrases
from factx.measure.words import CONTEXTS, WORDS

PERCENT_UNITS = frozenset({"percent", "percentage_point", "basis_point", "part_per_million", "part_per_billion"})
TimeUnit = Literal[
    "second", "minute", "hour", "day", "night", "week", "fortnight", "month", "year", "decade", "century"
]
TIME_UNITS = frozenset(get_args(TimeUnit))
PlainUnit = Literal["yard", "mile", "kilometer", "meter", "hectare", "acre", "metric_ton", "barrel", "liter"]
"""Units whose word has no other sense."""
_PLAIN_UNITS = frozenset(get_args(PlainUnit))
_RATE_NOUNS = lexicon.words("measure/rate_nouns", "noun")
_SPACED_LETTERS = frozenset({"W", "V", "m", "g", "L", "h", "F", "C"})
"""Units of one letter that are also written with a blank before them ("5 m", "40 W")."""


@lru_cache(maxsize=1)
def _table() -> Phrases[str]:
    return Phrases.of((row["text"], row["case"] == "exact", row["unit"]) for row in lexicon.read("measure/unit_words"))


def unit_at(lexemes: list[Lexeme], i: int) -> tuple[str, int] | None:
    """Return unit and next lexeme after a number ending before ``i`` ("miles", "-year-old"); or None."""
    if i >= len(lexemes) or lexemes[i].kind == "line":
        return None
    at = i + 1 if lower_at(lexemes, i) in HYPHENS and adjoins(lexemes, i) and adjoins(lexemes, i + 1) else i
    found = _table().at(lexemes, at)
    if found is None:
        return None
    unit, after = found
    if after < len(lexemes) and adjoins(lexemes, after) and lexemes[after].kind in {"word", "digits"}:
        return None
    if lexemes[at].kind == "word" and len(lexemes[at].text) == 1 and after == at + 1:
        if not adjoins(lexemes, at) and lexemes[at].text not in _SPACED_LETTERS:
            return None
    return unit, after


def spelled_unit(word: str) -> str | None:
    """Return the unit of time, length, area or weight that a word names; None if it has other senses."""
    unit = _table().folded.get((word,))
    return unit if unit in TIME_UNITS | _PLAIN_UNITS else None


def rate_at(lexemes: list[Lexeme], i: int) -> tuple[str, int] | None:
    """Return the denominator of a rate at ``i`` and the next lexeme ("per barrel" → "barrel"); or None."""
    word = lower_at(lexemes, i)
    if word == "-" and lower_at(lexemes, i + 1) in WORDS["hyphened_rate"]:
        i, word = i + 1, lower_at(lexemes, i + 1)
    if word not in WORDS["rate"]:
        return None
    if lower_at(lexemes, i + 2) in CONTEXTS["time_relation"] and word != "per":
        return None
    at = i + 1 if lower_at(lexemes, i + 1) != "-" else i + 2
    if at >= len(lexemes):
        return None
    unit = _table().at(lexemes, at)
    if unit is not None:
        return (unit[0], unit[1]) if _may_divide(word, unit[0]) else None
    return _noun_divisor(lexemes, at, word)


def _noun_divisor(lexemes: list[Lexeme], at: int, word: str) -> tuple[str, int] | None:
    """Return the noun, or the number of things, that divides: "per 100,000 people", "a share"; or None."""
    if word == "per" and lexemes[at].kind == "digits" and lower_at(lexemes, at + 1).isalpha():
        return f"{lexemes[at].text} {lexemes[at + 1].lower}", at + 2
    if lexemes[at].kind != "word" or word == "/":
        return None
    known = word == "per" or lexemes[at].lower in _RATE_NOUNS
    return (lexemes[at].lower, at + 1) if known else None


def _may_divide(word: str, unit: str) -> bool:
    """True if a rate may have the unit: after "a" and "each" only times and shop measures ("a kilo")."""
    return word in WORDS["divides"] or unit in TIME_UNITS or unit in _RATE_NOUNS


@lru_cache(maxsize=1)
def _registry() -> Any:
    import pint

    registry: Any = pint.UnitRegistry(None)
    definitions = files("factx") / "measure" / "data" / "units.txt"
    registry.load_definitions(definitions.read_text(encoding="utf-8").splitlines())
    return registry


@lru_cache(maxsize=1024)
def _factor(unit: str) -> tuple[float, float, str] | None:
    """Return slope, intercept and SI unit of a unit; None if pint does not know it."""
    import pint

    registry = _registry()
    try:
        zero = registry.Quantity(0.0, unit).to_root_units()
        one = registry.Quantity(1.0, unit).to_root_units()
    except (pint.PintError, AttributeError, AssertionError, ValueError, TypeError):
        return None
    return one.magnitude - zero.magnitude, zero.magnitude, str(one.units)


def to_si(value: float | None, unit: str) -> tuple[float, str] | None:
    """Return the value in SI base units, and the SI unit; None for a unit without one (a counted noun).

    >>> to_si(50, "fahrenheit")
    (283.15, 'kelvin')
    >>> to_si(90, "kilometer / hour")
    (25.0, 'meter / second')
    """
    if value is None:
        return None
    factor = _factor(unit)
    if factor is None:
        return None
    return float(f"{value * factor[0] + factor[1]:.12g}"), factor[2]
