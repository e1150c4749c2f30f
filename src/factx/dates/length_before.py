"""Lengths that a date ends: "the 12 months to March 2017", "the week ended May 6"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factx.dates import days
from factx.dates.bounds import plain_bounds
from factx.dates.pieces import Chunk, Item
from factx.dates.readers.duration import amount
from factx.dates.timex import Timex, last_day
from factx.dates.units import IN_DAYS, IN_MONTHS, shifted
from factx.dates.word_classes import ARTICLES

_ENDS = frozenset({"to", "through", "ended"})
_IN_IT = frozenset({"in", "for", "during", "between"})
"""Words that make a length without article one that has been: "in six months to June"."""
_BETWEEN = 3
"""Items at most between a length and the date that ends it: "ended on the"."""
_MONTH = len("2017-03")


def leads_up(items: Sequence[Item], first: int, second: int) -> bool:
    """True if the item at the first place is a length, and the one at the second the date that ends it."""
    length, between = items[first], [item.cls for item in items[first + 1 : second]]
    if not isinstance(length, Chunk) or length.cls != "DURATION" or not between or len(between) > _BETWEEN:
        return False
    opened = next(length.leaves()).cls == "the" or (first > 0 and items[first - 1].cls in _IN_IT)
    return opened and between[0] in _ENDS and set(between[1:]) <= ARTICLES | {"on"}


def with_length_before(length: Item, one: Timex, two: Timex) -> tuple[Timex, Timex]:
    """The length and the date that ends it with the interval of both, where both are precise enough."""
    if not isinstance(length, Chunk):
        return one, two
    number = amount(length.parts.get("amount", ()))
    unit, end = str(length.value("unit")), plain_bounds(two)[1] if two.type == "DATE" else None
    start = _start(end, number, unit) if number is not None and end is not None else None
    if start is None:
        return one, two
    return replace(one, basis=two.basis, start_date=start, end_date=end), replace(two, start_date=start, end_date=end)


def _start(end: str, number: float, unit: str) -> str | None:
    """The first year, month or day of so many units that end with a year, month or day."""
    last = last_day(end)
    behind = days.days_later(last, 1) if last is not None else None
    start = shifted(behind, -number, unit) if behind is not None and _is_precise(end, unit) else None
    return start.isoformat()[: len(end)] if start is not None else None


def _is_precise(end: str, unit: str) -> bool:
    """True if an end is told as precisely as the unit: years for years, months for months, days for all."""
    if len(end) > _MONTH:
        return unit in IN_MONTHS or unit in IN_DAYS
    return unit in IN_MONTHS and (len(end) == _MONTH or IN_MONTHS[unit] % days.MONTHS == 0)
