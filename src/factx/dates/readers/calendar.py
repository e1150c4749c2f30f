"""Readers of calendar dates: days, months, years, decades, centuries, quarters, seasons."""

from __future__ import annotations

from datetime import date

from factx.dates import days
from factx.dates.anchor import Anchor
from factx.dates.date_order import is_day_first, writes_day_first
from factx.dates.nearest_date import nearest_day, nearest_day_of_month, nearest_month
from factx.dates.pieces import Chunk, Lexeme
from factx.dates.timex import UNRESOLVED, Timex, on_day
from factx.dates.word_classes import BACK, CURRENT

_DATE_FIGURES = 3  # day, month, year
_WITH_CLOCK = 5  # year, month, day, hour, minute
_LAST_HOUR, _LAST_MINUTE = 24, 59
_TWO_DIGITS = 100  # a year or decade below this lacks its century
_LAST_SHORT_YEAR, _LAST_SHORT_DECADE = 69, 19
"""Up to these, two figures are of this century ("3/4/69", "the 10s"); above, of the last one."""
_FIRST_ISO_YEAR, _LAST_ISO_YEAR = 1500, 2099
"""Other figures before a hyphen and a month are a code."""
_LAST_CENTURY = 30  # the last of which a day is in the calendar
_QUARTERS, _HALVES = 4, 2
_NINE_ELEVEN = (9, 11)
_SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_SPRING = _SEASON_MONTH["SP"]
_SEASON_AHEAD = frozenset({"next", "coming"})


