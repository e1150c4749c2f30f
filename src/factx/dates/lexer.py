"""Text → lexemes: words, numbers and dates in figures, each with the class that the grammar knows.

A class is what a word can be in a time expression (``month``, ``weekday``, ``unit`` …). The words
and their classes are the lexicons ``time_words``, ``time_phrases`` and ``holidays``; forms are
the named groups of one regular expression.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from factx.base import lexicon
from factx.dates.days import LONGEST_MONTH, MONTHS
from factx.dates.holidays import names_of_holidays
from factx.dates.number_words import merge_number_words
from factx.dates.pieces import Lexeme, Value
from factx.dates.word_classes import Mark, Shape

_SHAPES = re.compile(
    r"""
    (?=[\S\n]) (?:                                                # no time is lost on trying them all at a space,
    (?P<plain>      (?-i: (?![AFHPQWafhpqw]) [^\W\d_]+ ) )         # nor on words that begin like none of them
  | (?P<break>      \n+ )
  | (?P<run>        (?P<same>[^\w\s])(?P=same){2,} | (?:\d{1,4}[,./:-]){12,}\d* )                    # ------, 1,1,1,…
  | (?P<url>        (?:https?://|www\.)\S* )
  | (?P<other>      [$€£¥₹]\s?\d+(?:[.,]\d+)*[kmb]? )                                            # prices
  | (?P<instant>    (?<!\d)\d{4}-\d\d?-\d\d?[T\ ]\d\d?:\d\d(?::\d\d)?Z?(?!\d) )
  | (?P<iso_date>   \d{4}(?:-\d\d?-|/\d\d?/|\.\d\d?\.)\d\d?(?!\d) )
  | (?P<figures>    \d\d?(?:/\d\d?/(?:\d{4}|\d\d)(?![\d/])                                             # 03/04/2021
                        |-\d\d?-(?:\d{4}|\d\d)(?![\d-])
                        |\.\d\d?\.(?:\d{4}|\d\d)(?!\d|\.\d)) )                                           # 3.4.21
  | (?P<iso_month>  \d{4}-(?:0[1-9]|1[0-2])(?![\d-]) | (?:0[1-9]|1[0-2])[-/](?:19|20)\d\d(?![\d/-]) )
  | (?P<year_pair>  (?:1[5-9]|20)\d\d[/–-]\d\d(?![\d/–-]) )                                       # 2002/03, 2019–20
  | (?P<slashed>    \d\d?/\d\d?(?![\d/]) )                                                        # 9/11
  | (?P<clock>      (?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?!\d) | (?:0?\d|1[0-2])\.[0-5]\d(?=\s?[ap]\.?m\b)
                  | (?:[01]\d|2[0-3])\.[0-5]\d(?=\s(?:GMT|UTC|CET|local)\b) )
  | (?P<decade>     (?:1[0-9]|20)\d0\s?['’]?s(?![^\W_]) | ['’‘]\d0s(?![^\W_]) | \d0\s?['’]?s(?![^\W_]) )
  | (?P<short_year> (?<![\w'’‘])['’‘](?:[2-9]\d|0\d)(?![\w'’%]|[.,-]\d) )                                  # '96, '04
  | (?P<ordinal>    \d{1,3}(?:st|nd|rd|th)(?![^\W_]) )
  | (?P<fiscal_year> FY\s?['’]?(?:\d{4}(?:[/–-]\d\d(?!\d))?|\d\d)(?!\d) )
  | (?P<quarter_code> [QH][1-4](?![^\W_]) | [1-4]Q(?![^\W_]) )
  | (?P<mixed>      \d{1,3}(?:[-\ ]\d/\d(?![\d/])|[½¼¾]) )                                              # 4-1/2, 2½
  | (?P<number>     \d+(?:,\d{3}(?!\d)|\.\d+)*(?:\s?%)? )
  | (?P<meridiem>   (?:a\.\s?m\.?|p\.\s?m\.?|[ap]m)(?![^\W_]) )
  | (?P<word>       [^\W\d_]+ )
  | (?P<mark>       \S )
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_MARKS: dict[str, Mark] = {
    ",": "comma",
    ".": "dot",
    "-": "hyphen",
    "–": "dash",
    "—": "dash",
    "~": "dash",
    "/": "slash",
    "'": "quote",
    "’": "quote",
    "(": "open",
    ")": "close",
}
_NUMBERS = ((0, "zero"), (12, "number_12"), (23, "number_23"), (31, "number_31"), (59, "number_59"))
"""The largest number of each class: months and hours, hours, days, minutes."""
_YEAR_DIGITS = len("2021")
_LONGEST_FLOAT = 15
"""Characters of a number whose value matters; a longer one is no length of time."""
_LAST_SHORT_YEAR = 30
"""Two digits up to these are a year of this century."""
_ABBREVIATION = len("MAY")
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_NO_HALF_YEARS = frozenset({"H3", "H4"})
_CAPITALISED_NAMES = frozenset({"weekday_short", "month_or_name"})
"""Classes whose words of three capital letters are codes: MAY, SUN."""
Known = tuple[str, Value]
"""Class and value of a word."""


@dataclass(frozen=True, slots=True)
class _Words:
    """The lexicons: words as written with a capital or in lower case, and phrases by their first word."""

    capital: dict[str, Known]
    lower: dict[str, Known]
    phrases: dict[str, list[tuple[list[str], Known]]]


def lexemes(text: str) -> list[Lexeme]:
    """The lexemes of a text, number words read together.

    >>> [(item.text, item.cls) for item in lexemes("May 3, twenty-one")]
    [('May', 'month_or_name'), ('3', 'number_12'), (',', 'comma'), ('twenty-one', 'number_word')]
    """
    return merge_number_words(_join_phrases([_lexeme(found) for found in _SHAPES.finditer(text)], text), text)


def _lexeme(found: re.Match[str]) -> Lexeme:
    """The lexeme of a match, read by its shape."""
    shape, piece = found.lastgroup, found.group()
    start, end = found.span()
    if shape == "plain" or shape == "word":
        cls, value = _word(piece)
        return Lexeme(start, end, piece, cls, value)
    if shape == "number":
        return _number(start, end, piece)
    if shape == "mark":
        return Lexeme(start, end, piece, _MARKS.get(piece, "other"))
    return Lexeme(start, end, piece, *_READ.get(str(shape), _as_text)(str(shape), piece))


@lru_cache(maxsize=50_000)
def _word(piece: str) -> Known:
    """The class and value of a word as written."""
    known = _words().lower if piece[0].islower() else _words().capital
    cls, value = known.get(piece.lower(), ("other", None))
    if cls in _CAPITALISED_NAMES and piece.isupper() and len(piece) == _ABBREVIATION:
        cls = "other"
    return cls, value


def _number(start: int, end: int, piece: str) -> Lexeme:
    """A number by its size; percentages are no part of a time."""
    if piece.endswith("%"):
        return Lexeme(start, end, piece, "other")
    if not piece.isdecimal() or not piece.isascii():
        plain = piece.replace(",", "")
        return Lexeme(start, end, piece, "decimal" if "." in plain else "number_big", _float(plain))
    if len(piece) == _YEAR_DIGITS:
        return Lexeme(start, end, piece, "year" if "1000" <= piece <= "2199" else "four_digits", int(piece))
    if len(piece) > _YEAR_DIGITS:
        return Lexeme(start, end, piece, "number_big", None)
    value = int(piece)
    return Lexeme(start, end, piece, next((cls for top, cls in _NUMBERS if value <= top), "number_big"), value)


def _float(plain: str) -> float | None:
    """The value of a number, or None if it is too long to be one."""
    try:
        return float(plain) if len(plain) <= _LONGEST_FLOAT else None
    except ValueError:
        return None


def _figures(shape: str, piece: str) -> Known:
    return shape, tuple(int(part) for part in re.findall(r"\d+", piece))


def _iso_month(shape: str, piece: str) -> Known:
    """Year and month, whichever comes first ("2015-12", "12/2015")."""
    first, second = (int(part) for part in re.findall(r"\d+", piece))
    return shape, (first, second) if first > MONTHS else (second, first)


def _decade(shape: str, piece: str) -> Known:
    """A decade with its century ("1970s") or without ("80s")."""
    digits = "".join(char for char in piece if char.isdecimal())
    return ("decade" if len(digits) == _YEAR_DIGITS else "short_decade"), int(digits)


def _fiscal_year(shape: str, piece: str) -> Known:
    """A year, "FY2019", or two, "FY2019-20"."""
    years = tuple(int(digits) for digits in re.findall(r"\d+", piece))
    return (shape, years[0]) if len(years) == 1 else ("year_pair", years)


def _short_year(shape: str, piece: str) -> Known:
    """A year by its last two digits: "'96" of the last century, "'04" of this one."""
    digits = int(piece[1:])
    return shape, digits + (1900 if digits > _LAST_SHORT_YEAR else 2000)


def _ordinal(shape: str, piece: str) -> Known:
    """A number that can be a day or a century."""
    value = int(piece[:-2])
    return ("ordinal" if value <= LONGEST_MONTH else "other"), value


def _code(shape: str, piece: str) -> Known:
    """A quarter or half, "Q3" also for "3Q"."""
    letters = piece.upper()
    code = letters[::-1] if letters[0].isdecimal() else letters
    return ("quarter_code" if code not in _NO_HALF_YEARS else "other"), code


def _mixed(shape: str, piece: str) -> Known:
    """A number with a fraction: "2½", "4-1/2"."""
    whole = int(re.match(r"\d+", piece).group())  # type: ignore[union-attr]
    if piece[-1] in _FRACTIONS:
        return "decimal", whole + _FRACTIONS[piece[-1]]
    over, under = int(piece[-3]), int(piece[-1])
    return ("decimal", whole + over / under) if under else ("other", None)


def _meridiem(shape: str, piece: str) -> Known:
    return shape, piece[0].lower()


def _as_text(shape: str, piece: str) -> Known:
    return ("other" if shape in _UNREAD else shape), None


_UNREAD: frozenset[Shape] = frozenset({"url", "run"})
_READ = {
    "instant": _figures, "iso_date": _figures, "figures": _figures, "iso_month": _iso_month, "year_pair": _figures,
    "slashed": _figures, "clock": _figures, "decade": _decade, "short_year": _short_year, "ordinal": _ordinal,
    "fiscal_year": _fiscal_year, "quarter_code": _code, "mixed": _mixed, "meridiem": _meridiem,
}  # fmt: skip


def _join_phrases(items: list[Lexeme], text: str) -> list[Lexeme]:
    """The lexemes with the words of each phrase as one, the longest phrase first."""
    phrases = _words().phrases
    lower = [item.text.lower() for item in items]
    joined: list[Lexeme] = []
    done = 0
    for at in [at for at, word in enumerate(lower) if word in phrases]:
        phrase = _phrase_at(items, lower, at) if at >= done else None
        if phrase is not None:
            words, (cls, value) = phrase
            start, end = items[at].start, items[at + len(words) - 1].end
            joined += items[done:at]
            joined.append(Lexeme(start, end, text[start:end], cls, value))
            done = at + len(words)
    return joined + items[done:]


def _phrase_at(items: list[Lexeme], lower: list[str], at: int) -> tuple[list[str], Known] | None:
    """The longest phrase of several words that begins at a place, with its class and value, or None."""
    for words, known in _words().phrases[lower[at]]:
        end = at + len(words)
        if lower[at:end] == words and all(right.start - left.end <= 1 for left, right in pairwise(items[at:end])):
            return words, known
    return None


@lru_cache(maxsize=1)
def _words() -> _Words:
    """Words and phrases of the lexicons, with their classes as written."""
    capital: dict[str, Known] = {}
    lower: dict[str, Known] = {}
    for row in lexicon.read("base/time_words"):
        value = _value(row["value"])
        capital[row["word"]] = (row["class"], value)
        lower[row["word"]] = (row["lower_class"], value)
    entries = [(row["phrase"], row["class"], row["value"]) for row in lexicon.read("dates/time_phrases")]
    entries += [(name, "holiday", name) for name in names_of_holidays()]
    phrases: dict[str, list[tuple[list[str], Known]]] = {}
    for phrase, cls, written in entries:
        words, known = [found.group() for found in _SHAPES.finditer(phrase)], (cls, _value(written))
        if len(words) == 1:
            lower[phrase] = known
            if cls == "holiday":
                capital[phrase] = known
        else:
            phrases.setdefault(words[0], []).append((words, known))
    for group in phrases.values():
        group.sort(key=lambda entry: -len(entry[0]))
    return _Words(capital, lower, phrases)


def _value(cell: str) -> Value:
    """A cell as the number or text that it is."""
    if not cell:
        return None
    if cell.lstrip("-").isdecimal():
        return int(cell)
    return float(cell) if cell.replace(".", "", 1).isdecimal() else cell
