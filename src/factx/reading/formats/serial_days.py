"""Days as spreadsheets count them, where a cell has lost the form of a date: 43258 is 7 June 2018."""

from __future__ import annotations

import re
from datetime import date, timedelta

_SERIAL = re.compile(r"(?P<days>[1-9]\d{4})(?:\.\d+)?")
_DAY_0 = date(1899, 12, 30)
_FIRST, _LAST = date(1950, 1, 1), date(2050, 1, 1)
"""Days between which a number is one of news: others are numbers of something else."""


def serial_day(written: str) -> str | None:
    """The day that a number counts to, as ISO 8601, or None for what is none.

    >>> serial_day("43258"), serial_day("43258.75"), serial_day("12"), serial_day("99999")
    ('2018-06-07', '2018-06-07', None, None)
    """
    match = _SERIAL.fullmatch(written.strip())
    day = _DAY_0 + timedelta(days=int(match["days"])) if match else None
    return day.isoformat() if day and _FIRST <= day <= _LAST else None
