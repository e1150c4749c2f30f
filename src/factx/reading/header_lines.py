"""The lines at the top of a news page: which of them are header lines, and what each states.

1. A line states something if every part of it (parts are set apart by ``|`` or ``•``) is a web
   address, a full date, a keyed value (``Source: Andes Wire``), a by-line or a place.
2. The header ends with the last such line that has at most two others before it (title, deck), or
   a few more (captions) if it calls the day that of publication.
3. A short capitalised line beside a dated line or by-line is a paper's name, or the story's place.
4. An unread first line above header lines is the title.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

from factx.base import lexicon
from factx.reading.date_spellings import ANY_YEAR, without_update
from factx.reading.paper_lines import is_paper, papers_and_dates, without_page
from factx.reading.publication_date import LONGEST_DATE, day_of, has_clock
from factx.reading.sentence_ends import ends_sentence

LineKind = Literal["published", "updated", "author", "url", "title", "publisher", "dateline", "language"]
Statement = tuple[LineKind, str]
"""What a header line states: a field of the header, and its value."""

_WORDS = lexicon.classes("reading/header_words")
_TIME_WORDS = lexicon.classes("base/time_words")
_KINDS: dict[str, LineKind] = {kind: kind for kind in get_args(LineKind)}
_KEYS = {word: _KINDS[key] for word, key in lexicon.table("reading/header_keys", "word", "key").items()}
_DATE_WORDS = _WORDS["date"].union(
    *(_TIME_WORDS[name] for name in ("month", "month_or_name", "month_short", "weekday", "weekday_short", "zone"))
)
_ROLE_WORDS = _WORDS["publication"] | _WORDS["update"]

HEAD_LINES = 12
"""Lines looked at: title, deck, by-line, place, two dates, source, address, and a few to spare."""
LONGEST_HEADER_LINE = 160
"""Characters: the longest header lines are decks of two lines of print; longer ones are paragraphs."""
_LONGEST_LOOKED_AT = 2 * LONGEST_HEADER_LINE
"""Characters of a line with the blanks before and behind it: one that is cut off stays too long for a header."""
_MOST_ABOVE, _MOST_ABOVE_PUBLISHED = 2, 5
"""Lines of no header that may stand between two of it, or above the first: title, deck; caption, credit, topic."""
_LONGEST_BY_LINE = 100
"""Characters: four names with their agencies; a sentence that begins with "By" is longer."""
_MOST_NAME_WORDS = 12
"""Words of a by-line after "By": four names of three words."""
_LONGEST_PLACE = 50
"""Characters of a place line: town, region and country."""

_LINE = re.compile(r"[^\r\n]+")
_PARTS = re.compile(r"(?<![ \t])[ \t]++[|•·][ \t]+|(?<=\S)\|[ \t]*(?=\S)")
_KEY_LINE = re.compile(r"(?P<word>[A-Za-z]{2,12})[ \t]?:[ \t]+(?P<value>\S.*)")
_NEXT_KEY = re.compile(rf"(?<!\s)\s+(?:{'|'.join(sorted(_WORDS['beside'], key=len, reverse=True))}):\s", re.IGNORECASE)
"""Where another key begins in the line, whose value says nothing of the article."""
ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_BY_LINE = re.compile(r"(?:by|BY|By)[ \t]+(?P<author>\S.*)")
_DEBATE = re.compile(
    r"(?i:(?:vol(?:ume|\.)? ?\d+[A-Z]?[:,]? )?debated on )(?P<on>\S.*)|H[CL] Deb (?P<deb>\d\d? [A-Z]\w+ \d{4})\b.{0,40}"
)
_OF_EVENT = re.compile(r"(?:dates?\b[ \t:]{0,3})?\d\d? ?[-–] ?\d\d? [A-Za-z]{3}", re.IGNORECASE)
"""The days on which something went on ("Date 2–6 June 2021"): no day of publication."""
_NAME_WORD = re.compile(r"[A-Z][\w.'’\-]*,?|" + "|".join(sorted(_WORDS["name_word"])))
_DATE_WORD = re.compile(r"[A-Za-z][A-Za-z.]*|\d+")
_ISO_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d[\d:.]{0,12}(?:Z|[+-]\d\d:?\d\d)?")
_PLACE = re.compile(r"[A-Z][\w.'’\-]*(?:,?[ ](?:[A-Z][\w.'’\-]*|" + "|".join(sorted(_WORDS["place_word"])) + r")){0,5}")
_PLACE_AND_DATE = re.compile(r"(?P<place>[^,\d]{2,40}(?:,[^,\d]{2,30})?),[ ]+(?P<date>\S.*)")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the page, stripped, with its offsets in the text and what it states."""

    start: int
    end: int
    text: str
    states: tuple[Statement, ...] = ()


