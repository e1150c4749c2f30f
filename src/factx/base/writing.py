"""What is written among words and read as nothing else: footnote marks, figures grouped in threes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from factx.base import lexicon

_BLANKS = "\u00a0\u2007\u2008\u2009\u202f"
"""Blanks that keep a number together; an ordinary one may part two numbers."""
_MARK = re.compile(
    r"""
    (?= [0-9\[*†‡¹²³⁰⁴-⁹] ) (?:                               # no time is lost on letters
    (?<= [^\s\[(] ) (?: \[ (?: [0-9]{1,3} (?: \s?[,–-]\s?[0-9]{1,3} ){0,9} | (?:note|nb)\s[0-9]{1,2} ) \] )+
  | (?<= [^\s\[(] ) \[ [a-z][a-z ]{2,30} \?? \]                                  # people[citation needed]
  | (?: (?<= [^\W\d_]{3} ) | (?<= [0-9.,;:!?"”’')\]%] ) (?<! (?<![0-9])10 ) ) [¹²³⁰⁴-⁹]+ (?: ,[¹²³⁰⁴-⁹]+ )*   # word³
  | (?<= \S ) [†‡]
  | (?<= [0-9] ) \*{1,2} (?= \s | [.,;:)] )                                     # 41* people
  | (?: (?<= [a-z]{3}\. ) | (?<= [a-z]{2}\.["”’] ) ) [0-9]{1,3} (?: ,[0-9]{1,3} )* (?= \s+["“(]?[A-Z] | \s*\Z | \s*\n )
    )
    """,
    re.VERBOSE,
)
_WORD_BEFORE = re.compile(r"([^\W\d_]+)\.?[ ]?\Z")
_TEXTS = 2
"""Texts whose marks and figures are kept: several steps ask for those of the article being read."""
_LONGEST_WORD = 20
"""Characters back to the beginning of a word: abbreviations, months and names are shorter."""
_BEFORE = "|".join(
    (
        r"(?<![\w.,'’/+-])",
        r"(?<=[A-Za-z])(?=[0-9]{1,3}(?:\.[0-9]{3}){2})",  # Rp1.250.000
        r"(?<=\bR)|(?<=\bRs)|(?<=[Ss]h)",  # R34 000
        r"(?<=[0-9]-)",  # 10-12 000
    )
)
"""What may stand right before grouped figures."""
_APART = rf"(?:(?<![0-9][ {_BLANKS}])|(?<=[12][0-9]{{3}}[ ]))"
"""Before the figures: they may stand behind a year, but not behind a number, as in tables."""
_GROUPED = re.compile(
    rf"""
    (?= [1-9] ) (?: {_BEFORE} ) {_APART}
    [1-9][0-9]{{0,2}}
    (?: (?P<blank>[ {_BLANKS}'’])[0-9]{{3}} (?: (?P=blank)[0-9]{{3}} ){{0,6}} | (?: \.[0-9]{{3}} ){{2,6}}
      | \.[0-9]{{3}} (?=,[0-9]{{2}}(?![0-9])) )
    (?: [.,][0-9]{{1,2}} )? (?! [0-9] | [.,'’][0-9] | [ {_BLANKS}][0-9] )
    """,
    re.VERBOSE,
)
_TORN = re.compile(
    r"""
    (?= [0-9] ) (?:
    (?<! [0-9.,-] ) [1-9][0-9]{0,2} (?: ,[ ]000 ){1,3} (?! [0-9] | ,[ ]?[0-9] )            # Sh6, 000
  | (?<= [($€£] ) [0-9]{1,3} \.[ ] [0-9]{1,2} (?= [ ](?:million|billion|trillion)\b )     # (1. 38 billion
    )
    """,
    re.VERBOSE,
)
"""Figures with a blank too much behind their comma or point."""
_ADDRESS = re.compile(r"(?:1?[0-9]{1,2}|2[0-5][0-9])(?:\.(?:[01][0-9]{2}|2[0-5][0-9])){3}")
_SIZE_BEHIND = re.compile(r"-?[A-Za-z]")
"""What makes the last figures the size of each of what the first ones count."""
_DECIMALS = re.compile(r"[.,][0-9]{1,2}\Z")


@cache
def _words(name: str) -> frozenset[str]:
    return lexicon.classes("base/number_marks")[name]


@lru_cache(maxsize=_TEXTS)
def footnote_marks(text: str) -> tuple[tuple[int, int], ...]:
    """Return the characters of footnote marks behind words and numbers, in text order.

    >>> text = "It killed 113[3] people² and hurt 4.[5][6] Rain fell on 10 km²."
    >>> [text[start:end] for start, end in footnote_marks(text)]
    ['[3]', '²', '[5][6]']
    >>> footnote_marks("He kept 12[when?] goats[tame].")
    ((10, 17),)
    """
    return tuple(found.span() for found in _MARK.finditer(text) if _is_mark(text, found))


def _is_mark(text: str, found: re.Match[str]) -> bool:
    """True for a mark of a note; words in brackets are one if editors of an encyclopedia write them so."""
    said = found.group()[1:-1]
    if said[-1:].isalpha() or said.endswith("?"):
        return said in _words("note")
    return not _is_numbered(text, found)


def _is_numbered(text: str, mark: re.Match[str]) -> bool:
    """True for the number of "Sept.11", "vol.3"."""
    return mark.group()[0].isdecimal() and _word_before(text, mark.start()) in _words("numbered")


def _word_before(text: str, at: int) -> str:
    found = _WORD_BEFORE.search(text[max(at - _LONGEST_WORD, 0) : at])
    return "" if found is None else found.group(1).lower()


@lru_cache(maxsize=_TEXTS)
def grouped_figures(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return figures grouped or torn by blanks, apostrophes, dots: start, end, how they read with commas.

    >>> grouped_figures("They paid €12 345.50 to 1.250.000 men at 192.168.100.101.")
    ((11, 20, '12,345.50'), (24, 33, '1,250,000'))
    >>> grouped_figures("It cost €1.234,56, not 1.234 euros.")
    ((9, 17, '1,234.56'),)
    >>> grouped_figures("On May 12 345 men came, 34 000 left with Sh6, 000 each ($1. 38 billion).")
    ((24, 30, '34,000'), (43, 49, '6,000'), (57, 62, '1.38'))
    """
    torn = ((*found.span(), found.group().replace(" ", "")) for found in _TORN.finditer(text))
    return tuple(sorted([*_grouped(text), *torn]))


def _grouped(text: str) -> Iterator[tuple[int, int, str]]:
    for found in _GROUPED.finditer(text):
        figures = found.group()
        if found["blank"] == " " and not figures.endswith(" 000") and _are_two(text, found):
            continue
        if not _ADDRESS.fullmatch(figures) or figures.endswith(".000"):
            yield *found.span(), _with_commas(figures)


def _are_two(text: str, found: re.Match[str]) -> bool:
    """True if a blank parts two numbers: "On May 12 345 men", "500 155-mm shells".

    "A 12 500-seat hall" and "R12 345m" are one.
    """
    before = _word_before(text, found.start())
    is_sum = not text[: found.start()][-1:].isspace() and found.start() > 0
    sizes = not is_sum and bool(_SIZE_BEHIND.match(text, found.end())) and before not in _words("of_one")
    return sizes or before in _words("day_or_name")


def _with_commas(figures: str) -> str:
    """Return grouped figures with commas between the groups and a decimal point.

    >>> _with_commas("1.250.000,5"), _with_commas("12 345")
    ('1,250,000.5', '12,345')
    """
    tail = _DECIMALS.search(figures)
    whole, rest = (figures, "") if tail is None else (figures[: tail.start()], f".{tail.group()[1:]}")
    return re.sub(r"[^0-9]", ",", whole) + rest
