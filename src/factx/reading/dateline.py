"""The agency dateline that opens a story (``HAVANA (Reuters) - ``) and the credits that close it.

1. A note of the agency on a correction and an inline by-line before the dateline are part of it.
2. With brackets around the date, or beside it, or with its year: a place and a dash ("NAIROBI
   (6 May 2016) –", "Nairobi, 6 May 2016 –"); before brackets one in capitals needs no dash.
3. With an agency in brackets: a known agency, or a place in capitals and a dash.
4. Without: a place in capitals and a dash or colon, unless the word is a label (BREAKING) or the
   whole line is in capitals.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from factx.base import lexicon

_WORDS = lexicon.classes("reading/header_words")
_TIME_WORDS = lexicon.classes("base/time_words")
_AGENCIES = lexicon.words("reading/agencies", "name")
CLOSING_CHARS = 400
"""Where closing credits are looked for: they are one line, seldom over 250 characters."""


def _any_of(words: Iterable[str]) -> str:
    return "|".join(sorted(words))


_MONTHS = _TIME_WORDS["month"] | _TIME_WORDS["month_or_name"]
_MONTH = rf"(?:{_any_of({word[:3].title() for word in _MONTHS})})[a-z]{{0,6}}\.?"
_NUMBER = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = rf"(?:{_MONTH}[ ]{_NUMBER}(?:,?[ ]\d{{4}})?|{_NUMBER}[ ]{_MONTH}(?:[ ]\d{{4}})?|\d{{4}}[-.]\d\d[-.]\d\d)"
_FULL_DATE = rf"(?:{_MONTH}[ ]{_NUMBER},?[ ]\d{{4}}|{_NUMBER}[ ]{_MONTH},?[ ]\d{{4}})"
_SHORT_DATE = rf"(?P<date>{_NUMBER}[ ](?:{_any_of({word[:3].upper() for word in _MONTHS})})[ ]\d\d)"
_EXTRACT = r"\[[A-Z]{2,20}(?:[ ][A-Z]{2,20}){0,3}\]"
"""What a monitor of the press prints of an article: "[TEXT]", "[EXCERPTS]"."""
_WORD = r"[^\W\d_][\w.'’\-]{0,24}"
_CAPITALS = r"[A-Z][A-Z.'’\-]{1,24}"

_NOTE = re.compile(
    rf"\({{1,2}}[^()\n]{{0,300}}\b(?:{_any_of(_WORDS['correction'])})\b[^()\n]{{0,300}}\){{1,2}}[ \t]*",
    re.IGNORECASE,
)
_INLINE_BY = re.compile(rf"By[ ](?P<author>{_WORD}(?:[ ,]{{1,2}}{_WORD}){{1,8}}?)[ ]+(?={_CAPITALS}[ ,(]|\()")

_WITH_AGENCY = re.compile(
    rf"""
    (?P<place>{_WORD}(?:(?:[ ]|,[ ]|/){_WORD}){{0,6}}?)?   # WASHINGTON; BEIRUT, Lebanon; Tokyo/Seoul
    (?:,?[ ]+(?P<date>{_DATE}))?                          # , March 3
    [ ]*\((?P<agency>[A-Za-z/ .]{{2,30}})\)               # (Reuters)
    [ ]*(?P<dash>[-–—]{{1,3}}|_(?!\S)|:)?[ \t]*           # -; _, as agencies wrote once
    """,
    re.VERBOSE,
)
_DASH = r"[ ]*(?:[-–—]{1,3}|_(?!\S)|:)[ \t]*"
_WEEKDAY = rf"(?:{_any_of(word.title() for word in _TIME_WORDS['weekday'] | _TIME_WORDS['weekday_short'])})\.?"
_NAME = r"[A-Z][\w.'’\-]{0,24}"
_PLACE = rf"{_NAME}(?:(?:[ ]|,[ ]|/)(?:{_NAME}|[a-z]{{2,3}})){{0,6}}?"
_DAY = rf"(?:{_WEEKDAY},?[ ])?(?P<date>{_DATE})"
_NAMES = rf"{_NAME}(?:[ /]{_NAME}){{0,2}}(?:,[ ]{_NAME}(?:[ ]{_NAME})?)?"
_IN_CAPITALS = rf"{_CAPITALS}(?:[ ]{_CAPITALS}){{0,3}}(?:,[ ]{_NAME}(?:[ ]{_NAME})?)?"
_NO_PLACE = rf"(?:{_WEEKDAY}|{_MONTH}|{_any_of(word.title() for word in _WORDS['no_place'])})"
_IN_BRACKETS = tuple(
    re.compile(form, re.VERBOSE)
    for form in (
        # LIMA (AP, 6 May 2016) -
        rf"(?P<place>{_PLACE}),?[ ]*[(\[](?:(?!{_WEEKDAY},)(?P<agency>{_PLACE})[,;][ ])?{_DAY}[)\]]{_DASH}",
        rf"(?P<place>{_IN_CAPITALS})[ ]*[(\[]{_DAY}[)\]][ ]+(?=[“\"A-Z])",  # LIMA, Peru (6 May 2016) The
        # Lima, 6 May 2016 -
        rf"(?!{_NO_PLACE}\b)(?P<place>{_NAMES}),[ ](?P<date>{_FULL_DATE})[ ]+[-–—]+[ ]+(?=[“\"A-Z])",
        rf"[(\[](?P<place>{_PLACE}),[ ]{_DAY}[)\]]{_DASH}",  # (Lima, 6 May 2016) -
        rf"{_DAY}[ ]*[(\[](?P<place>{_PLACE})[)\]]{_DASH}",  # May 6, 2016 (LIMA) -
        rf"(?P<place>{_PLACE})[ ]*\((?P<agency>{_PLACE})\),?[ ]*{_DAY}{_DASH}",  # LIMA (AP) May 6, 2016 -
        # Lima, May 6.—The, as old papers print it
        rf"(?!{_NO_PLACE}\b)(?P<place>{_NAMES}),[ ]{_DAY}(?<=\d)\.[ ]?[-–—]{{1,2}}[ ]?(?=[“\"A-Z])",
        rf"(?P<place>{_IN_CAPITALS}),[ ]{_DAY}(?<=\d)\.[ ]+(?=[“\"A-Z])",  # LIMA, May 6. The
        # LIMA (PERU), 6 MAY 89 (AP) -- [TEXT] THE, as monitors of the press print it
        rf"(?P<place>{_IN_CAPITALS})(?:[ ]\({_IN_CAPITALS}\))?,[ ]{_SHORT_DATE}"
        rf"(?:[ ]\((?P<agency>[^()\n]{{2,60}})\))?[ ]+--[ ]+(?:{_EXTRACT}[ ]+)?",
    )
)
"""Datelines whose date stands in brackets, beside a place or agency in brackets, or with its year."""
_WITHOUT_AGENCY = re.compile(
    rf"""
    (?P<place>{_CAPITALS}(?:[ ]{_CAPITALS}){{0,4}}(?:,[ ]{_WORD}(?:[ ]{_WORD})?)?)   # NEW DELHI; BEIRUT, Lebanon
    (?:(?:,[ ]+|[ ]+[-–—][ ]+(?={_DATE}(?::|[ ]+[-–—])))(?P<date>{_DATE}))?    # , March 3; - 25 July 2022:
    (?:[ ]+[-–—]{{1,3}}[ ]+|:[ ]+(?=[“"A-Z]))             # — or, as Indian papers do, a colon
    """,
    re.VERBOSE,
)
_CREDIT = _any_of(_WORDS["credit"])
_CREDITS = re.compile(
    rf"""
    [(\[]?[ ]?(?:(?:{_any_of(_WORDS["credit_opening"])})[ ])?    # (Additional
    (?:{_CREDIT})(?:[ ]and[ ](?:{_CREDIT}))?                     # reporting and writing
    [ ]by[ ][^\n]{{2,300}}\Z                                     # by Ann Li)
    """,
    re.VERBOSE | re.IGNORECASE,
)


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
    """Find the dateline that opens ``line``, or None.

    ``offset`` is where the line begins in the article's text; it counts in what comes back.

    >>> find_dateline("KUALA LUMPUR, March 3 (Xinhua) -- Police held nine people.")
    Dateline(start=0, end=34, place='KUALA LUMPUR', date='March 3', agency='Xinhua', author=None)
    >>> find_dateline("The minister (Labour) said so.") is None
    True
    """
    begin = match.end() if (match := _NOTE.match(line)) else 0
    by = _INLINE_BY.match(line, begin)
    begin = by.end() if by else begin
    found = _with_date(line, begin) or _with_agency(line, begin) or _without_agency(line, begin)
    if not found:
        return Dateline(offset, offset + begin) if begin else None
    groups = found.groupdict()
    if groups["place"] in _AGENCIES:
        groups |= {"place": None, "agency": groups["place"]}
    return Dateline(
        offset,
        offset + found.end(),
        place=groups["place"],
        date=groups["date"],
        agency=groups.get("agency"),
        author=by["author"] if by else None,
    )


def _with_date(line: str, begin: int) -> re.Match[str] | None:
    """A dateline with brackets around its date, place or agency ("NAIROBI (6 May 2016) –")."""
    matches = (form.match(line, begin) for form in _IN_BRACKETS)
    return next((match for match in matches if match), None)


def _with_agency(line: str, begin: int) -> re.Match[str] | None:
    """A dateline with its agency in brackets ("Tokyo (Kyodo) --"); "The minister (Labour)" is not one."""
    match = _WITH_AGENCY.match(line, begin)
    if not match or (match["place"] and not match["place"][0].isupper()):
        return None
    known = match["agency"] in _AGENCIES or (match["date"] and match["dash"])
    return match if known or (match["dash"] and (match["place"] or "").isupper()) else None


def _without_agency(line: str, begin: int) -> re.Match[str] | None:
    """A place in capitals before a dash or colon ("NEW DELHI:"); "BREAKING -" is not one."""
    match = _WITHOUT_AGENCY.match(line, begin)
    if not match or match["place"].lower() in _WORDS["label"]:
        return None
    return None if line[match.end() :].isupper() else match  # in a text of capitals they mark no place


def credits_span(text: str) -> tuple[int, int] | None:
    """The range of the closing credits, ``(Reporting by …; Editing by …)``, or None.

    >>> credits_span("Four were hurt. (Reporting by Ann Li; Editing by Joe Ray)")
    (16, 57)
    """
    tail = max(len(text) - CLOSING_CHARS, 0)
    match = _CREDITS.search(text, tail) if " by " in text[tail:].lower() else None
    return match.span() if match else None


def is_credits(line: str) -> bool:
    """True for a line of nothing but credits, wherever it stands.

    >>> is_credits("Additional reporting by Ann Li in Oslo"), is_credits("Reporting by the press was barred.")
    (True, False)
    """
    if _CREDITS.match(line) is None:
        return False
    names = re.split(r" by ", line, maxsplit=1, flags=re.IGNORECASE)[-1]
    return names[:1].isupper()
