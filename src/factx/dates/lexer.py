"""Text → lexemes: words, numbers and dates in figures, each with the class that the grammar knows it by.

A class is what a word can be in a time expression (``month``, ``weekday``, ``unit``, ``ordinal`` …); the words and
their classes are the lexicons ``time_words``, ``time_phrases`` and ``holidays``. Every class has one character, so a
text becomes a string of characters, and the rules of the grammar are regular expressions over it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from factx.base import lexicon
from factx.dates.number_words import merge_number_words
from factx.dates.pieces import Lexeme, Value

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
  | (?P<ordinal>    \d{1,3}(?:st|nd|rd|th)(?![^\W_]) )
  | (?P<fiscal_year> FY\s?['’]?(?:\d{4}|\d\d)(?!\d) )
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
_MARKS = {
    ",": "comma",
    ".": "dot",
    "-": "hyphen",
    "–": "dash",
    "—": "dash",
    "~": "dash",
    "/": "slash",
    "'": "quote",
    "’": "quote",
}
_MARKS |= {"(": "open", ")": "close"}
_NUMBERS = ((0, "zero"), (12, "number_12"), (23, "number_23"), (31, "number_31"), (59, "number_59"))


@dataclass(frozen=True, slots=True)
class _Words:
    capital: dict[str, tuple[str, Value]]
    lower: dict[str, tuple[str, Value]]
    phrases: dict[str, list[tuple[list[str], str, Value]]]


def lexemes(text: str) -> list[Lexeme]:
    """The lexemes of a text, number words read together.

    >>> [(item.text, item.cls) for item in lexemes("on May 3, twenty-one")]
    [('on', 'on'), ('May', 'month_or_name'), ('3', 'number_12'), (',', 'comma'), ('twenty-one', 'number_word')]
    """
    return merge_number_words(_join_phrases([_lexeme(found) for found in _SHAPES.finditer(text)], text), text)


def _lexeme(found: re.Match[str]) -> Lexeme:
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


_CAPITALISED_NAMES = frozenset({"weekday_short", "month_or_name"})


@lru_cache(maxsize=50_000)
def _word(piece: str) -> tuple[str, Value]:
    """The class and value of a word as written."""
    known = _words().lower if piece[0].islower() else _words().capital
    cls, value = known.get(piece.lower(), ("other", None))
    if cls in _CAPITALISED_NAMES and piece.isupper() and len(piece) == 3:
        cls = "other"
    return cls, value


def _number(start: int, end: int, piece: str) -> Lexeme:
    if piece.endswith("%"):
        return Lexeme(start, end, piece, "other")
    if not piece.isdigit() or not piece.isascii():
        plain = piece.replace(",", "")
        return Lexeme(start, end, piece, "decimal" if "." in plain else "number_big", _float(plain))
    if len(piece) == 4:
        return Lexeme(start, end, piece, "year" if "1000" <= piece <= "2199" else "four_digits", int(piece))
    if len(piece) > 4:
        return Lexeme(start, end, piece, "number_big", None)
    value = int(piece)
    return Lexeme(start, end, piece, next((cls for top, cls in _NUMBERS if value <= top), "number_big"), value)


def _float(plain: str) -> float | None:
    try:
        return float(plain) if len(plain) < 16 else None
    except ValueError:
        return None


def _figures(shape: str, piece: str) -> tuple[str, Value]:
    return shape, tuple(int(part) for part in re.findall(r"\d+", piece))


def _iso_month(shape: str, piece: str) -> tuple[str, Value]:
    first, second = (int(part) for part in re.findall(r"\d+", piece))
    return shape, (first, second) if first > 12 else (second, first)


def _decade(shape: str, piece: str) -> tuple[str, Value]:
    digits = "".join(char for char in piece if char.isdigit())
    return ("decade" if len(digits) == 4 else "short_decade"), int(digits)


def _last_digits(shape: str, piece: str) -> tuple[str, Value]:
    return shape, int("".join(char for char in piece if char.isdigit()))


def _ordinal(shape: str, piece: str) -> tuple[str, Value]:
    value = int(piece[:-2])
    return ("ordinal" if value <= 31 else "other"), value


def _code(shape: str, piece: str) -> tuple[str, Value]:
    letters = piece.upper()
    code = letters[::-1] if letters[0].isdigit() else letters
    return ("quarter_code" if code not in {"H3", "H4"} else "other"), code


def _mixed(shape: str, piece: str) -> tuple[str, Value]:
    whole = int(re.match(r"\d+", piece).group())  # type: ignore[union-attr]
    if piece[-1] in _FRACTIONS:
        return "decimal", whole + _FRACTIONS[piece[-1]]
    over, under = int(piece[-3]), int(piece[-1])
    return ("decimal", whole + over / under) if under else ("other", None)


_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}


def _meridiem(shape: str, piece: str) -> tuple[str, Value]:
    return shape, piece[0].lower()


def _as_text(shape: str, piece: str) -> tuple[str, Value]:
    return ("other" if shape in {"url", "run"} else shape), None


_READ = {
    "instant": _figures, "iso_date": _figures, "figures": _figures, "iso_month": _iso_month, "year_pair": _figures,
    "slashed": _figures, "clock": _figures, "decade": _decade, "ordinal": _ordinal, "fiscal_year": _last_digits,
    "quarter_code": _code, "mixed": _mixed, "meridiem": _meridiem,
}  # fmt: skip


def _join_phrases(items: list[Lexeme], text: str) -> list[Lexeme]:
    phrases = _words().phrases
    lower = [item.text.lower() for item in items]
    joined: list[Lexeme] = []
    done = 0
    for at in [at for at, word in enumerate(lower) if word in phrases]:
        length, cls, value = 1, "", None
        for words, phrase_class, phrase_value in phrases[lower[at]] if at >= done else ():
            size = len(words)
            if size > length and lower[at : at + size] == words and _near(items[at : at + size], text):
                length, cls, value = size, phrase_class, phrase_value
        if length > 1:
            start, end = items[at].start, items[at + length - 1].end
            joined += items[done:at]
            joined.append(Lexeme(start, end, text[start:end], cls, value))
            done = at + length
    return joined + items[done:]


def _near(items: list[Lexeme], text: str) -> bool:
    return all(right.start - left.end <= 1 for left, right in pairwise(items))


@lru_cache(maxsize=1)
def _words() -> _Words:
    capital: dict[str, tuple[str, Value]] = {}
    lower: dict[str, tuple[str, Value]] = {}
    for row in lexicon.read("base/time_words"):
        value = _value(row["value"])
        capital[row["word"]] = (row["class"], value)
        lower[row["word"]] = (row["lower_class"], value)
    phrases: dict[str, list[tuple[list[str], str, Value]]] = {}
    entries = [(row["phrase"], row["class"], row["value"]) for row in lexicon.read("dates/time_phrases")]
    entries += [(row["name"], "holiday", row["name"]) for row in lexicon.read("dates/holidays")]
    for phrase, cls, text_value in entries:
        words = [found.group() for found in _SHAPES.finditer(phrase)]
        if len(words) == 1:
            capital[phrase] = lower[phrase] = (cls, _value(text_value))
        phrases.setdefault(words[0], []).append((words, cls, _value(text_value)))
    return _Words(capital, lower, phrases)


def _value(cell: str) -> Value:
    if not cell:
        return None
    if cell.lstrip("-").isdigit():
        return int(cell)
    return float(cell) if cell.replace(".", "", 1).isdigit() else cell
