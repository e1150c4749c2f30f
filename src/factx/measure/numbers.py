"""Text → numbers, in figures and in words; whether a number counts something is decided later.

A number in words is the first that fits of:

1. an article or a part with a scale: "a hundred", "half a million";
2. a share: "two-thirds", "a third of", "half the";
3. a cardinal, with "and a half" and as a ratio: "two and a half million", "one in four";
4. a vague number: "dozens", "a few hundred";
5. "both", "twofold", "none".

Figures take, in this order, a fraction ("1 1/2") or a half, a decimal comma, a power of ten,
scale words or a suffix ("5.6 million", "1.2bn"), and may open a ratio ("9 out of 10").
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from functools import lru_cache
from typing import Literal, get_args

from factx.base import lexicon
from factx.measure.fractions import read_fraction, read_ratio, with_fraction
from factx.measure.lemmas import counts_persons, singular
from factx.measure.lexer import HYPHENS, MINUSES, Lexeme, adjoins, figures, lower_at
from factx.measure.money import money_after, money_before
from factx.measure.number_words import (
    LARGEST,
    Number,
    read_cardinal,
    role,
    value_of,
    with_lower_parts,
    with_point,
    words,
)
from factx.measure.round_numbers import read_indefinite, read_vague, with_half
from factx.measure.units import rate_at, unit_at
from factx.measure.words import CONTEXTS, WORDS

LONGEST_WITHOUT_WORD = 60
"""Longer runs of lexemes without a word are tables or noise: no number in them counts anything."""
_LONGEST_NUMBER = 40
"""Figures: a longer run is a code, and may be too great for a float."""
_DECIMALS = 2
"""The most figures after a decimal comma: three are thousands."""
_WITHOUT_WORD = re.compile(f"[^w]{{{LONGEST_WITHOUT_WORD + 1},}}")
_FIGURES = frozenset({"digits", "vulgar"})
_TightSuffix = Literal["m", "M", "b", "k", "K", "B"]
"""Suffixes that multiply only if they touch the number."""
DOTTED = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")
"""Figures that are thousands where a dot groups them."""
_REACH = 4
"""Words around a number among which the counted noun is, or a word that tells a mean."""
_SHORTEST_PLURAL = 4  # letters: "was" and "is" are none
_HARM = frozenset().union(
    *(words for kind, words in lexicon.classes("measure/harm_words", "kind", "lemma").items() if kind != "patient")
)
TIMES = frozenset({"×", "x"})
_DIGITS_OF_POWER = 2
"""The most figures of a power of ten: news measures nothing greater or smaller."""


def find_numbers(lexemes: list[Lexeme]) -> list[Number]:
    """Return all numbers in text order, without overlap; codes ("5.2.1") are left out.

    >>> from factx.measure.lexer import lex
    >>> [number.value for number in find_numbers(lex("twenty-two and a half, $1.2bn, 1 1/2, 35 lakh crore"))]
    [22.5, 1200000000.0, 1.5, 35000000000000.0]
    """
    found: list[Number] = []
    openings, done = _openings(), 0
    places = [i for i, item in enumerate(lexemes) if item.kind in _FIGURES or item.lower in openings]
    noise = _without_words(lexemes)
    for at in places:
        number = _number_at(lexemes, at) if at >= done and not noise[at] else None
        if number is not None:
            found.append(number)
            done = number.last
    return found


def _without_words(lexemes: list[Lexeme]) -> bytearray:
    """Mark with 1 the lexemes that lie in long runs without a word: tables and noise."""
    marks = bytearray(len(lexemes))
    for found in _WITHOUT_WORD.finditer("".join([item.kind[0] for item in lexemes])):
        marks[found.start() : found.end()] = b"\x01" * len(found.group())
    return marks


@lru_cache(maxsize=1)
def _openings() -> frozenset[str]:
    """Return the words that can begin a number in words."""
    return frozenset({*words(), *WORDS["determiner_one"]})


def _number_at(lexemes: list[Lexeme], i: int) -> Number | None:
    kind = lexemes[i].kind
    if kind == "digits":
        return _digits(lexemes, i)
    if kind == "vulgar":
        value = unicodedata.numeric(lexemes[i].text)
        return _scaled(lexemes, Number(i, i + 1, value, "fraction"))
    if kind != "word" or (not role(lexemes, i) and lexemes[i].lower not in WORDS["determiner_one"]):
        return None
    return _worded(lexemes, i)


def _worded(lexemes: list[Lexeme], i: int) -> Number | None:
    """Return the number that words spell at ``i``; None for a word that only looks like one."""
    number = read_indefinite(lexemes, i) or read_fraction(lexemes, i)
    if number is not None:
        return number
    number = read_cardinal(lexemes, i)
    if number is not None:
        return read_ratio(lexemes, with_half(lexemes, with_lower_parts(lexemes, number)))
    vague = read_vague(lexemes, i)
    if vague is not None:
        return vague
    kind = role(lexemes, i)
    if kind == "both":
        return Number(i, i + 1, 2.0, "both")
    if kind == "fold":
        return Number(i, i + 1, value_of(lexemes, i), "fold")
    if kind == "zero":
        one = i + 2 if lower_at(lexemes, i + 1) == "-" else i + 1  # "no one", "no-one"
        return Number(i, one + 1 if lower_at(lexemes, one) == "one" else i + 1, 0.0, "zero")
    return None


def _digits(lexemes: list[Lexeme], i: int) -> Number | None:
    text = figures(lexemes[i])
    if text.count(".") > 1 or len(text) > _LONGEST_NUMBER:
        return None
    value = float(text)
    if lower_at(lexemes, i - 1) == "." and adjoins(lexemes, i) and not _ends_word(lexemes, i - 1) and "." not in text:
        return _scaled(lexemes, Number(i - 1, i + 1, float("0." + text), "digits"))
    value, after = with_point(lexemes, value, i + 1)
    number = with_fraction(lexemes, Number(i, after, value, "digits"))
    if number.form == "digits":
        number = _with_exponent(lexemes, with_half(lexemes, _decimal_comma(lexemes, number)))
    return read_ratio(lexemes, with_half(lexemes, _scaled(lexemes, number)))


def _ends_word(lexemes: list[Lexeme], i: int) -> bool:
    return adjoins(lexemes, i) and lexemes[i - 1].kind != "symbol"


def _decimal_comma(lexemes: list[Lexeme], number: Number) -> Number:
    """Read a decimal comma: one or two figures after it, and then a scale word ("1,5 million")."""
    at = number.last
    if lower_at(lexemes, at) != "," or not (adjoins(lexemes, at) and adjoins(lexemes, at + 1)):
        return number
    if at + 1 >= len(lexemes) or not lexemes[at + 1].text.isdecimal() or len(lexemes[at + 1].text) > _DECIMALS:
        return number
    scale = at + 2 + (lower_at(lexemes, at + 2) in HYPHENS and adjoins(lexemes, at + 3))
    if role(lexemes, scale) != "scale" or number.value is None or number.value != int(number.value):
        return number
    return replace(number, last=at + 2, value=float(f"{int(number.value)}.{lexemes[at + 1].text}"))


def _with_exponent(lexemes: list[Lexeme], number: Number) -> Number:
    """Return the number with a power of ten: "1.99×10−30", "3 x 10^8"."""
    at = number.last
    if lower_at(lexemes, at) not in TIMES or lower_at(lexemes, at + 1) != "10" or number.value is None:
        return number
    at += 2 + (lower_at(lexemes, at + 2) == "^")
    negative = lower_at(lexemes, at) in MINUSES
    at += negative
    power = lexemes[at].text if at < len(lexemes) and adjoins(lexemes, at) else ""
    if not power.isdecimal() or len(power) > _DIGITS_OF_POWER:
        return number
    value = tidy(number.value * 10.0 ** (-int(power) if negative else int(power)))
    return replace(number, last=at + 1, value=value)


def _scaled(lexemes: list[Lexeme], number: Number) -> Number:
    """Multiply by scale words ("5.6 million", "35 lakh crore", "1.8 billion-mile") or a suffix ("1.2bn")."""
    at, scale = number.last, 1.0
    while scale < LARGEST:
        hyphen = lower_at(lexemes, at) in HYPHENS and adjoins(lexemes, at) and adjoins(lexemes, at + 1)
        hyphen = hyphen or _is_spaced_sum(lexemes, number.first, at)
        kind = role(lexemes, at + hyphen)
        if kind not in {"hundred", "scale", "dozen"}:
            break
        scale *= value_of(lexemes, at + hyphen)
        at += 1 + hyphen
    at += scale == 1.0 and _is_apart(lexemes, number.first, at)
    if scale == 1.0 and _is_suffix(lexemes, at):
        scale, at = value_of(lexemes, at), at + 1
    if scale == 1.0 or number.value is None:
        return number
    return replace(number, last=at, value=tidy(number.value * scale), scale=scale)


def _is_apart(lexemes: list[Lexeme], first: int, at: int) -> bool:
    """True for the hyphen in a sum written "P750-M"."""
    hyphened = lower_at(lexemes, at) == "-" and adjoins(lexemes, at) and adjoins(lexemes, at + 1)
    capital = hyphened and lexemes[at + 1].text in get_args(_TightSuffix) and lexemes[at + 1].text.isupper()
    return capital and not adjoins(lexemes, at + 2) and money_before(lexemes, first) is not None


def _is_spaced_sum(lexemes: list[Lexeme], first: int, at: int) -> bool:
    """True for a hyphen between blanks in a sum: "100 - mln - dlr", "$3 - million"."""
    if lower_at(lexemes, at) not in HYPHENS or lower_at(lexemes, at + 1) not in WORDS["scale_of_money"]:
        return False
    if adjoins(lexemes, at) or adjoins(lexemes, at + 1):
        return False
    return money_before(lexemes, first) is not None or money_after(lexemes, at + 2) is not None


def in_metres(lexemes: list[Lexeme], number: Number) -> Number:
    """Undo the scale of an "m" that means metres ("80m deep", "a 100m sprint"), not million."""
    at = number.last - 1
    if number.value is None or at != number.first + 1 or lexemes[at].text != "m" or not adjoins(lexemes, at):
        return number
    count = number.value / value_of(lexemes, at)
    if lower_at(lexemes, number.last) not in CONTEXTS["metre_after"] or money_before(lexemes, number.first) is not None:
        return number
    return replace(number, last=at, value=tidy(count), scale=1.0)


def in_thousands(lexemes: list[Lexeme], number: Number) -> Number:
    """Read a dot before three figures as one of thousands where something is counted ("1.200 men").

    >>> from factx.measure.lexer import lex
    >>> [in_thousands(lexemes, find_numbers(lexemes)[0]).value for lexemes in map(lex, ("1.200 men", "1.205 miles"))]
    [1200.0, 1.205]
    """
    figures = lexemes[number.first].text
    if number.value is None or number.last - number.first != 1 or not DOTTED.fullmatch(figures):
        return number
    return replace(number, value=tidy(number.value * 1000)) if _counts_whole(lexemes, number, figures) else number


def _counts_whole(lexemes: list[Lexeme], number: Number, figures: str) -> bool:
    """True if persons follow, or behind a last 0 a plural that is no unit; not where means are told."""
    if CONTEXTS["tells_a_mean"] & {item.lower for item in lexemes[max(number.first - _REACH, 0) : number.first]}:
        return False
    if _is_told_of_harm(lexemes, number):
        return True
    for at in range(number.last, min(number.last + _REACH, len(lexemes))):
        word = lexemes[at].lower
        if lexemes[at].kind != "word" or word in CONTEXTS["tells_a_mean"] or unit_at(lexemes, at) is not None:
            return False
        if counts_persons(singular(word)):
            return rate_at(lexemes, at + 1) is None
        if figures.endswith("0") and word.endswith("s") and len(word) >= _SHORTEST_PLURAL:
            return rate_at(lexemes, at + 1) is None
    return False


def _is_told_of_harm(lexemes: list[Lexeme], number: Number) -> bool:
    """True behind "killed", before "dead" or "were hurt", and in a toll: those are of persons."""
    at = number.last
    while lower_at(lexemes, at) in WORDS["auxiliary"]:
        at += 1
    around = (lower_at(lexemes, number.first - 1), lower_at(lexemes, at))
    if any(form in _HARM for word in around if word.isalpha() for form in (word, word[:-1], word[:-2])):
        return True
    led = lower_at(lexemes, number.first - 1) in WORDS["leads_to_age"]
    return led and not WORDS["toll"].isdisjoint(
        item.lower for item in lexemes[max(number.first - 2 * _REACH, 0) : number.first]
    )


def _is_suffix(lexemes: list[Lexeme], i: int) -> bool:
    """True if lexeme ``i`` is a suffix that multiplies the number before it ("bn", "m")."""
    if role(lexemes, i) != "suffix" or _begins_name(lexemes, i):
        return False
    return adjoins(lexemes, i) if lexemes[i].text in get_args(_TightSuffix) else len(lexemes[i].text) > 1


def _begins_name(lexemes: list[Lexeme], i: int) -> bool:
    """True for "Mill" of "14 Mill Lane": a word with a capital, and another right behind it."""
    following = lexemes[i + 1].text if i + 1 < len(lexemes) else ""
    return len(lexemes[i].text) > 1 and lexemes[i].text.istitle() and following.istitle() and following.isalpha()


def tidy(value: float) -> float:
    """Round a product to what a float holds exactly: 1.1 * 1e6 is 1100000."""
    return float(f"{value:.15g}")
