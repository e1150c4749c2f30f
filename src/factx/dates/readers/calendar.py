"""Readers of calendar dates: days, months, years, decades, centuries, quarters, seasons, holidays."""

from __future__ import annotations

from datetime import date

from factx.dates import days
from factx.dates.anchor import Setting
from factx.dates.holidays import holiday as holiday_day
from factx.dates.nearest_date import nearest_day, nearest_day_of_month, nearest_month
from factx.dates.pieces import Chunk, Lexeme, Reading

_MONTH_FIRST = frozenset({"USA", "PHL", "FSM", "PLW", "MHL", "PRI", "GUM"})
_SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def calendar_day(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """A day written in full: "March 3, 2021"."""
    return _on(days.day(chunk.figure("year"), chunk.figure("month"), chunk.figure("day")))


def _on(found: date | None, basis: str = "explicit") -> Reading | None:
    if found is None:
        return None
    return Reading("DATE", found.isoformat(), "publication" if basis == "publication" else "explicit", found)


def month_day(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """A day without a year: the nearest one that tense and weekday allow; empty without a publication date."""
    month, number = chunk.figure("month"), chunk.figure("day")
    if days.day(2000, month, number) is None:
        return None
    if setting.published is None:
        return Reading("DATE", f"XXXX-{month:02}-{number:02}", None)
    return _on(nearest_day(month, number, setting.published, setting.tense, _weekday(chunk)), "publication")


def _weekday(chunk: Chunk) -> int | None:
    first = chunk.part("weekday")
    return int(str(first.value)) if isinstance(first, Lexeme) and isinstance(first.value, int) else None


def weekday_the_day(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """ "Friday the 13th": the nearest such day."""
    if setting.published is None:
        return Reading("DATE", None, None)
    found = nearest_day_of_month(chunk.figure("day"), chunk.figure("weekday"), setting.published)
    return _on(found, "publication") or Reading("DATE", None, None)


def figures(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """A date in figures, month first for the United States and where only that is a date; else day first."""
    value = chunk.value("date")
    if not isinstance(value, tuple) or len(value) != 3:
        return None
    first, second, year = value
    year = year if year > 99 else 2000 + year if year < 70 else 1900 + year
    readings = [found for found in (days.day(year, first, second), days.day(year, second, first)) if found]
    dotted = "." in chunk.leaves().__next__().text
    if len(readings) == 2 and (dotted or setting.country not in _MONTH_FIRST):
        readings.reverse()
    if len(readings) == 2 and setting.country is None and setting.published is not None and not dotted:
        readings.sort(key=lambda found: abs((found - (setting.published or found)).days))
    return _on(readings[0]) if readings else None


def iso_date(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """A date year first: "2020-04-23"."""
    value = chunk.value("date")
    return _on(days.day(*value)) if isinstance(value, tuple) and len(value) == 3 else None


def instant(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """An ISO date with a time: "2020-04-23 14:55"."""
    value = chunk.value("date")
    if not isinstance(value, tuple) or len(value) < 5 or value[3] > 24 or value[4] > 59:
        return None
    found = days.day(*value[:3])
    if found is None:
        return None
    clock = ":".join(f"{part:02}" for part in value[3:6])
    return Reading("TIME", f"{found.isoformat()}T{clock}", "explicit", found)


def nine_eleven(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """The attacks of 11 September 2001 by their name; other figures by a slash are no dates."""
    return _on(date(2001, 9, 11)) if chunk.value("date") == (9, 11) else None


def slashed_day(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """A day and a month in figures, where a weekday or a range shows that they are one: "from 10/25 to 11/7"."""
    value = chunk.value("date")
    if not isinstance(value, tuple) or setting.published is None:
        return None
    first, second = value
    day_first = first > 12 or (second <= 12 and setting.country is not None and setting.country not in _MONTH_FIRST)
    month, number = (second, first) if day_first else (first, second)
    if days.day(2000, month, number) is None:
        return None
    return _on(nearest_day(month, number, setting.published, setting.tense), "publication")


def month_year(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """A month of a year: "April 2016"."""
    return Reading("DATE", f"{chunk.figure('year'):04}-{chunk.figure('month'):02}")


def iso_month(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """A month in figures: "2015-12"."""
    value = chunk.value("date")
    if not isinstance(value, tuple) or not 1500 <= value[0] < 2100:
        return None
    return Reading("DATE", f"{value[0]:04}-{value[1]:02}")


def month(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """A bare month: the most recent one, or the next one where the words look ahead."""
    number = chunk.figure("month")
    if setting.published is None:
        return Reading("DATE", f"XXXX-{number:02}", None)
    year = nearest_month(number, setting.published, setting.tense)
    return Reading("DATE", f"{year:04}-{number:02}", "publication")


def year(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """A year: "2013", "fiscal year 2015", "FY19"."""
    number = chunk.figure("year")
    number = number + 2000 if number < 100 else number
    return Reading("DATE", f"{number:04}")


def year_pair(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """Two years by a slash or dash: "2002/03"."""
    value = chunk.value("years")
    if not isinstance(value, tuple):
        return None
    first, last = value[0], value[0] // 100 * 100 + value[1]
    return Reading("DATE", f"{first}/{last}") if first < last else None


def decade(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """A decade: "the 1970s" is 197."""
    number = chunk.figure("decade")
    hundred = chunk.number("hundred")
    if hundred is not None:
        number += hundred * 100
    elif number < 100:
        number += 2000 if number < 20 else 1900
    return Reading("DATE", f"{number // 10:03}")


def century(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """A century: "the 21st century" is 20."""
    number = chunk.figure("number")
    return Reading("DATE", f"{number - 1:02}") if 0 < number <= 30 else None


def year_part(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """A quarter or half of a year: "Q3 2019", "the first quarter" (the most recent one that has begun)."""
    code = part_code(chunk)
    number = chunk.number("year")
    if code is None:
        return None
    if number is not None:
        return Reading("DATE", f"{number:04}-{code}")
    if setting.published is None:
        return Reading("DATE", f"XXXX-{code}", None)
    begins = (int(code[1]) - 1) * (3 if code[0] == "Q" else 6) + 1
    ahead = begins > setting.published.month and setting.tense != "future"
    return Reading("DATE", f"{setting.published.year - ahead:04}-{code}", "publication")


def part_code(chunk: Chunk) -> str | None:
    """The quarter or half that a chunk names: "Q3", "H1"; None where there is no such part."""
    part, number = chunk.part("part"), chunk.number("number")
    if not isinstance(part, Lexeme):
        return None
    if part.cls == "quarter_code":
        return str(part.value)
    if number is None or number > (4 if part.cls == "quarter" else 2):
        return None
    return f"{'Q' if part.cls == 'quarter' else 'H'}{number}"


def season(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """A season of a year, or the one that the words point at: "last summer"."""
    code, number = str(chunk.value("season")), chunk.number("year")
    if number is not None:
        return Reading("DATE", f"{number:04}-{code}")
    if setting.published is None:
        return Reading("DATE", f"XXXX-{code}", None)
    return Reading("DATE", f"{_season_year(code, chunk, setting):04}-{code}", "publication")


def _season_year(code: str, chunk: Chunk, setting: Setting) -> int:
    today = setting.published or date.min
    direction = chunk.part("direction")
    begun = today.month >= _SEASON_MONTH[code]
    running = code == "WI" and today.month < 3
    pointing = direction.cls if direction is not None else "future" if setting.tense == "future" else "recent"
    if pointing in {"next", "coming", "future"}:
        return today.year + (begun and pointing == "next")
    if pointing in {"last", "past", "previous"}:
        over = today.month > _SEASON_MONTH[code] + 2 or running
        return today.year - (not over)
    if pointing in {"this", "current"}:
        return today.year - running
    return today.year - (not begun)


def holiday(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """A named day in the given year, or the nearest one; empty where its day depends on an unknown country."""
    name, number = str(chunk.value("holiday")), chunk.number("year")
    if number is not None:
        return _on(holiday_day(name, number, setting.country)) or Reading("DATE", f"{number:04}")
    if setting.published is None:
        return Reading("DATE", None, None)
    found = [holiday_day(name, setting.published.year + offset, setting.country) for offset in (-1, 0, 1)]
    choices = [day for day in found if day is not None]
    if not choices:
        return None
    return _on(_nearest_holiday(choices, chunk, setting), "publication")


def _nearest_holiday(choices: list[date], chunk: Chunk, setting: Setting) -> date:
    today = setting.published or date.min
    direction = chunk.part("direction")
    pointing = direction.cls if direction is not None else ""
    past = max((day for day in choices if day < today), default=choices[0])
    ahead = min((day for day in choices if day > today), default=choices[-1])
    if pointing in {"last", "past", "previous"}:
        return past
    if pointing in {"next", "coming", "following"} or (setting.tense == "future" and today not in choices):
        return ahead
    return min(choices, key=lambda day: (abs((day - today).days) + 60 * (day > today), day))
