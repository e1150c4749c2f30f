"""Months and days that share the year of what they lead to: "between January and April 2015"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factx.base import TimeBasis
from factx.dates import days
from factx.dates.anchor import Anchor
from factx.dates.bounds import is_range
from factx.dates.pieces import Chunk, Item
from factx.dates.readers.reader import read
from factx.dates.timex import Timex, on_day
from factx.dates.word_classes import JOINS

_STARTS = frozenset({"MONTH", "MONTH_DAY"})
_ENDS = _STARTS | {"MONTH_YEAR", "DAY", "RANGE_DAY"}
_YEAR = slice(len("2015"))
"""Where a value has its year."""


def start_of_range(items: Sequence[Item], at: int, anchor: Anchor) -> Timex | None:
    """The month or day at a place in the year of the range's end, or None if it leads to none.

    In "from November to February 2015" November is of the year before.
    """
    start, end = items[at], _end_of_range(items, at)
    if not isinstance(start, Chunk) or start.cls not in _STARTS or end is None:
        return None
    stated = _stated_year(end)
    year = stated if stated is not None else _resolved_year(items, at, end, anchor)
    if year is None:
        return None
    month = start.figure("month")
    year -= month > (end.number("month") or month)
    basis: TimeBasis = "explicit" if stated is not None else "publication"
    if start.cls == "MONTH":
        return Timex("DATE", f"{year:04}-{month:02}", basis)
    return on_day(days.day(year, month, start.figure("day")), basis)


def _end_of_range(items: Sequence[Item], at: int) -> Chunk | None:
    """The chunk to which the item at a place leads, or None."""
    end = items[at + 2] if at + 2 < len(items) else None
    joined = isinstance(end, Chunk) and end.cls in _ENDS and items[at + 1].cls in JOINS
    return end if joined and isinstance(end, Chunk) else None


def _stated_year(end: Chunk) -> int | None:
    """The year written in the end of a range, or None."""
    return end.chunk("year").number("year") if isinstance(end.part("year"), Chunk) else end.number("year")


def _resolved_year(items: Sequence[Item], at: int, end: Chunk, anchor: Anchor) -> int | None:
    """The year to which the end of a range resolves, if both ends are of one sort; else None."""
    if not is_range(items, at, at + 2) or end.cls != items[at].cls:
        return None
    timex = read(end, replace(anchor, before=(items[at + 1], items[at])))
    year = timex.value[_YEAR] if timex is not None and timex.value is not None else ""
    return int(year) if year.isdigit() else None