def header_lines(first: Iterable[Line]) -> list[Line]:
    """The lines of the header with what they state, those that state nothing among them; [] without one.

    ``first`` are the first lines of the text.

    >>> page = "Two Held After Raid\\n2017.03.22\\nJakarta\\nPolice in Jakarta arrested two men."
    >>> [line.states for line in header_lines(first_lines(page))]
    [(), (('published', '2017.03.22'),), (('dateline', 'Jakarta'),)]
    """
    stated = ((line, statements(line.text)) for line in first)
    lines = [replace(line, states=tuple(found)) if found else line for line, found in stated]
    return _with_places(_up_to_body(lines), lines)


def first_lines(text: str, aside: Sequence[tuple[int, int]] = (), most: int = HEAD_LINES) -> Iterator[Line]:
    """Yield the first lines that are not blank, long ones cut off.

    Lines in the ranges ``aside``, no part of the story, are passed over if they state nothing.
    """
    count = 0
    for match in _LINE.finditer(text):
        line = match.group()[:_LONGEST_LOOKED_AT]
        if text_of_line := line.strip()[: LONGEST_HEADER_LINE + 1]:
            start = match.start() + len(line) - len(line.lstrip())
            found = Line(start, start + len(text_of_line), text_of_line)
            if _is_aside(found, aside) and not statements(found.text):
                continue
            yield found
            count += 1
        if count == most:
            return


def _is_aside(line: Line, aside: Sequence[tuple[int, int]]) -> bool:
    at = bisect_right(aside, (line.start, sys.maxsize)) - 1
    return at >= 0 and line.start < aside[at][1]


def statements(line: str) -> list[Statement]:
    """What a line states if each of its parts states something or is a place, or [].

    >>> statements("Accra | 4 May 2020 | By Maria Santos")
    [('dateline', 'Accra'), ('published', '4 May 2020'), ('author', 'Maria Santos')]
    >>> statements("Source: Andes Wire| 2020-05-04 10:33:20|Editor: ZX")
    [('publisher', 'Andes Wire'), ('published', '2020-05-04 10:33:20')]
    """
    if len(line) > LONGEST_HEADER_LINE:
        return []
    parts = _PARTS.split(line)
    read = [(part, found) for part in parts if (found := _of_part(part)) or not _is_beside(part)]
    if not any(found for _, found in read) or not all(found or _is_place(part) for part, found in read):
        return []
    return [pair for part, found in read for pair in found or [("publisher" if is_paper(part) else "dateline", part)]]


def _is_beside(part: str) -> bool:
    """True for a key with a value that says nothing of the article ("Editor: Joe Ray", "Views: 340")."""
    match = _KEY_LINE.fullmatch(part)
    return match is not None and match["word"].lower() in _WORDS["beside"] and len(part) <= _LONGEST_PLACE


def _of_part(part: str) -> list[Statement]:
    """What one part of a header line states, or [].

    >>> _of_part("Updated at 4:10 p.m. ET on 2018-05-03"), _of_part("June 4, 2002; Page A01")
    ([('updated', 'at 4:10 p.m. ET on 2018-05-03')], [('published', 'June 4, 2002')])
    """
    if ADDRESS.fullmatch(part):
        return [("url", part)]
    for read in (_dated, _debated, _keyed, _by_line):
        if (found := read(part)) is not None:
            return [found]
    if (unpaged := without_page(part)) != part and (dated := _dated(unpaged)):
        return [dated]
    return _paper_and_date(part) or _place_and_date(part)


def _dated(part: str) -> Statement | None:
    """The date of a line of nothing but a full date, perhaps with time and ``Updated``/``Published``."""
    if len(part) > LONGEST_DATE or not ANY_YEAR.search(part):
        return None
    if _ISO_INSTANT.fullmatch(part):
        return "published", part
    if _OF_EVENT.match(part):
        return None
    words = [(match.start(), match.group().lower().rstrip(".")) for match in _DATE_WORD.finditer(part)]
    if not all(word.isdecimal() or word in _DATE_WORDS or word in _ROLE_WORDS for _, word in words):
        return None
    begin = next((start for start, word in words if word not in _ROLE_WORDS), len(part))
    of_day = without_update(part.lower())
    is_update = any(word in _WORDS["update"] for start, word in words if start < len(of_day))
    return ("updated" if is_update else "published", part[begin:]) if day_of(part[begin:]) else None


def _debated(part: str) -> Statement | None:
    """The day of a debate as parliaments print it above: "Volume 696: debated on Friday 4 June 2021"."""
    found = _DEBATE.fullmatch(part)
    return _dated(found["on"] or found["deb"]) if found else None


