"""Whether "pounds" are a weight, as far as the words beside them say: "of rice", "a 500-pound bomb"."""

from __future__ import annotations

from itertools import takewhile

from factx.base import lexicon
from factx.measure.lexer import Lexeme, lower_at
from factx.measure.units import TIME_UNITS, rate_at
from factx.measure.words import CONTEXTS, WORDS

CUES = lexicon.classes("measure/money_cues")
_OF = 4
"""Lexemes of what pounds are of: "of undeclared frozen crab"."""
_NAMED = 3
"""Lexemes behind a size that may be what has it: "a 500-pound cash reward"."""


def is_mass(lexemes: list[Lexeme], at: int, after: int) -> bool:
    """True if the pounds from lexeme ``at`` to ``after`` are a weight by what stands beside them.

    A million pounds and more are money unless they are of stuff: "3 million pounds of chicken".

    >>> from factx.measure.lexer import lex
    >>> [is_mass(lex(text), 1, 2) for text in ("200 pounds of rice", "200 pounds of debt", "200 pounds each")]
    [True, False, False]
    """
    if _is_great(lexemes, at):
        return lower_at(lexemes, after) == "of" and not _words(lexemes, after + 1, _OF).isdisjoint(CUES["stuff"])
    if is_owned(lexemes, after):
        return False
    if lower_at(lexemes, at - 1) == "-" or _is_size(lexemes, at, after):
        return CUES["paid"].isdisjoint(_words(lexemes, after, _NAMED))
    rate = rate_at(lexemes, after)
    return lower_at(lexemes, after) in CONTEXTS["measure_of_mass_after"] and (rate is None or rate[0] not in TIME_UNITS)


def is_owned(lexemes: list[Lexeme], after: int) -> bool:
    """True if what stands behind an amount makes it money: "in cash", "of her savings"."""
    named = _words(lexemes, after + 1, _OF)
    return (lower_at(lexemes, after) == "in" and not named.isdisjoint(CUES["paid_in"])) or (
        lower_at(lexemes, after) == "of" and not named.isdisjoint(CUES["owned"])
    )


def _is_great(lexemes: list[Lexeme], at: int) -> bool:
    """True for millions and more: "5 million pounds", "hundreds of millions of pounds"."""
    before = lower_at(lexemes, at - 1 - (lower_at(lexemes, at - 1) in WORDS["before_pound"]))
    return before in WORDS["scale_of_money"] or before in WORDS["many_millions"]


def _is_size(lexemes: list[Lexeme], at: int, after: int) -> bool:
    """True for the singular before what has the size: "a 500 pound bomb"."""
    tells_more = after < len(lexemes) and lexemes[after].kind == "word"
    is_one = lower_at(lexemes, at) != "pound" or lower_at(lexemes, at - 1) in WORDS["one_pound"]
    return tells_more and not is_one


def _words(lexemes: list[Lexeme], start: int, most: int) -> set[str]:
    """The words from a lexeme on, up to the first that is none."""
    return {piece.lower for piece in takewhile(lambda piece: piece.kind == "word", lexemes[start : start + most])}
