"""Months and years that a list names one after the other: "in May and June", "in 2015, 2016 and 2017"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from factx.dates import days
from factx.dates.pieces import Item
from factx.dates.timex import Timex, year_and_month_of

_YEAR = "YEAR"
_LISTED = frozenset({"MONTH", "MONTH_YEAR", _YEAR})
_DIGITS_OF_YEAR = 4  # of an exact year: "198" is a decade


def lists_of_months(items: Sequence[Item], timexes: Sequence[Timex | None]) -> Iterator[dict[int, Timex]]:
    """The months or years of each list without a gap, with its interval, by place.

    "In May and July" are two.
    """
    run: list[int] = []
    for at in [*(at for at, item in enumerate(items) if item.cls in _LISTED), len(items)]:
        if run and at < len(items) and _goes_on(items, timexes, run[-1], at):
            run.append(at)
            continue
        if len(run) > 1:
            yield _with_interval(run, timexes)
        run = [at]


def _goes_on(items: Sequence[Item], timexes: Sequence[Timex | None], first: int, second: int) -> bool:
    """True if what is at the second place is listed behind the first, and is the next month or year."""
    between = [item.cls for item in items[first + 1 : second]]
    place = _year_at if items[first].cls == items[second].cls == _YEAR else _month_at
    one, two = place(timexes[first]), place(timexes[second])
    listed = between in (["comma"], ["and"], ["comma", "and"])
    return listed and one is not None and two is not None and two == one + 1


def _month_at(timex: Timex | None) -> int | None:
    """How many months have been since the year 0; None for what is no month."""
    found = year_and_month_of(timex)
    return None if found is None else found[0] * days.MONTHS + found[1]


def _year_at(timex: Timex | None) -> int | None:
    value = "" if timex is None else timex.value or ""
    return int(value) if value.isdecimal() and len(value) == _DIGITS_OF_YEAR else None


def _with_interval(run: Sequence[int], timexes: Sequence[Timex | None]) -> dict[int, Timex]:
    """The months or years of a list with its interval."""
    listed = {at: timex for at in run if (timex := timexes[at]) is not None}
    start, end = listed[run[0]].value, listed[run[-1]].value
    return {at: replace(timex, start_date=start, end_date=end) for at, timex in listed.items()}
