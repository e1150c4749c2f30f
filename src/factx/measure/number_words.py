"""Number words → values: "twenty-two", "two hundred and five thousand", "three point one"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from factx.base import lexicon
from factx.measure.lexer import WORD_HYPHENS, Lexeme, adjoins, lower_at
from factx.measure.words import WORDS

Form = Literal["digits", "words", "vague", "fraction", "both", "zero", "fold"]
"""How a number is written."""

_MOST_SPOKEN = 3
"""Figures that are spoken behind a point; more are a number of their own."""
LARGEST = 1e15
"""A million billion: nobody counts further, and no word multiplies what is greater."""
HUNDRED = 100
"""Above this scale "and" may open the next number: "between two million and five thousand"."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number in the text: the lexemes from ``first`` to ``last`` (exclusive).

    A vague number ("dozens") has no ``value``, only the least that it can be, ``low``. ``scale`` is the
    multiplier that the text spells out ("million"), 1 without one.
    """

    first: int
    last: int
    value: float | None
    form: Form
    low: float | None = None
    scale: float = 1.0


@lru_cache(maxsize=1)
def words() -> dict[str, tuple[str, float]]:
    """Return role and value of each number word: "twenty" is a ten, "bn" a suffix, "half" a part."""
    return {row["word"]: (row["role"], float(row["value"])) for row in lexicon.read("base/number_words")}


def role(lexemes: list[Lexeme], i: int) -> str:
    """Return the role of lexeme ``i`` in number words; the empty string for any other lexeme."""
    return words().get(lower_at(lexemes, i), ("", 0.0))[0]


def value_of(lexemes: list[Lexeme], i: int) -> float:
    """Return the value of the number word ``i``."""
    return words()[lexemes[i].lower][1]


def read_below_hundred(lexemes: list[Lexeme], i: int) -> tuple[float, int] | None:
    """Return value and next lexeme of "seven", "fifteen", "sixty-two" at ``i``, or None."""
    kind = role(lexemes, i)
    if kind in {"unit", "teen"}:
        return value_of(lexemes, i), i + 1
    if kind != "ten":
        return None
    after = i + 2 if lower_at(lexemes, i + 1) in WORD_HYPHENS else i + 1
    if role(lexemes, after) == "unit" and value_of(lexemes, after) > 0:
        return value_of(lexemes, i) + value_of(lexemes, after), after + 1
    return value_of(lexemes, i), i + 1


def read_cardinal(lexemes: list[Lexeme], i: int) -> Number | None:
    """Return the number that words spell from lexeme ``i`` on ("three hundred and five"), or None.

    >>> from factx.measure.lexer import lex
    >>> read_cardinal(lex("two hundred and five thousand men"), 0).value
    205000.0
    >>> read_cardinal(lex("between two hundred and five thousand men"), 1).value
    200.0
    """
    start = read_below_hundred(lexemes, i)
    if start is None:
        return None
    first, at = with_point(lexemes, *start)
    spelled = _Spelled(first)
    lower_end: Number | None = None
    while True:
        step = scale_after(lexemes, at) if spelled.value < LARGEST else None
        if step is not None:
            factor, at, kind = step
            spelled.multiply(factor, kind)
            continue
        following = continuation(lexemes, at, spelled.last) if spelled.goes_on else None
        if following is None:
            break
        if lower_at(lexemes, at) == "and" and scale_after(lexemes, following[1]) is not None:
            lower_end = spelled.number(i, at)
        more, at = following
        spelled.add(more)
    if lower_end is not None and lower_at(lexemes, i - 1) == "between" and lower_at(lexemes, at) != "and":
        return lower_end
    return spelled.number(i, at)


@dataclass(slots=True)
class _Spelled:
    """A number in words as far as it is read: the thousands that are complete, and what is behind them."""

    current: float
    total: float = 0.0
    scale: float = 1.0
    last: float = 0.0
    """The last scale word, 0 after a dozen: no smaller number follows one."""

    @property
    def value(self) -> float:
        return self.total + self.current

    @property
    def goes_on(self) -> bool:
        """True if smaller numbers may follow."""
        return self.last > 0 and self.current % HUNDRED == 0

    def multiply(self, factor: float, kind: str) -> None:
        if kind == "scale" and self.current:
            self.scale = factor if self.total == 0 else 1.0
            self.total, self.current = self.total + self.current * factor, 0.0
        elif kind == "scale":
            self.total, self.scale = self.total * factor, factor
        else:
            self.current, self.scale = (self.current or 1.0) * factor, factor
        self.last = 0.0 if kind == "dozen" else factor

    def add(self, more: float) -> None:
        self.current, self.scale = self.current + more, 1.0

    def number(self, first: int, last: int) -> Number:
        return Number(first, last, self.value, "words", scale=self.scale)


def with_lower_parts(lexemes: list[Lexeme], number: Number) -> Number:
    """Add what a comma parts from thousands and millions: "two thousand, three hundred and four men".

    >>> from factx.measure.lexer import lex
    >>> [with_lower_parts(words, read_cardinal(words, 0)).value
    ...  for words in map(lex, ("two thousand, three hundred men", "two thousand, three hundred of them men"))]
    [2300.0, 2000.0]
    """
    last = number.last
    if number.value is None or role(lexemes, last - 1) != "scale" or lower_at(lexemes, last) != ",":
        return number
    part = read_cardinal(lexemes, last + 1)
    if part is None or part.value is None or not HUNDRED <= part.value < value_of(lexemes, last - 1):
        return number
    if lower_at(lexemes, part.last) == "of":
        return number
    return with_lower_parts(lexemes, Number(number.first, part.last, number.value + part.value, "words"))


def with_point(lexemes: list[Lexeme], value: float, at: int) -> tuple[float, int]:
    """Return value and next lexeme with the figures behind a spoken point ("two point five").

    >>> from factx.measure.lexer import lex
    >>> with_point(lex("three point one four"), 3.0, 1)
    (3.14, 4)
    """
    if lower_at(lexemes, at) not in WORDS["decimal_point"]:
        return value, at
    end = at + 1
    while role(lexemes, end) == "unit":
        end += 1
    if value == 1 and lower_at(lexemes, at - 2) == "at" and not _opens_share(lexemes, end):
        return value, at  # "at one point two of the ferries"
    figures = "".join(f"{value_of(lexemes, i):.0f}" for i in range(at + 1, end))
    if not figures and end < len(lexemes) and lexemes[end].text.isdecimal() and len(lexemes[end].text) <= _MOST_SPOKEN:
        figures, end = lexemes[end].text, end + 1
    return (float(f"{value:.0f}.{figures}"), end) if figures and value == int(value) else (value, at)


def _opens_share(lexemes: list[Lexeme], i: int) -> bool:
    """True before "million" and "per cent", which only a number has."""
    return scale_after(lexemes, i) is not None or lower_at(lexemes, i) in WORDS["share_of_hundred"]


def scale_after(lexemes: list[Lexeme], i: int) -> tuple[float, int, str] | None:
    """Return factor, next lexeme and role of a scale word at ``i``, hyphened or not; or None."""
    at = i + 1 if lower_at(lexemes, i) in WORD_HYPHENS else i
    kind = role(lexemes, at)
    if kind in {"hundred", "scale", "dozen"}:
        return value_of(lexemes, at), at + 1, kind
    return None


def continuation(lexemes: list[Lexeme], i: int, last: float) -> tuple[float, int] | None:
    """Return value and next lexeme of "five", "and twenty-two" after a scale word, ``last``; or None.

    What has a scale of its own is another number: "between two hundred and three hundred".
    """
    at = i + _is_tied(lexemes, i)
    joined = lower_at(lexemes, at) == "and"
    at += joined
    more = read_below_hundred(lexemes, at + _is_tied(lexemes, at))
    if more is None:
        return None
    opens_next = scale_after(lexemes, more[1])
    if opens_next is not None and (joined if last > HUNDRED else opens_next[0] == HUNDRED):
        return None
    return more


def _is_tied(lexemes: list[Lexeme], i: int) -> bool:
    """True for a hyphen within a word ("two-hundred-and-five-strong")."""
    return lower_at(lexemes, i) in WORD_HYPHENS and adjoins(lexemes, i) and adjoins(lexemes, i + 1)
