"""Months and days that share the year of what they lead to: "between January and April 2015"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factx.base import TimeBasis
from factx.dates import days
from factx.dates.anchor import Anchor
from factx.dates.bounds import is_range, plain_bounds
from factx.dates.pieces import Chunk, Item
from factx.dates.readers.reader import read
from factx.dates.timex import Timex, last_day, on_day, year_and_month_of
from factx.dates.word_classes import JOINS

_WEEKDAY_IN_WEEK, _WITHIN_YEAR = "weekday_in_week", "within_year"
_SEASONS = frozenset({"season", "season_of_year"})
"""Readers."""
_ORDER = ("SP", "SU", "FA", "WI")
"""The seasons of a year; a winter is of the year in which it begins."""
_STARTS = frozenset({"MONTH", "MONTH_DAY"})
_ENDS = _STARTS | {"MONTH_YEAR", "DAY", "RANGE_DAY"}
_LISTS = frozenset({"comma", "and"})
_YEAR = slice(len("2015"))
"""Where a value has its year."""
_MONTH = len("2015-06")


def start_of_range(items: Sequence[Item], at: int, anchor: Anchor) -> Timex | None:
    """The month or day at a place in the year of the range's end, or None if it leads to none.

    In "from November to February 2015" November is of the year before, in "Monday to Friday next
    week" Monday is the one before that Friday.
    """
    start, end = items[at], _end_of_range(items, at)
    if isinstance(start, Chunk) and start.cls == "WEEKDAY":
        return _weekday_before(items, at, start, anchor)
    if isinstance(start, Chunk) and start.cls == "SEASON":
        return _season_before(items, at, start, anchor)
    if not isinstance(start, Chunk) or start.cls not in _STARTS or end is None:
        return None
    stated = _stated_year(end)
    year = stated if stated is not None else _resolved_year(items, at, end, anchor)
    if year is None:
        return None
    month = start.figure("month")
    year -= month > (_with_month(end).number("month") or month)
    basis: TimeBasis = "explicit" if stated is not None else "publication"
    if start.cls == "MONTH":
        return Timex("DATE", f"{year:04}-{month:02}", basis)
    return on_day(days.day(year, month, start.figure("day")), basis)


def next_after(first: Timex, second: Timex) -> Timex:
    """A month of no stated year in the first year in which it is not before what begins its range.

    "Closed from April until the end of June" are months of one year, whatever the year of June seemed.
    """
    start, month = plain_bounds(first)[0], year_and_month_of(second)
    if start is None or month is None:
        return second
    year = int(start[_YEAR])
    year += f"{year:04}-{month[1]:02}" < start[:_MONTH]
    moved = f"{year:04}-{month[1]:02}"
    return replace(
        second,
        value=moved,
        start_date=_moved(second.start_date, str(second.value), moved),
        end_date=_moved(second.end_date, str(second.value), moved),
    )


def _moved(iso: str | None, month: str, moved: str) -> str | None:
    """A day of a month in another year, the last one as the last one."""
    if iso is None or len(iso) <= _MONTH:
        return None if iso is None else moved
    last, end = last_day(month), last_day(moved)
    return end.isoformat() if end and last and iso == last.isoformat() else f"{moved}{iso[_MONTH:]}"


def _weekday_before(items: Sequence[Item], at: int, start: Chunk, anchor: Anchor) -> Timex | None:
    """The weekday at a place as the last before the weekday of a week to which it leads, or None."""
    end = items[at + 2] if at + 2 < len(items) and items[at + 1].cls in JOINS else None
    if not isinstance(end, Chunk) or end.reader != _WEEKDAY_IN_WEEK:
        return None
    timex = read(end, replace(anchor, before=(items[at + 1], items[at])))
    last = days.days_later(timex.day, -1) if timex is not None and timex.day is not None else None
    return on_day(days.weekday_before(last, start.figure("weekday")), "publication") if last is not None else None


def _season_before(items: Sequence[Item], at: int, start: Chunk, anchor: Anchor) -> Timex | None:
    """The season at a place in the year of the one to which it leads: "the spring and summer of 2019"."""
    end = items[at + 2] if at + 2 < len(items) and items[at + 1].cls in JOINS else None
    if not isinstance(end, Chunk) or end.cls != "LONG" or end.reader not in _SEASONS or "direction" in start.parts:
        return None
    timex = read(end, replace(anchor, before=(items[at + 1], items[at])))
    year, _, last = (timex.value or "").partition("-") if timex is not None else ("", "", "")
    season = str(start.value("season"))
    if timex is None or not year.isdecimal() or last not in _ORDER:
        return None
    before = _ORDER.index(season) > _ORDER.index(last)
    return replace(timex, value=f"{int(year) - before:04}-{season}")


def _end_of_range(items: Sequence[Item], at: int) -> Chunk | None:
    """The chunk to which the item at a place leads, over the days of a list that share its month; or None."""
    while True:
        step = 3 if [item.cls for item in items[at + 1 : at + 3]] == ["comma", "and"] else 2
        end = items[at + step] if at + step < len(items) else None
        if not isinstance(end, Chunk):
            return None
        if not _is_listed(items, at, at + step):
            return end if end.cls in _ENDS and items[at + 1].cls in JOINS else None
        if _stated_year(end) is not None:
            return end
        at += step


def _is_listed(items: Sequence[Item], at: int, beyond: int) -> bool:
    """True if the next item of a list shares the month of the one before it, or is a month itself."""
    if items[at + 1].cls not in _LISTS:
        return False
    months = items[at].cls == items[beyond].cls == "MONTH" and _leads_on(items, beyond)
    return items[beyond].cls == "RANGE_DAY" or months


def _leads_on(items: Sequence[Item], at: int) -> bool:
    """True if the months of a list end with one that has its year: "May, June and July 2016"."""
    end = _end_of_range(items, at)
    return end is not None and end.cls == "MONTH_YEAR"


def _with_month(end: Chunk) -> Chunk:
    """The part of a chunk that names its month: the May of "May last year"."""
    inner = end.part("month") or end.part("day")
    return inner if isinstance(inner, Chunk) else end


def _stated_year(end: Chunk) -> int | None:
    """The year written in the end of a range, or None."""
    return end.chunk("year").number("year") if isinstance(end.part("year"), Chunk) else end.number("year")


def _resolved_year(items: Sequence[Item], at: int, end: Chunk, anchor: Anchor) -> int | None:
    """The year to which the end of a range resolves, if it has its year or both are of one sort."""
    alike = is_range(items, at, at + 2) and end.cls == items[at].cls
    if not (alike or end.reader == _WITHIN_YEAR):
        return None
    timex = read(end, replace(anchor, before=(items[at + 1], items[at])))
    year = timex.value[_YEAR] if timex is not None and timex.value is not None else ""
    return int(year) if year.isdecimal() else None
