"""Readers of days so far from another that is named: "two years ago today", "a week from Monday"."""

from __future__ import annotations

from datetime import date

from factx.base import TimeBasis
from factx.dates import days
from factx.dates.anchor import Anchor
from factx.dates.pieces import Chunk
from factx.dates.readers.duration import amount
from factx.dates.timex import UNRESOLVED, Timex, first_day, interval, on_day
from factx.dates.units import IN_DAYS, granular, shifted

_WEEK = 7  # days


def ago_from(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve "two years ago today" to that day, "ten years ago this month" to that month."""
    distance = chunk.chunk("distance")
    simple = "amount" in distance.parts and "second_unit" not in distance.parts
    number = amount(distance.parts["amount"]) if simple else None
    bounds = interval(inside.value) if inside is not None and inside.value else None
    start = first_day(bounds[0]) if bounds is not None else None
    unit = distance.value("unit")
    if start is None or number is None or unit is None:
        return UNRESOLVED  # "two Sundays ago today"
    found = shifted(start, -number, str(unit))
    if found is None or chunk.cls_of("inside") == "DAY":
        return on_day(found, _basis(inside))
    value = granular(found, "M") if chunk.cls_of("inside") == "REL_MONTH" else days.week(found)
    return Timex("DATE", value, _basis(inside))


def weeks_from(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve "a week from Monday", "Friday week": counted from the next such day."""
    start = _next_day(chunk.chunk("inside"), inside, anchor)
    distance = chunk.chunk("distance") if "distance" in chunk.parts else None
    unit = str((distance or chunk).value("unit"))
    number = amount(distance.parts.get("amount", ())) if distance is not None else 1
    if start is None or number is None or unit not in IN_DAYS:
        return UNRESOLVED
    basis = "publication" if chunk.cls_of("inside") == "WEEKDAY" else _basis(inside)
    return on_day(shifted(start, number, unit), basis)


def week_beside(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve "a week last Friday" to the Friday before the last, "a week tomorrow" to the day ahead."""
    spoken = anchor.utterance_day
    if spoken is None:
        return UNRESOLVED
    eve = days.days_later(spoken, -1) or spoken
    if "weekday" in chunk.parts:
        return on_day(shifted(days.weekday_before(eve, chunk.figure("weekday")), -1, "W"), "publication")
    step = chunk.figure("day")
    return on_day(days.days_later(spoken, step + (_WEEK if step >= 0 else -_WEEK)), "publication")


def _basis(inside: Timex | None) -> TimeBasis:
    """What the day is resolved by that a distance is counted from: a full date stands for itself."""
    return "publication" if inside is None or inside.basis is None else inside.basis


def _next_day(named: Chunk, inside: Timex | None, anchor: Anchor) -> date | None:
    """The day that is named, for a bare weekday the next one; None if it is not resolved."""
    if named.cls == "WEEKDAY" and anchor.published is not None:
        return days.weekday_after(anchor.published, named.figure("weekday"))
    return inside.day if inside is not None else None
