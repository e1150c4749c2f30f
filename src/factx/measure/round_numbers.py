"""Numbers in words that are round or vague: "half a million", "another dozen", "tens of thousands"."""

from __future__ import annotations

from dataclasses import replace

from factx.measure.lexer import WORD_HYPHENS, Lexeme, lower_at
from factx.measure.number_words import HUNDRED, Number, continuation, role, scale_after, value_of, words
from factx.measure.words import WORDS


def read_indefinite(lexemes: list[Lexeme], i: int) -> Number | None:
    """Return the number of "a hundred", "half a million", "three quarters of a million"; or None.

    >>> from factx.measure.lexer import lex
    >>> read_indefinite(lex("two-thirds of a billion"), 0).value, read_indefinite(lex("a quarter million"), 0).value
    (666666666.6666666, 250000.0)
    """
    if lower_at(lexemes, i) in {"a", "an"} and role(lexemes, i + 1) in {"hundred", "scale", "dozen"}:
        return with_half(lexemes, _article_scale(lexemes, i))
    if role(lexemes, i) in {"hundred", "scale", "dozen"} and _is_one_more(lexemes, i):
        return with_half(lexemes, replace(_article_scale(lexemes, i - 1), first=i))
    part, count = _counted_part(lexemes, i)
    if role(lexemes, part) != "part" or not 0 < count < value_of(lexemes, part):
        return None
    at = part + 1
    if lower_at(lexemes, at) == "of":
        at += 1
    elif lower_at(lexemes, part) not in WORDS["part_before_scale"]:
        return None
    at += lower_at(lexemes, at) in WORD_HYPHENS
    at += lower_at(lexemes, at) in WORDS["indefinite"]
    at += lower_at(lexemes, at) in WORD_HYPHENS
    if role(lexemes, at) in {"hundred", "scale", "dozen"} and lower_at(lexemes, at - 1) != "of":
        factor = value_of(lexemes, at)
        return Number(i, at + 1, count * factor / value_of(lexemes, part), "words", scale=factor)
    return None


def _is_one_more(lexemes: list[Lexeme], i: int) -> bool:
    """True for "another million", "a further dozen"."""
    before = lower_at(lexemes, i - 1)
    opened = lower_at(lexemes, i - 2) in WORDS["indefinite"] and before in WORDS["before_scale"]
    return opened or before in WORDS["another"]


def _counted_part(lexemes: list[Lexeme], i: int) -> tuple[int, float]:
    """Return where the part of "a third", "three quarters" would be, and how many of them there are."""
    if role(lexemes, i) == "unit":
        return i + 1 + (lower_at(lexemes, i + 1) in WORD_HYPHENS), value_of(lexemes, i)
    return i + (lower_at(lexemes, i) in WORDS["indefinite"]), 1.0


def _article_scale(lexemes: list[Lexeme], i: int) -> Number:
    factor, at = value_of(lexemes, i + 1), i + 2
    value, scale = factor, factor
    while (step := scale_after(lexemes, at)) is not None:
        value, scale, at = value * step[0], step[0], step[1]
    if role(lexemes, i + 1) == "hundred" and lower_at(lexemes, at) == "and":
        more = continuation(lexemes, at, HUNDRED)
        if more is not None:
            return Number(i, more[1], value + more[0], "words")
    return Number(i, at, value, "words", scale=scale)


def read_vague(lexemes: list[Lexeme], i: int) -> Number | None:
    """Return the number of "dozens", "hundreds of thousands", "several hundred", "a few"; or None."""
    kind = role(lexemes, i)
    if kind == "plural":
        return _plural(lexemes, i)
    start = i
    if lower_at(lexemes, i) in WORDS["determiner_one"] - {"an"} and lower_at(lexemes, i + 1) in WORDS["few"]:
        i += 1
    elif lower_at(lexemes, i) != "several":
        return None
    low, at = value_of(lexemes, i), i + 1
    of = lower_at(lexemes, at) == "of"
    step = scale_after(lexemes, at + of)
    if step is not None:
        return Number(start, step[1], None, "vague", low=low * step[0], scale=step[0])
    return Number(start, at, None, "vague", low=low)


def _plural(lexemes: list[Lexeme], i: int) -> Number | None:
    low, at, scale = value_of(lexemes, i), i + 1, value_of(lexemes, i) / 2
    while lower_at(lexemes, at) == "of" and role(lexemes, at + 1) == "plural":
        factor = value_of(lexemes, at + 1) / 2
        low, scale, at = low * factor, scale * factor, at + 2
    if lexemes[i].lower == "tens" and at == i + 1:
        return None
    return Number(i, at, None, "vague", low=low, scale=scale)


def with_half(lexemes: list[Lexeme], number: Number) -> Number:
    """Add a following "and a half" and its scale: "two and a half million", "one-and-a-half"."""
    at = number.last
    hyphen = 1 if lower_at(lexemes, at) == "-" else 0
    pattern = [lower_at(lexemes, at + hyphen + k * (1 + hyphen)) for k in range(3)]
    if number.value is None or pattern[0] != "and" or pattern[1] not in WORDS["half_count"]:
        return number
    if pattern[2] not in WORDS["part_of_half"]:
        return number
    last = at + hyphen + 2 * (1 + hyphen) + 1
    count = 3.0 if pattern[1] == "three" else 1.0
    value = number.value + number.scale * count / words()[pattern[2]][1]
    step = scale_after(lexemes, last)
    if step is not None and number.scale == 1:
        return replace(number, last=step[1], value=value * step[0], scale=step[0])
    return replace(number, last=last, value=value)
