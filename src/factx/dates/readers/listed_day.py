"""Readers of days that share the month of another: "9 to 12 June", "May 3, 4 and 5"."""

from __future__ import annotations

from dataclasses import replace

from factx.dates import days
from factx.dates.adjacent_words import first_word
from factx.dates.anchor import Anchor
from factx.dates.nearest_date import nearest_day, nearest_day_of_month
from factx.dates.pieces import Chunk
from factx.dates.readers.deictic import weekday as read_weekday
from factx.dates.timex import UNRESOLVED, Timex, interval, on_day, with_day

_OF_LAST_WEEKEND = 2
"""Days of a week that belong to the weekend before it: a holiday on Monday or Tuesday."""
_NEAR = 45
"""Days from publication within which a weekday and a number are a day without its month."""


def day_before_range(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve the first day of "9 to 12 June": month and year as in the last, if it begins with a day."""
    later = chunk.chunk("day_month")
    if first_word(later).cls.startswith("month"):
        return day_after_range(chunk, inside, anchor)  # "May 30, 31 and June 1"
    return _in_month_of(later, later.number("year"), chunk, anchor)


def day_after_range(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve the last day of "May 3-5, 2019": month as in the first, in a list that of the day before it."""
    earlier = anchor.chunk_before()
    if earlier is None:
        return None
    year = chunk.chunk("year").number("year") if "year" in chunk.parts else None
    before = anchor.last_day
    if before is not None and earlier.number("month") in {None, before.month}:
        return on_day(days.day(year or before.year, before.month, chunk.figure("day")), "publication")
    return _in_month_of(earlier, year, chunk, anchor)


def weekday_and_number(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve "Monday 14" to the nearest such day, if there is one near publication, else the weekday."""
    named, published = chunk.chunk("weekday"), anchor.published
    if published is None:
        return UNRESOLVED
    found = nearest_day_of_month(chunk.figure("day"), named.figure("weekday"), published)
    too_late = found is not None and found > published and anchor.tense == "past"
    if found is None or too_late or abs((found - published).days) > _NEAR:
        return read_weekday(named, None, anchor)
    return on_day(found, "publication")


def eve(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve "the eve of Easter" to the day before it."""
    if inside is None or inside.day is None:
        return UNRESOLVED
    return with_day(inside, days.days_later(inside.day, -1))


def weekend_of(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve "Labor Day weekend" to the weekend that is nearest to the day; its interval has both."""
    near = days.days_later(inside.day, -_OF_LAST_WEEKEND) if inside is not None and inside.day is not None else None
    if inside is None or inside.day is None or near is None:
        return UNRESOLVED
    value = f"{days.week(near)}-WE"
    first, last = interval(value) or ("", "")
    day = inside.day.isoformat()
    return replace(inside, value=value, day=None, start_date=min(first, day), end_date=max(last, day))


def weekday_beside(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve "the Tuesday before Easter": the last such weekday before a day, or the first after it."""
    number = chunk.chunk("weekday").figure("weekday")
    if inside is None or inside.day is None:
        return UNRESOLVED
    if chunk.cls_of("side") == "after":
        return with_day(inside, days.weekday_after(inside.day, number))
    before = days.days_later(inside.day, -1)
    return with_day(inside, days.weekday_before(before, number) if before is not None else None)


def _in_month_of(other: Chunk, year: int | None, chunk: Chunk, anchor: Anchor) -> Timex | None:
    """A day in the month of another, in the year if one is written, else in the nearest."""
    number, month = chunk.number("day"), other.number("month")
    if number is None or month is None:
        return None
    if year is not None:
        return on_day(days.day(year, month, number))
    if anchor.published is None:
        return Timex("DATE", f"XXXX-{month:02}-{number:02}", None)
    weekday = chunk.chunk("weekday").number("weekday") if "weekday" in chunk.parts else None
    return on_day(nearest_day(month, number, anchor.published, anchor.tense, weekday), "publication")
