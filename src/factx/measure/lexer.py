"""Text → lexemes: digits, words, vulgar fractions, symbols and line ends, with their characters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from factx.base import footnote_marks, grouped_figures

_LEXEME = re.compile(
    r"""
    (?=[\S\n]) (?:                                                                   # a blank is not tried out
    (?P<plain> [^\W\d_¼½¾⅐-⅞]{1,60}+ (?=\s) )                                       # most words; nothing else fits
  | (?P<noise> \S{200,}+                                                             # no prose, no numbers
      | (?:https?://|www\.)\S+ | [A-Za-z0-9._+-]{1,64}+@\S+ )                        # addresses
  | (?P<digits> [0-9]{1,3} (?:[,\u00a0\u202f][0-9]{3}){1,7} (?![0-9]) (?:\.[0-9]+)?  # 1,250,000.5
      | [0-9]{1,2} (?:,[0-9]{2}){1,7},[0-9]{3} (?![0-9]) (?:\.[0-9]+)?              # 1,50,000
      | [0-9]+ (?:\.[0-9]+)* )                                                      # 12.5, and codes such as 5.2.1
  | (?P<vulgar> [¼½¾⅐-⅞] )
  | (?P<word> [^\W\d_¼½¾⅐-⅞]+ )
  | (?P<line> \n\s* )
  | (?P<symbol> (?P<sign>[^\w\s]) (?P=sign)* | _+ | \d+ | \w )                      # a run of one sign is one lexeme
    )
    """,
    re.VERBOSE,
)


Kind = Literal["digits", "word", "vulgar", "line", "symbol"]
_KINDS: dict[str, Kind] = {"digits": "digits", "vulgar": "vulgar", "word": "word", "plain": "word", "line": "line"}
"""The kind of each named group of the expression; every other group is a symbol."""

WORD_HYPHENS = frozenset({"-", "‑"})
"""What joins the parts of a compound ("twenty-two", "square-mile")."""
HYPHENS = WORD_HYPHENS | {"–"}
"""What joins a number with its unit: the en dash is often written for a hyphen there ("40–mile")."""
MINUSES = frozenset({"-", "−", "–"})
RANGE_DASHES = HYPHENS | {"—", "--"}


@dataclass(slots=True)
class Lexeme:
    """One lexeme: its characters ``start`` to ``end``, its text, the text in lower case, its kind."""

    start: int
    end: int
    text: str
    lower: str
    kind: Kind


def lex(text: str) -> list[Lexeme]:
    """Return the lexemes of a text in order: no blanks, and a lexeme per line end.

    >>> [(item.text, item.kind) for item in lex("US$1.2bn, 1,50,000")]
    [('US', 'word'), ('$', 'symbol'), ('1.2', 'digits'), ('bn', 'word'), (',', 'symbol'), ('1,50,000', 'digits')]
    """
    return _read_otherwise(text, [_lexeme(match) for match in _LEXEME.finditer(text)])


def _lexeme(match: re.Match[str]) -> Lexeme:
    piece = match.group()
    start, end = match.span()
    return Lexeme(start, end, piece, piece.lower(), _KINDS.get(match.lastgroup or "", "symbol"))


def _read_otherwise(text: str, lexemes: list[Lexeme]) -> list[Lexeme]:
    """Leave out footnote marks, and make one lexeme, with commas, of figures grouped otherwise.

    >>> [item.text for item in lex("12 345 men[3] and 1.250.000 birds² in 2 km²")]
    ['12,345', 'men', 'and', '1,250,000', 'birds', 'in', '2', 'km²']
    """
    spans = [(start, end, "") for start, end in footnote_marks(text)]
    spans = sorted([*spans, *grouped_figures(text)])
    if not spans:
        return lexemes
    kept: list[Lexeme] = []
    at = 0
    for item in lexemes:
        while at < len(spans) and spans[at][1] <= item.start:
            at += 1
        start, end, figures = spans[at] if at < len(spans) else (len(text), len(text), "")
        if item.end <= start:
            kept.append(item)
        elif figures and (not kept or kept[-1].end <= start):
            kept.append(Lexeme(start, end, figures, figures, "digits"))
        elif not figures and item.start < start:
            kept.append(
                Lexeme(item.start, start, text[item.start : start], text[item.start : start].lower(), item.kind)
            )
    return kept


def adjoins(lexemes: list[Lexeme], i: int) -> bool:
    """True if lexeme ``i`` follows the one before it with no blank between them."""
    return 0 < i < len(lexemes) and lexemes[i - 1].end == lexemes[i].start


def lower_at(lexemes: list[Lexeme], i: int) -> str:
    """Return lexeme ``i`` in lower case; the empty string outside the text."""
    return lexemes[i].lower if 0 <= i < len(lexemes) else ""


def figures(lexeme: Lexeme) -> str:
    """Return the text of a lexeme of digits without what separates thousands.

    >>> figures(lex("1,50,000.5")[0])
    '150000.5'
    """
    return lexeme.text.replace(",", "").replace("\u00a0", "").replace("\u202f", "")
