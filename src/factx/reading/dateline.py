"""The agency dateline that opens a story (``HAVANA (Reuters) - ``) and the credits that close it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from factx.base import lexicon

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DATE = rf"(?:{_MONTH}[ ]\d{{1,2}}(?:,?[ ]\d{{4}})?|\d{{1,2}}[ ]{_MONTH}(?:[ ]\d{{4}})?|\d{{4}}[-.]\d\d[-.]\d\d)"
_WORD = r"[^\W\d_][\w.'’\-]{0,24}"
_CAPITALS = r"[A-Z][A-Z.'’\-]{1,24}"

_NOTE = re.compile(
    r"\({1,2}[^()\n]{0,300}\b(?:corrects?|corrected|story|adds|fixes|refiles|removes)\b[^()\n]{0,300}\){1,2}[ \t]*",
    re.IGNORECASE,
)
_INLINE_BY = re.compile(rf"By[ ](?P<author>{_WORD}(?:[ ,]{{1,2}}{_WORD}){{1,8}}?)[ ]+(?={_CAPITALS}[ ,(]|\()")

_WITH_AGENCY = re.compile(
    rf"""
    (?P<place>{_WORD}(?:(?:[ ]|,[ ]|/){_WORD}){{0,6}}?)?   # WASHINGTON; BEIRUT, Lebanon; Tokyo/Seoul
    (?:,?[ ]+(?P<date>{_DATE}))?                          # , March 3
    [ ]*\((?P<agency>[A-Za-z/ .]{{2,30}})\)               # (Reuters)
    [ ]*(?P<dash>[-–—]{{1,3}}|:)?[ \t]*                   # -
    """,
    re.VERBOSE,
)
_WITHOUT_AGENCY = re.compile(
    rf"""
    (?P<place>{_CAPITALS}(?:[ ]{_CAPITALS}){{0,4}}(?:,[ ]{_WORD}(?:[ ]{_WORD})?)?)   # NEW DELHI; BEIRUT, Lebanon
    (?:(?:,[ ]+|[ ]+[-–—][ ]+(?={_DATE}:))(?P<date>{_DATE}))?    # , March 3; - 25 July 2022 (before a colon)
    (?:[ ]+[-–—]{{1,3}}[ ]+|:[ ]+(?=[“"A-Z]))             # — or, as Indian papers do, a colon
    """,
    re.VERBOSE,
)
_CREDITS = re.compile(
    r"""
    [(\[]?[ ]?(?:Additional[ ]|With[ ])?
    (?:reporting|writing|editing|compiled)(?:[ ]and[ ](?:writing|editing))?
    [ ]by[ ][^\n]{2,300}\Z
    """,
    re.VERBOSE | re.IGNORECASE,
)
_CLOSING_CHARS = 400


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline with its offsets in the article's text; ``date`` is as written."""

    start: int
    end: int
    place: str | None = None
    date: str | None = None
    agency: str | None = None
    author: str | None = None


def find_dateline(line: str, offset: int = 0) -> Dateline | None:
    """The dateline that opens ``line``; ``offset`` is where the line begins in the article's text.

    >>> find_dateline("KUALA LUMPUR, March 3 (Xinhua) -- Police held nine people.")
    Dateline(start=0, end=34, place='KUALA LUMPUR', date='March 3', agency='Xinhua', author=None)
    >>> find_dateline("The minister (Labour) said so.") is None
    True
    """
    begin = match.end() if (match := _NOTE.match(line)) else 0
    by = _INLINE_BY.match(line, begin)
    begin = by.end() if by else begin
    found = _with_agency(line, begin) or _without_agency(line, begin)
    if not found:
        return Dateline(offset, offset + begin) if begin else None
    groups = found.groupdict()
    return Dateline(
        offset,
        offset + found.end(),
        place=groups["place"],
        date=groups["date"],
        agency=groups.get("agency"),
        author=by["author"] if by else None,
    )


def _with_agency(line: str, begin: int) -> re.Match[str] | None:
    match = _WITH_AGENCY.match(line, begin)
    if not match or (match["place"] and not match["place"][0].isupper()):
        return None
    known = match["agency"] in _agencies()
    return match if known or (match["dash"] and (match["place"] or "").isupper()) else None


def _without_agency(line: str, begin: int) -> re.Match[str] | None:
    match = _WITHOUT_AGENCY.match(line, begin)
    if not match or match["place"].lower() in _labels():
        return None
    return None if line[match.end() :].isupper() else match  # in a text of capitals they tell nothing


def credits_span(text: str) -> tuple[int, int] | None:
    """Where the closing credits stand, ``(Reporting by …; Editing by …)``; None where there are none.

    >>> credits_span("Four were hurt. (Reporting by Ann Li; Editing by Joe Ray)")
    (16, 57)
    """
    tail = max(len(text) - _CLOSING_CHARS, 0)
    match = _CREDITS.search(text, tail)
    return match.span() if match else None


@lru_cache(maxsize=1)
def _agencies() -> frozenset[str]:
    return frozenset(row["name"] for row in lexicon.read("reading/agencies"))


@lru_cache(maxsize=1)
def _labels() -> frozenset[str]:
    """Words in capitals before a dash or colon that are no place: BREAKING, UPDATE."""
    return frozenset(row["word"] for row in lexicon.read("reading/story_labels"))
