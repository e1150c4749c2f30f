"""TIMEX3 values as intervals of days: "2019-W34-WE" is 2019-08-24 to 2019-08-25."""

from __future__ import annotations

import re
from datetime import date

from factx.dates import days

_SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14)}
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?$")
_PART = re.compile(r"(\d{4})-(?:Q([1-4])|H([12])|(SP|SU|FA|WI))$")
_PLAIN = re.compile(r"(?:\d{4}(?:-\d\d){0,2})$")


def interval(value: str) -> tuple[str, str] | None:
    """First and last day of a TIMEX3 date or time, as precise as the value; None for durations, sets and references.

    >>> interval("2016"), interval("2019-W03"), interval("196")
    (('2016', '2016'), ('2019-01-14', '2019-01-20'), ('1960', '1969'))
    >>> interval("2019-07-20TMO"), interval("P3W")
    (('2019-07-20', '2019-07-20'), None)
    """
    plain = value.partition("T")[0] if re.match(r"\d{4}-\d\d-\d\dT", value) else value
    if _PLAIN.match(plain):
        return plain, plain
    if re.fullmatch(r"\d{4}/\d{4}", plain):
        first, last = plain.split("/")
        return first, last
    if re.fullmatch(r"\d{3}", plain):
        return f"{plain}0", f"{plain}9"
    if re.fullmatch(r"\d\d", plain):
        return f"{plain}00", f"{plain}99"
    return _week(plain) or _year_part(plain)


def _week(value: str) -> tuple[str, str] | None:
    found = _WEEK.match(value)
    if found is None:
        return None
    try:
        first = date.fromisocalendar(int(found[1]), int(found[2]), 6 if found[3] else 1)
        return first.isoformat(), date.fromisocalendar(int(found[1]), int(found[2]), 7).isoformat()
    except ValueError:
        return None


def _year_part(value: str) -> tuple[str, str] | None:
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
    return f"{year:04}-{first:02}", f"{year + (last > 12):04}-{(last - 1) % 12 + 1:02}"


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