def calendar_day(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve a day written in full: "March 3, 2021"."""
    return on_day(days.day(chunk.figure("year"), chunk.figure("month"), chunk.figure("day")))


def month_day(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve a day without a year to the nearest that tense and weekday allow.

    Without a publication date its year is XXXX.
    """
    month, number = chunk.figure("month"), chunk.figure("day")
    if not days.is_day_of_year(month, number):
        return None
    if anchor.published is None:
        return Timex("DATE", f"XXXX-{month:02}-{number:02}", None)
    return on_day(nearest_day(month, number, anchor.published, anchor.tense, _weekday(chunk)), "publication")


def _weekday(chunk: Chunk) -> int | None:
    value = chunk.value("weekday")
    return value if isinstance(value, int) else None


def weekday_the_day(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve "Friday the 13th" to the nearest such day."""
    if anchor.published is None:
        return UNRESOLVED
    found = nearest_day_of_month(chunk.figure("day"), chunk.figure("weekday"), anchor.published)
    return on_day(found, "publication") or UNRESOLVED


def figures(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve a date in figures: "03/04/2021"."""
    if len(chunk.figures("date")) != _DATE_FIGURES:
        return None
    first, second, year = chunk.figures("date")
    if year < _TWO_DIGITS:
        year += 2000 if year <= _LAST_SHORT_YEAR else 1900
    month_first, day_first = days.day(year, first, second), days.day(year, second, first)
    if month_first is None or day_first is None:
        return on_day(month_first or day_first)
    dotted = "." in next(chunk.leaves()).text
    return on_day(day_first if dotted or is_day_first(month_first, day_first, anchor) else month_first)


def iso_date(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve a date year first: "2020-04-23"."""
    value = chunk.figures("date")
    return on_day(days.day(*value)) if len(value) == _DATE_FIGURES else None


def instant(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve an ISO date with a time: "2020-04-23 14:55"."""
    value = chunk.figures("date")
    if len(value) < _WITH_CLOCK:
        return None
    year, month, number, hour, minute, *_ = value
    found = days.day(year, month, number)
    if found is None or hour > _LAST_HOUR or minute > _LAST_MINUTE:
        return None
    clock = ":".join(f"{part:02}" for part in value[3:6])
    return Timex("TIME", f"{found.isoformat()}T{clock}", "explicit", found)


def nine_eleven(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve the attacks of 11 September 2001 by their name; other figures by a slash are no dates."""
    return on_day(date(2001, *_NINE_ELEVEN)) if chunk.figures("date") == _NINE_ELEVEN else None


def slashed_day(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve day and month in figures after "on", beside a weekday or in a range: "from 10/25 to 11/7"."""
    if chunk.figures("date") == _NINE_ELEVEN or anchor.published is None:
        return nine_eleven(chunk, inside, anchor)
    first, second = chunk.figures("date")
    day_first = first > days.MONTHS or (second <= days.MONTHS and writes_day_first(anchor) is True)
    month, number = (second, first) if day_first else (first, second)
    if not days.is_day_of_year(month, number):
        return None
    return on_day(nearest_day(month, number, anchor.published, anchor.tense), "publication")


def month_year(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve a month of a year: "April 2016"."""
    return Timex("DATE", f"{chunk.figure('year'):04}-{chunk.figure('month'):02}")


def iso_month(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve a month in figures: "2015-12"."""
    value = chunk.figures("date")
    if not value or not _FIRST_ISO_YEAR <= value[0] <= _LAST_ISO_YEAR:
        return None
    return Timex("DATE", f"{value[0]:04}-{value[1]:02}")


def month(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve a bare month to the most recent one, or with future tense to the next."""
    number = chunk.figure("month")
    if anchor.published is None:
        return Timex("DATE", f"XXXX-{number:02}", None)
    year = nearest_month(number, anchor.published, anchor.tense)
    return Timex("DATE", f"{year:04}-{number:02}", "publication")


def year(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve a year: "2013", "fiscal year 2015", "FY19"."""
    number = chunk.figure("year")
    return Timex("DATE", f"{number + 2000 if number < _TWO_DIGITS else number:04}")


def year_pair(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve two years by a slash or dash: "2002/03"."""
    value = chunk.figures("years")
    if not value:
        return None
    first, last = value[0], value[0] // 100 * 100 + value[1]
    return Timex("DATE", f"{first}/{last}") if first < last else None


def decade(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve a decade: "the 1970s" is 197."""
    number, hundred = chunk.figure("decade"), chunk.number("hundred")
    if hundred is not None:
        number += hundred * 100
    elif number < _TWO_DIGITS:
        number += 2000 if number <= _LAST_SHORT_DECADE else 1900
    return Timex("DATE", f"{number // 10:03}")


def century(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve a century: "the 21st century" is 20."""
    number = chunk.figure("number")
    return Timex("DATE", f"{number - 1:02}") if 0 < number <= _LAST_CENTURY else None


def year_part(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve a quarter or half: "Q3 2019", "the first quarter" (the most recent one that has begun)."""
    code, number = part_code(chunk), chunk.number("year")
    if code is None:
        return None
    if number is not None:
        return Timex("DATE", f"{number:04}-{code}")
    if anchor.published is None:
        return Timex("DATE", f"XXXX-{code}", None)
    months = days.MONTHS // (_QUARTERS if code[0] == "Q" else _HALVES)
    begins = (int(code[1]) - 1) * months + 1
    not_begun = begins > anchor.published.month and anchor.tense != "future"
    return Timex("DATE", f"{anchor.published.year - not_begun:04}-{code}", "publication")


def part_code(chunk: Chunk) -> str | None:
    """The quarter or half that a chunk names, "Q3", "H1"; None if the year has no such part."""
    part, number = chunk.part("part"), chunk.number("number")
    if not isinstance(part, Lexeme):
        return None
    if part.cls == "quarter_code":
        return str(part.value)
    letter, most = ("Q", _QUARTERS) if part.cls == "quarter" else ("H", _HALVES)
    return f"{letter}{number}" if number is not None and number <= most else None


def season(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve a season of a year or a deictic one: "last summer"; "winter of 1996-97" began in 1996."""
    code = str(chunk.value("season"))
    number = chunk.figures("years")[0] if "years" in chunk.parts else chunk.number("year")
    if number is not None:
        return Timex("DATE", f"{number:04}-{code}")
    if anchor.published is None:
        return Timex("DATE", f"XXXX-{code}", None)
    return Timex(
        "DATE", f"{_season_year(code, chunk.cls_of('direction'), anchor.published, anchor):04}-{code}", "publication"
    )


def _season_year(code: str, pointing: str, today: date, anchor: Anchor) -> int:
    """The year of a season; a winter is named for the year in which it begins."""
    begun = today.month >= _SEASON_MONTH[code]
    running = code == "WI" and today.month < _SPRING
    if pointing in _SEASON_AHEAD or (not pointing and anchor.tense == "future"):
        return today.year + (begun and pointing == "next")
    if pointing in BACK:
        over = today.month > _SEASON_MONTH[code] + 2 or running
        return today.year - (not over)
    if pointing in CURRENT:
        return today.year - running
    return today.year - (not begun)
