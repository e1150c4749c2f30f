"""Units of TIMEX3 durations: their lengths, periods of them, and the day that lies a period away.

The units are those of the lexicon ``time_words``: D day, W week, F fortnight, WE weekend, M month,
Q quarter, Y year, DE decade, CE century, ML millennium; of a day MO morning, AF afternoon,
EV evening, NI night; of the clock TH hour, TM minute, TS second.
"""

from __future__ import annotations

from datetime import date

from factx.dates import days

IN_MONTHS = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200, "ML": 12000}
PARTS_OF_DAY = frozenset({"MO", "AF", "EV", "NI"})
IN_DAYS = {"D": 1, "W": 7, "F": 14, "WE": 7} | dict.fromkeys(PARTS_OF_DAY, 1)
"""A weekend comes once a week, a night once a day."""
A_DAY_HAS = {"TH": 24, "TM": 1440, "TS": 86400}
_SMALLER = {"TH": ("TM", 60), "Y": ("M", 12), "CE": ("Y", 100), "DE": ("Y", 10), "D": ("TH", 24), "TM": ("TS", 60)}
"""The smaller units of which a part of one is a whole number: half an hour is PT30M, a quarter of one PT15M."""
_MOST_OF_UNITS = 1e9
"""A number above this is no length of time; the period is as vague as "a few"."""
# No text of today refers to a day so far away; arithmetic beyond would leave the calendar.
_MOST_MONTHS = 120_000  # ten thousand years
_MOST_DAYS = 1e6  # or weeks, hours: nearly three thousand years
_YEAR, _MONTH, _DAY = len("2021"), len("2021-06"), len("2021-06-16")
_AS_YEAR = frozenset({"Y", "DE", "CE", "ML"})


def is_clock_unit(unit: str) -> bool:
    """True for hours, minutes and seconds."""
    return unit.startswith("T")


def period(number: float | None, unit: str) -> str:
    """The TIMEX3 duration; a vague number is X.

    >>> period(3, "W"), period(24, "TH"), period(None, "D"), period(0.25, "CE"), period(2.5, "Y")
    ('P3W', 'PT24H', 'PXD', 'P25Y', 'P2.5Y')
    """
    if number is not None and number < 1 and unit in _SMALLER:
        smaller, many = _SMALLER[unit]
        if number * many % 1 == 0:
            unit, number = smaller, number * many
    if unit == "F":
        unit, number = "W", None if number is None else number * 2
    if unit == "ML":
        unit, number = "CE", None if number is None else number * 10
    figure = "X" if number is None or number >= _MOST_OF_UNITS else f"{number:.10g}"
    return f"PT{figure}{unit[1]}" if is_clock_unit(unit) else f"P{figure}{unit}"


def shifted(start: date, number: float, unit: str) -> date | None:
    """The day so many units later (earlier if negative), or None outside the calendar.

    >>> shifted(date(2021, 3, 31), -1, "M"), shifted(date(2021, 3, 31), 2, "W")
    (datetime.date(2021, 2, 28), datetime.date(2021, 4, 14))
    """
    if unit in IN_MONTHS:
        months = number * IN_MONTHS[unit]
        return days.months_later(start, round(months)) if abs(months) < _MOST_MONTHS else None
    distance = number * IN_DAYS[unit] if unit in IN_DAYS else number / A_DAY_HAS[unit]
    return days.days_later(start, distance) if abs(number) < _MOST_DAYS else None


def granular(day: date, unit: str) -> str:
    """The day as precise as the unit: years give a year, months a month, nights a night, all else the day.

    >>> [granular(date(2021, 6, 16), unit) for unit in ("DE", "M", "W", "NI")]
    ['2021', '2021-06', '2021-06-16', '2021-06-16TNI']
    """
    if unit in PARTS_OF_DAY:
        return f"{day.isoformat()}T{unit}"
    return day.isoformat()[: _YEAR if unit in _AS_YEAR else _MONTH if unit == "M" else _DAY]
