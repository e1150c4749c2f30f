"""Days of rates: ISO 8601, and how far back a rate may be from."""

from __future__ import annotations

from datetime import date, timedelta

OLDEST_RATE = 7
"""Days: a rate of the last banking day serves; the longest closing, Easter, is four days."""
DAY_CHARS = len("2017-03-22")


def days_back(wanted: date) -> list[str]:
    """The day and those before it whose rate may serve, newest first; never before the calendar's first."""
    back = min(OLDEST_RATE, wanted.toordinal() - 1)
    return [(wanted - timedelta(days=n)).isoformat() for n in range(back + 1)]


def parse_day(text: str | None) -> date | None:
    """The day of an ISO 8601 date or date-time, or None if it is empty, partial or wrong."""
    try:
        return date.fromisoformat((text or "")[:DAY_CHARS])
    except ValueError:
        return None


def is_day(text: str) -> bool:
    """True for a whole day in ISO 8601.

    >>> is_day("2017-03-22"), is_day("2017-03")
    (True, False)
    """
    return len(text) == DAY_CHARS and parse_day(text) is not None
