"""TIMEX3 values, and the intervals of days that they name: "2019-W34-WE" is 2019-08-24 to 2019-08-25."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from factx.base import TimeBasis, TimexType
from factx.dates import days

_SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14)}
"""First and last month; a winter ends in February of the next year."""
_YEAR = re.compile(r"\d{4}")
_MONTH = re.compile(r"\d{4}-\d\d")
_DAY_AND_TIME = re.compile(r"\d{4}-\d\d-\d\dT")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?$")
_PART = re.compile(r"(\d{4})-(?:Q([1-4])|H([12])|(SP|SU|FA|WI))$")
_PLAIN = re.compile(r"(?:\d{4}(?:-\d\d){0,2})$")
_YEARS = re.compile(r"\d{4}/\d{4}")
_SATURDAY, _SUNDAY = 6, 7


@dataclass(frozen=True, slots=True)
class Timex:
    """What a chunk means: TIMEX3 type and value, and the basis of the value.

    ``day`` is the day that later words may refer to. ``start_date`` and ``end_date`` are given where
    the interval is not the one that ``value`` names ("the past two years"). ``deictic`` is true for
    what is counted from a day, known or not: "last night", "the past few hours", "9 a.m. on Friday".
    """

    type: TimexType
    value: str | None
    basis: TimeBasis | None = "explicit"
    day: date | None = None
    start_date: str | None = None
    end_date: str | None = None
    deictic: bool = False


UNRESOLVED = Timex("DATE", None, None)
"""A date that cannot be resolved: publication date or antecedent is missing."""


def on_day(day: date | None, basis: TimeBasis = "explicit") -> Timex | None:
    """A day as a date; None if the calendar has no such day.

    >>> on_day(date(2021, 6, 16), "publication").value
    '2021-06-16'
    """
    return Timex("DATE", day.isoformat(), basis, day) if day is not None else None


def with_day(timex: Timex, day: date | None) -> Timex | None:
    """The date narrowed down to a day; None if the calendar has no such day."""
    return replace(timex, value=day.isoformat(), day=day) if day is not None else None


def year_of(timex: Timex | None) -> str | None:
    """The value of a date that is a year; None if it is anything else.

    >>> year_of(Timex("DATE", "2021")), year_of(Timex("DATE", "2021-06")), year_of(UNRESOLVED)
    ('2021', None, None)
    """
    value = timex.value if timex is not None else None
    return value if value is not None and _YEAR.fullmatch(value) else None


def year_and_month_of(timex: Timex | None) -> tuple[int, int] | None:
    """Year and month of a date that is a month; None if it is anything else.

    >>> year_and_month_of(Timex("DATE", "2021-06")), year_and_month_of(Timex("DATE", "XXXX-06"))
    ((2021, 6), None)
    """
    value = timex.value if timex is not None else None
    if value is None or not _MONTH.fullmatch(value):
        return None
    year, month = value.split("-")
    return int(year), int(month)


def interval(value: str) -> tuple[str, str] | None:
    """First and last day of a TIMEX3 date or time, as precise as the value.

    None for durations, sets and references.

    >>> interval("2016"), interval("2019-W03"), interval("196")
    (('2016', '2016'), ('2019-01-14', '2019-01-20'), ('1960', '1969'))
    >>> interval("2019-07-20TMO"), interval("P3W")
    (('2019-07-20', '2019-07-20'), None)
    """
    plain = value.partition("T")[0] if _DAY_AND_TIME.match(value) else value
    if _PLAIN.match(plain):
        return plain, plain
    if _YEARS.fullmatch(plain):
        first, last = plain.split("/")
        return first, last
    if re.fullmatch(r"\d{3}", plain):
        return f"{plain}0", f"{plain}9"
    if re.fullmatch(r"\d\d", plain):
        return f"{plain}00", f"{plain}99"
    return _week(plain) or _year_part(plain)


def _week(value: str) -> tuple[str, str] | None:
    """The days of a week or weekend."""
    found = _WEEK.match(value)
    if found is None:
        return None
    year, week = int(found[1]), int(found[2])
    try:
        first = date.fromisocalendar(year, week, _SATURDAY if found[3] else 1)
        return first.isoformat(), date.fromisocalendar(year, week, _SUNDAY).isoformat()
    except ValueError:
        return None


def _year_part(value: str) -> tuple[str, str] | None:
    """First and last month of a quarter, half or season."""
    found = _PART.match(value)
    if found is None:
        return None
    year = int(found[1])
    if found[4]:
        first, last = _SEASONS[found[4]]
    elif found[2]:
        first, last = int(found[2]) * 3 - 2, int(found[2]) * 3
    else:
        first, last = int(found[3]) * 6 - 5, int(found[3]) * 6
    return f"{year:04}-{first:02}", f"{year + (last > days.MONTHS):04}-{(last - 1) % days.MONTHS + 1:02}"


def first_day(iso: str) -> date | None:
    """The first day of an ISO year, month or day.

    >>> first_day("2019-02")
    datetime.date(2019, 2, 1)
    """
    numbers = [int(part) for part in iso.split("-")]
    return days.day(numbers[0], numbers[1] if len(numbers) > 1 else 1, numbers[2] if len(numbers) > 2 else 1)


def last_day(iso: str) -> date | None:
    """The last day of an ISO year, month or day.

    >>> last_day("2019-02")
    datetime.date(2019, 2, 28)
    """
    numbers = [int(part) for part in iso.split("-")]
    if len(numbers) == 1:
        return days.day(numbers[0], 12, 31)
    if len(numbers) == 2:
        return days.day(numbers[0], numbers[1], days.last_of_month(numbers[0], numbers[1]))
    return days.day(*numbers)
