"""Readers of holidays: "Christmas", "last Easter", "Eid al-Fitr 2019"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from factx.dates.anchor import Anchor
from factx.dates.holidays import holiday_days
from factx.dates.nearest_date import is_ahead
from factx.dates.pieces import Chunk
from factx.dates.timex import UNRESOLVED, Timex, on_day
from factx.dates.word_classes import AHEAD, BACK


def holiday(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve a named day in the given year or the nearest one.

    Only the year, or nothing, if its day depends on an unknown country.
    """
    name, number = str(chunk.value("holiday")), chunk.number("year")
    if number is not None:
        return on_day(in_year(name, number, anchor)) or Timex("DATE", f"{number:04}")
    if anchor.published is None:
        return UNRESOLVED
    year = anchor.published.year
    choices = holiday_days(name, (year - 1, year, year + 1), anchor.countries_of())
    if not choices:
        return None
    return on_day(_nearest(choices, chunk.cls_of("direction"), anchor.published, anchor), "publication")


def in_year(name: str, year: int, anchor: Anchor) -> date | None:
    """The day of a holiday in a year; of two in the year the one nearer to publication."""
    found = holiday_days(name, (year,), anchor.countries_of())
    near = anchor.published
    return min(found, key=lambda day: abs((day - near).days) if near is not None else 0, default=None)


def _nearest(choices: Sequence[date], pointing: str, today: date, anchor: Anchor) -> date:
    """The last or the next of the days as word and tense say, else the nearest, which is rather past.

    What happened on a holiday was on the last one, however soon the next one comes.
    """
    if pointing in BACK:
        return max((day for day in choices if day < today), default=choices[0])
    past = max((day for day in choices if day <= today), default=None)
    ahead = min((day for day in choices if day > today), default=None)
    if past is None or ahead is None or past == today:
        return past or ahead or choices[0]
    if pointing in AHEAD or anchor.tense == "future":
        return ahead
    if anchor.tense == "past" and anchor.left().cls == "on":
        return past
    return ahead if is_ahead((today - past).days, (ahead - today).days, anchor.tense) else past
