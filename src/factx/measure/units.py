"""Unit words beside a number → unit names and rates ("per barrel", "a month")."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, get_args

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
_COMPOUNDS = lexicon.classes("measure/unit_compounds", by="word", column="noun")
_SPACED_LETTERS = frozenset({"W", "V", "m", "g", "L", "h", "F", "C"})
"""Units of one letter that are also written with a blank before them ("5 m", "40 W")."""


@lru_cache(maxsize=1)
def _table() -> Phrases[str]:
    return Phrases.of((row["text"], row["case"] == "exact", row["unit"]) for row in lexicon.read("measure/unit_words"))


def unit_at(lexemes: list[Lexeme], i: int) -> tuple[str, int] | None:
    """Return unit and next lexeme after a number ending before ``i`` ("miles", "-year-old"); or None.

    A hyphen with a blank on one side, as lines broken in print leave it, is one: "34- year-old".
    """
    if i >= len(lexemes) or lexemes[i].kind == "line":
        return None
    tied = lower_at(lexemes, i) in HYPHENS and (adjoins(lexemes, i) or adjoins(lexemes, i + 1))
    at = i + tied
    found = _table().at(lexemes, at)
    if found is None:
        return None
    unit, after = found
    if after < len(lexemes) and adjoins(lexemes, after) and lexemes[after].kind in {"word", "digits"}:
        return None
    if _is_compound(lexemes, after):
        return None
    if lexemes[at].kind == "word" and len(lexemes[at].text) == 1 and after == at + 1:
        if not adjoins(lexemes, at) and lexemes[at].text not in _SPACED_LETTERS:
            return None
    return unit, after


def _is_compound(lexemes: list[Lexeme], after: int) -> bool:
    """True if the word before ``after`` is the first of a compound: "barrel bombs", "foot patrols"."""
    word = lower_at(lexemes, after - 1)
    tied = lower_at(lexemes, after) in HYPHENS and adjoins(lexemes, after) and adjoins(lexemes, after + 1)
    return word in _COMPOUNDS and lower_at(lexemes, after + tied) in _COMPOUNDS[word]


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
    if word == "per" and lexemes[at].kind == "digits":
        return _many(lexemes, at)
    if lexemes[at].kind != "word" or word == "/":
        return None
    if word == "per" and lexemes[at].lower in WORDS["scale_of_rate"] and lower_at(lexemes, at + 1).isalpha():
        return f"{lexemes[at].lower} {lexemes[at + 1].lower}", at + 2
    known = word == "per" or lexemes[at].lower in _RATE_NOUNS
    return (lexemes[at].lower, at + 1) if known else None


def _many(lexemes: list[Lexeme], at: int) -> tuple[str, int]:
    """Return the number of things that divides: "100,000 people", "1,000 live births", "100 kilometer"."""
    number = lexemes[at].text
    unit = _table().at(lexemes, at + 1)
    if unit is not None:
        return f"{number} {unit[0]}", unit[1]
    noun = at + 1 + (lower_at(lexemes, at + 1) in WORDS["before_noun_of_rate"])
    if not lower_at(lexemes, noun).isalpha() or lower_at(lexemes, noun) in WORDS["after_rate"]:
        return number, at + 1
    return " ".join([number, *(piece.lower for piece in lexemes[at + 1 : noun + 1])]), noun + 1


def _may_divide(word: str, unit: str) -> bool:
    """True if a rate may have the unit: after "a" and "each" only times and shop measures ("a kilo")."""
    return word in WORDS["divides"] or unit in TIME_UNITS or unit in _RATE_NOUNS
