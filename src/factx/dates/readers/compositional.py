"""Readers of times within longer ones: "March of this year", "the 20th of next month", "the end of July"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from factx.dates import days
from factx.dates.anchor import Setting
from factx.dates.holidays import holiday
from factx.dates.pieces import Chunk, Lexeme, Reading
from factx.dates.readers.calendar import part_code, season
from factx.dates.readers.deictic import so_far, unit_from
from factx.dates.readers.duration import amount, period, shifted
from factx.dates.timex import first_day, interval, last_day

_MONTH = re.compile(r"\d{4}-\d\d")


def within_year(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """A month or day of a year pointed at: "March of this year", "9 May last year"."""
    outer = chunk.chunk("day") if "day" in chunk.parts else chunk.chunk("month")
    month = outer.figure("month")
    if inside is None or inside.value is None or len(inside.value) != 4:
        return Reading("DATE", None, None)
    if "day" not in chunk.parts:
        return Reading("DATE", f"{inside.value}-{month:02}", inside.basis)
    found = days.day(int(inside.value), month, outer.figure("day"))
    return replace(inside, value=found.isoformat(), day=found) if found is not None else None


def weekday_in_week(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """A weekday of a week pointed at: "Tuesday last week"."""
    number = chunk.chunk("weekday").figure("weekday")
    bounds = interval(inside.value) if inside is not None and inside.value else None
    if bounds is None or inside is None:
        return Reading("DATE", None, None)
    found = days.days_later(date.fromisoformat(bounds[0]), number - 1)
    return replace(inside, value=found.isoformat(), day=found) if found is not None else None


def day_in_month(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """ "The 20th of next month", "the 15th day of June"."""
    if inside is None or inside.value is None or len(inside.value) != 7 or inside.value.startswith("XXXX"):
        return Reading("DATE", None, None)
    year, month = inside.value.split("-")
    found = days.day(int(year), int(month), chunk.figure("number"))
    return replace(inside, value=found.isoformat(), day=found) if found is not None else None


def nth_weekday(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """ "The second Monday of May"."""
    if inside is None or inside.value is None or len(inside.value) != 7 or inside.value.startswith("XXXX"):
        return Reading("DATE", None, None)
    year, month = inside.value.split("-")
    number = -1 if "last" in chunk.parts else chunk.figure("number")
    found = days.nth_weekday(int(year), int(month), chunk.chunk("weekday").figure("weekday"), number)
    return replace(inside, value=found.isoformat(), day=found) if found is not None else None


def part_of_year(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """ "The first half of this year", "the second quarter of 2019", "the first quarter of the year"."""
    code = part_code(chunk.chunk("part"))
    if inside is None:
        year, basis = (f"{setting.published.year:04}" if setting.published else None), "publication"
    else:
        year, basis = inside.value, inside.basis or "explicit"
    if code is None or year is None or len(year) != 4:
        return None
    return Reading("DATE", f"{year}-{code}", "explicit" if basis == "explicit" else "publication")


def season_of_year(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """ "The summer of last year"."""
    plain = season(chunk.chunk("season"), None, setting)
    if plain is None or plain.value is None or inside is None or inside.value is None:
        return Reading("DATE", None, None)
    return replace(inside, value=f"{inside.value}-{plain.value[5:]}")


def nth_week(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """ "The first week of 2015": of a year the ISO week, of a month the nth Monday's week."""
    if inside is None or inside.value is None or inside.value.startswith("XXXX"):
        return Reading("DATE", None, None)
    number = -1 if "last" in chunk.parts else chunk.figure("number")
    year = int(inside.value[:4])
    if len(inside.value) == 4:
        weeks = date(year, 12, 28).isocalendar()[1]
        return replace(inside, value=f"{year:04}-W{(weeks if number < 0 else number):02}")
    found = days.nth_weekday(year, int(inside.value[5:7]), 1, number)
    return replace(inside, value=days.week(found)) if found is not None else None


def nth_month(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """ "The third month of 2021"."""
    number = chunk.figure("number")
    if inside is None or inside.value is None or len(inside.value) != 4 or not 1 <= number <= 12:
        return None
    return replace(inside, value=f"{inside.value}-{number:02}")


def span_of_year(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """ "The first three months of 2021": a length of time with the interval that it covers."""
    span = chunk.chunk("span")
    unit, number = str(span.value("unit")), amount(span.parts.get("amount", ()))
    whole = inside.value if inside is not None else f"{setting.published.year:04}" if setting.published else None
    bounds = interval(whole) if whole else None
    reading = Reading("DURATION", period(number, unit))
    if bounds is None or number is None or number % 1:
        return reading
    begin, end = first_day(bounds[0]), last_day(bounds[1])
    if begin is None or end is None:
        return reading
    from_end = any(item.cls in {"last", "final"} for item in span.leaves())
    if from_end:
        start = shifted(days.days_later(end, 1) or end, -number, unit)
        return replace(reading, first=start.isoformat() if start else None, last=end.isoformat())
    over = shifted(begin, number, unit)
    last = days.days_later(over, -1) if over is not None else None
    return replace(reading, first=begin.isoformat(), last=last.isoformat() if last else None)


def holiday_of_year(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """ "Christmas last year"."""
    if inside is None or inside.value is None or len(inside.value) != 4:
        return Reading("DATE", None, None)
    found = holiday(str(chunk.chunk("feast").value("holiday")), int(inside.value), setting.country)
    return Reading("DATE", found.isoformat() if found else None, inside.basis, found)


def week_of(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """ "The week of 17 May"."""
    if inside is None or inside.day is None:
        return Reading("DATE", None, None)
    return replace(inside, value=days.week(inside.day), day=None)


def phase(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """Early, mid, late, the end of a time: the value of the time itself; its interval ends or begins where they say."""
    if inside is None or inside.value is None or inside.type != "DATE":
        return inside
    bounds = interval(inside.value)
    words = {item.cls for item in chunk.items if isinstance(item, Lexeme)}
    if bounds is None:
        return inside
    if "earlier" in words and setting.published is not None and inside.basis == "publication":
        return so_far(inside, bounds, setting.published)
    if "rest" in words and setting.published is not None:
        last = last_day(bounds[1])
        return replace(inside, first=setting.published.isoformat(), last=last.isoformat() if last else None)
    if words & {"start", "end"}:
        first = first_day(bounds[0]) if "start" in words else last_day(bounds[1])
        exact = first.isoformat() if first is not None else None
        return replace(inside, first=exact, last=exact)
    if "mid" in words and _MONTH.fullmatch(inside.value):
        return replace(inside, first=f"{inside.value}-15", last=f"{inside.value}-15")
    return inside


def end_of_unit(chunk: Chunk, inside: Reading | None, setting: Setting) -> Reading | None:
    """ "The end of the year", "later in the month": the unit of the publication date."""
    if setting.published is None:
        return Reading("DATE", None, None)
    unit = str(chunk.value("unit"))
    start = setting.near_day if unit == "D" and setting.near_day is not None else setting.published
    found = unit_from(start, unit, 0)
    return phase(chunk, found, setting) if unit != "D" else found
