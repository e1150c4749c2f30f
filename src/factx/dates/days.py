"""Arithmetic on calendar days: months later, weekdays near a day, ISO weeks, quarters, Easter."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

FIRST_YEAR, LAST_YEAR = 1000, 2999
"""Years that a text of today may name; so no step from one of their days leaves the calendar."""
MONTHS = 12  # in a year
LONGEST_MONTH = 31  # days
LEAP_YEAR = 2000  # a year that has all days of all months


def is_day_of_year(month: int, number: int) -> bool:
    """True if some year has the day.

    >>> is_day_of_year(2, 29), is_day_of_year(2, 30)
    (True, False)
    """
    return day(LEAP_YEAR, month, number) is not None


def day(year: int, month: int, number: int) -> date | None:
    """The day, or None if the calendar has no such day or no text of today names the year.

    >>> day(2019, 2, 30) is None
    True
    """
    try:
        return date(year, month, number) if FIRST_YEAR <= year <= LAST_YEAR else None
    except ValueError:
        return None


def days_later(start: date, days: float) -> date | None:
    """The day so many days later (earlier if negative), or None outside the calendar."""
    try:
        later = start + timedelta(days=round(days))
    except OverflowError:
        return None
    return later if FIRST_YEAR <= later.year <= LAST_YEAR else None


def months_later(start: date, months: int) -> date | None:
    """The same day so many months later, at most the last of its month, or None outside the calendar.

    >>> months_later(date(2021, 3, 31), -1)
    datetime.date(2021, 2, 28)
    """
    year, month = divmod(start.year * MONTHS + start.month - 1 + months, MONTHS)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    return date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1]))


def last_of_month(year: int, month: int) -> int:
    """The number of days of a month."""
    return calendar.monthrange(year, month)[1]


def weekday_before(reference: date, weekday: int) -> date:
    """The most recent day that is the ISO weekday (Monday is 1), the reference included."""
    return reference - timedelta(days=(reference.isoweekday() - weekday) % 7)


def weekday_after(reference: date, weekday: int) -> date:
    """The first day after the reference that is the ISO weekday."""
    return reference + timedelta(days=(weekday - reference.isoweekday() - 1) % 7 + 1)


def nth_weekday(year: int, month: int, weekday: int, number: int) -> date | None:
    """The nth such weekday of a month, the last if ``number`` is -1; None if there is no fifth.

    >>> nth_weekday(2021, 5, 1, 2)
    datetime.date(2021, 5, 10)
    """
    if number < 0:
        return weekday_before(date(year, month, last_of_month(year, month)), weekday)
    first = 1 + (weekday - date(year, month, 1).isoweekday()) % 7
    return day(year, month, first + 7 * (number - 1))


def week(of: date) -> str:
    """The TIMEX3 value of the ISO week.

    >>> week(date(2016, 1, 1))
    '2015-W53'
    """
    year, number, _ = of.isocalendar()
    return f"{year:04}-W{number:02}"


def quarter(of: date) -> int:
    """The quarter of the year, 1 to 4."""
    return (of.month - 1) // 3 + 1


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Jones, Butcher).

    >>> easter(2021)
    datetime.date(2021, 4, 4)
    """
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    moon = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    month, number = divmod(h + moon - 7 * ((a + 11 * h + 22 * moon) // 451) + 114, 31)
    return date(year, month, number + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the Julian calendar, as a Gregorian day (1900 to 2099).

    >>> orthodox_easter(2021)
    datetime.date(2021, 5, 2)
    """
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, number = divmod(d + e + 114, 31)
    return date(year, month, number + 1) + timedelta(days=13)
