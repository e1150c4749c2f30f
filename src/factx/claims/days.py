"""Days as numbers: those of dates, and what two times have in common."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

Days = tuple[int, int]
"""The first and the last day of a time, as ordinals."""
DECEMBER = 12
"""The last month of a date that states the year alone."""
REPORTING_DAYS = 3
"""Days between two reports of one event whose day is not stated: Friday's event in Monday's paper."""
WEEK = 7
"""Days up to which a stated time is that of some day in it: "last week's landslide" is also "Monday's"."""
LONG_PERIOD = 31
"""Days from which on a stated time is no occurrence but a period: "since the war began in 2011"."""

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?!\d)")


def date_range(text: str | None) -> Days | None:
    """Return the first and last day of an ISO date as ordinals, or None if it is no date.

    >>> first, last = date_range("2021-02")
    >>> last - first
    27
    >>> date_range("2021-02-30"), date_range("soon"), date_range(None)
    (None, None, None)
    """
    match = _DATE.match(text or "")
    if not match:
        return None
    year, month, day = match.groups()
    try:
        first = date(int(year), int(month or 1), int(day or 1))
        end = int(month or DECEMBER)
        last = date(first.year, end, int(day or monthrange(first.year, end)[1]))
    except ValueError:
        return None
    return first.toordinal(), last.toordinal()


def days_between(start: str | None, end: str | None) -> Days | None:
    """The first and last day between two dates; one that cannot be read is the day that the other gives."""
    first, last = date_range(start), date_range(end or start)
    if first and last:
        return first[0], last[1]
    if first:
        return first[0], first[0]
    return (last[1], last[1]) if last else None


def is_some_day_of(days: Days) -> bool:
    """True if a time is a week: longer than reports of a day are apart, and no longer than that."""
    return REPORTING_DAYS < days[1] - days[0] <= WEEK


def is_long(days: Days) -> bool:
    """True if a time is a period rather than the time of an occurrence."""
    return days[1] - days[0] > LONG_PERIOD


def days_meet(one: Days, other: Days) -> bool:
    """True if two times have a day in common."""
    return one[0] <= other[1] and other[0] <= one[1]


def days_fit(one: Days | None, other: Days | None) -> bool:
    """True if two times can be that of one occurrence: a day apart at most, both short or both long."""
    if one is None or other is None:
        return True
    if is_long(one) != is_long(other):
        return False
    return one[0] <= other[1] + 1 and other[0] <= one[1] + 1


def meeting(one: Days | None, other: Days | None) -> Days | None:
    """The days that two times share, or the first of them if they share none."""
    if one is None or other is None:
        return one or other
    shared = max(one[0], other[0]), min(one[1], other[1])
    return shared if shared[0] <= shared[1] else one
