"""Months that a list names one after the other: "in May and June", "April, May and June 2020"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from factx.dates import days
from factx.dates.pieces import Item
from factx.dates.timex import Timex, year_and_month_of

_MONTHS = frozenset({"MONTH", "MONTH_YEAR"})


def lists_of_months(items: Sequence[Item], timexes: Sequence[Timex | None]) -> Iterator[dict[int, Timex]]:
    """The months of each list without a gap, with its interval, by place; "in May and July" are two."""
    run: list[int] = []
    for at in [*(at for at, item in enumerate(items) if item.cls in _MONTHS), len(items)]:
        if run and at < len(items) and _goes_on(items, timexes, run[-1], at):
            run.append(at)
            continue
        if len(run) > 1:
            yield _with_interval(run, timexes)
        run = [at]


def _goes_on(items: Sequence[Item], timexes: Sequence[Timex | None], first: int, second: int) -> bool:
    """True if the month at the second place is listed behind the one at the first, and is the next one."""
    between = [item.cls for item in items[first + 1 : second]]
    one, two = year_and_month_of(timexes[first]), year_and_month_of(timexes[second])
    if between not in (["comma"], ["and"], ["comma", "and"]) or one is None or two is None:
        return False
    return two[0] * days.MONTHS + two[1] == one[0] * days.MONTHS + one[1] + 1


def _with_interval(run: Sequence[int], timexes: Sequence[Timex | None]) -> dict[int, Timex]:
    """The months of a list with the interval of the list."""
    listed = {at: timex for at in run if (timex := timexes[at]) is not None}
    start, end = listed[run[0]].value, listed[run[-1]].value
    return {at: replace(timex, start_date=start, end_date=end) for at, timex in listed.items()}
