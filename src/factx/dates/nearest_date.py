"""Resolve days and months without a year: the nearest, in the direction of the tense."""

from __future__ import annotations

from datetime import date

from factx.dates import days
from factx.dates.anchor import Tense

_SOON = 40
"""Days ahead within which a past tense still allows a day to come ("extended the curfew to 1 May")."""
_LONG_AGO = 290
"""Days after which the last such day is too old to be meant: in ten weeks it comes round again."""
_PAST_WEIGHT = 1.5
"""News is about the past: without a tense a day to come must be nearer than the last one by this factor."""
_YEARS = (-4, -3, -2, -1, 0, 1, 2, 3, 4)
"""Years to look at, so that 29 February is found."""


def nearest_day(
    month: int, number: int, published: date, tense: Tense | None, weekday: int | None = None
) -> date | None:
    """The day near the publication date; a named weekday decides if one of the years fits it.

    >>> nearest_day(12, 31, date(2020, 1, 5), "past")
    datetime.date(2019, 12, 31)
    """
    choices = _choices(month, number, published, weekday)
    past = max((day for day in choices if day <= published), default=None)
    ahead = min((day for day in choices if day > published), default=None)
    if past is None or ahead is None:
        return past or ahead
    return ahead if is_ahead((published - past).days, (ahead - published).days, tense) else past


def _choices(month: int, number: int, published: date, weekday: int | None) -> list[date]:
    """The day in each of the years around publication, of those with the weekday if there are any."""
    found = [days.day(published.year + offset, month, number) for offset in _YEARS]
    choices = [day for day in found if day is not None]
    near = [day for day in choices if abs(day.year - published.year) <= 1]
    return [day for day in near if day.isoweekday() == weekday] or choices


def is_ahead(since: int, until: int, tense: Tense | None) -> bool:
    """True if the day to come is meant, not the last one; ``since`` and ``until`` are the days to both."""
    if tense == "future":
        return until < _LONG_AGO or since > _SOON
    if tense == "past":
        return until <= _SOON and since > _LONG_AGO
    return since > until * _PAST_WEIGHT


def nearest_month(month: int, published: date, tense: Tense | None) -> int:
    """The year of a month without a year; the month of publication is this year's.

    >>> nearest_month(11, date(2019, 6, 28), "future"), nearest_month(11, date(2019, 6, 28), None)
    (2019, 2018)
    """
    if tense == "future":
        return published.year + (month < published.month)
    return published.year - (month > published.month)


def nearest_day_of_month(number: int, weekday: int, published: date) -> date | None:
    """The nearest day of that number that is the weekday, or None if none is within half a year.

    >>> nearest_day_of_month(4, 5, date(2021, 6, 16))
    datetime.date(2021, 6, 4)
    """
    first = published.replace(day=1)
    months = [month for step in range(-6, 7) if (month := days.months_later(first, step)) is not None]
    found = [day for month in months if (day := days.day(month.year, month.month, number)) is not None]
    fitting = [day for day in found if day.isoweekday() == weekday]
    return min(fitting, key=lambda day: (abs((day - published).days), day), default=None)