def _keyed(part: str) -> Statement | None:
    """The value after a known key (``Source: Andes Wire``), or None."""
    match = _KEY_LINE.fullmatch(part)
    key = _KEYS.get(match["word"].lower()) if match else None
    return (key, _NEXT_KEY.split(match["value"], maxsplit=1)[0].strip()) if match and key else None


def _by_line(part: str) -> Statement | None:
    """The author after "By": name words only, no sentence, no date ("By March, 2019")."""
    match = _BY_LINE.fullmatch(part)
    if not match or len(part) > _LONGEST_BY_LINE or part[-1] in ".?!:":
        return None
    words = match["author"].split()
    named = all(_NAME_WORD.fullmatch(word) for word in words) and words[0][:1].isupper()
    is_date = words[0].endswith(",") and words[0].strip(",.").lower() in _DATE_WORDS
    return ("author", match["author"]) if named and not is_date and len(words) <= _MOST_NAME_WORDS else None


def _paper_and_date(part: str) -> list[Statement]:
    """Publisher and date of ``Juba Monitor (South Sudan) - April 21, 2015``, or [].

    Old papers print a full stop behind the day.
    """
    found = ((name, _dated(rest.removesuffix("."))) for name, rest in papers_and_dates(part))
    return next(([("publisher", name), date] for name, date in found if date), [])


def _place_and_date(part: str) -> list[Statement]:
    """Place and date of ``Lima, Peru, 4 May 2020``, author and date of ``By Ana Roe, 4 May 2020``, or []."""
    match = _PLACE_AND_DATE.fullmatch(part)
    if match and _is_place(match["place"]) and (date := _dated(match["date"])):
        return [_by_line(match["place"]) or ("dateline", match["place"]), date]
    return []


def _is_place(part: str) -> bool:
    return len(part) <= _LONGEST_PLACE and _PLACE.fullmatch(part) is not None


def _up_to_body(lines: list[Line]) -> list[Line]:
    """The lines up to the one after the last header line that has at most two others before it."""
    end = 0
    for index, line in enumerate(lines):
        is_sure = _says_published(line) or _has_hour(line, lines[end:index])
        if line.states and index - end <= (_MOST_ABOVE_PUBLISHED if is_sure else _MOST_ABOVE):
            end = index + 1
    return lines[: end + 1] if end else []


def _says_published(line: Line) -> bool:
    """True for a day of publication that is called so ("Published On 4 May 2020")."""
    word = line.text.split(maxsplit=1)[0].rstrip(":").lower()
    return word in _WORDS["publication"] and any(kind == "published" for kind, _ in line.states)


def _has_hour(line: Line, above: Sequence[Line]) -> bool:
    """True for a day with its hour below a line that ends no sentence: no line of a story or chronology."""
    dated = any(kind == "published" for kind, _ in line.states) and has_clock(line.text)
    return dated and not (above and ends_sentence(above[-1].text))


def _with_places(lines: list[Line], first: list[Line]) -> list[Line]:
    """Read capitalised lines beside a dated line or by-line as a paper's name, the first else as a place.

    The line after the header, which can be that place, is cut off if it is not.
    """
    placed = list(lines)
    for index, line in enumerate(lines):
        beside = lines[max(index - 1, 0) : index] + lines[index + 1 : index + 2]
        dated = any(kind in ("published", "updated", "author") for other in beside for kind, _ in other.states)
        if index and dated and not line.states:
            placed[index] = replace(line, states=_named(line.text, placed, first[index + 1 :]))
    if placed and not placed[-1].states:
        placed.pop()
    return placed


def _named(text: str, lines: list[Line], below: Sequence[Line]) -> tuple[Statement, ...]:
    """What a line beside a date or by-line says if it is a name.

    It is a paper's, an author's above the paper's ("Ann Li", "BBC News, Lagos"), or a place's if
    none is known.
    """
    if is_paper(text):
        return (("publisher", text),)
    if text.lower() in _ROLE_WORDS:
        return ()
    if below and is_paper(below[0].text.partition(",")[0]) and _is_place(text):
        return (("author", text),)
    known = any(kind == "dateline" for line in lines for kind, _ in line.states)
    return (("dateline", text),) if not known and _is_place(text) else ()


def _is_first(line: Line) -> bool:
    """True for the day on which a story came out first ("First published on", "Originally published")."""
    return line.text.split(maxsplit=1)[0].lower() in _WORDS["first"]


def stated_fields(lines: list[Line]) -> dict[str, str]:
    """The first value of each field that header lines state; an unread first line is the title.

    Of several days the one counts that is called the first.
    """
    fields: dict[str, str] = {}
    for line in lines:
        for kind, value in line.states:
            if kind == "published" and _is_first(line):
                fields[kind] = value
            fields.setdefault(kind, value)
    if lines and not lines[0].states:
        fields.setdefault("title", lines[0].text)
    return fields
