"""Readers of nights, which begin on one day and end on the next: "the night of 3 to 4 May"."""

from __future__ import annotations

from dataclasses import replace

from factx.dates import days
from factx.dates.anchor import Anchor
from factx.dates.nearest_date import nearest_day
from factx.dates.pieces import Chunk
from factx.dates.readers.clock import part_of_day
from factx.dates.timex import UNRESOLVED, Timex, on_day


def night_between(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve "the night of 3 to 4 May", "overnight from Friday to Saturday": one time on two days."""
    night = part_of_day(chunk, inside, anchor)
    morning = days.days_later(night.day, 1) if night is not None and night.day is not None else None
    if night is None or night.day is None or morning is None:
        return night
    return replace(night, start_date=night.day.isoformat(), end_date=morning.isoformat())


def night_in_figures(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve "the night of 3/4 May" to the night that begins on the first of the two days."""
    month, (first, _) = chunk.figure("month"), chunk.figures("days")
    year, published = chunk.number("year"), anchor.published
    if year is not None:
        return night_between(chunk, on_day(days.day(year, month, first)), anchor)
    day = nearest_day(month, first, published, anchor.tense) if published is not None else None
    return night_between(chunk, on_day(day, "publication") or UNRESOLVED, anchor)
