"""Readers of dates that a deictic word or the text points at: "last April", "next May 3", "the 17th"."""

from __future__ import annotations

from dataclasses import replace

from factx.dates import days
from factx.dates.anchor import Anchor
from factx.dates.nearest_date import nearest_day
from factx.dates.pieces import Chunk
from factx.dates.timex import UNRESOLVED, Timex, on_day
from factx.dates.word_classes import AHEAD, ANAPHORIC, BACK

_YEARS_AROUND = range(-8, 9)
"""Years to look at for a day, so that 29 February is found."""
_YEAR = len("2021")


def pointed_month(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve "last April", "next May", "this June"."""
    number, published, pointing = chunk.figure("month"), anchor.published, chunk.cls_of("direction")
    if published is None:
        return Timex("DATE", f"XXXX-{number:02}", None)
    year = published.year
    if pointing in BACK:
        year -= number >= published.month
    elif pointing in AHEAD:
        year += number <= published.month
    elif pointing in ANAPHORIC and anchor.last_date:
        year = int(anchor.last_date[:_YEAR])
    return Timex("DATE", f"{year:04}-{number:02}", "publication")


def pointed_month_day(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve "last Oct. 23" to the last such day, "next 6th of April" to the next one.

    "This May 3" and "that same May 3" are the nearest that the tense allows.
    """
    month, number, published = chunk.figure("month"), chunk.figure("day"), anchor.published
    if not days.is_day_of_year(month, number):
        return None
    if published is None:
        return Timex("DATE", f"XXXX-{month:02}-{number:02}", None)
    pointing = chunk.cls_of("direction")
    if pointing not in BACK | AHEAD:
        return on_day(nearest_day(month, number, published, anchor.tense), "publication")
    found = [days.day(published.year + step, month, number) for step in _YEARS_AROUND]
    around = [day for day in found if day is not None]
    if pointing in BACK:
        return on_day(max((day for day in around if day < published), default=None), "publication")
    return on_day(min((day for day in around if day > published), default=None), "publication")


def pointed_behind(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve "June 30 next", "in May last"."""
    named = chunk.chunk("named")
    pointed = replace(named, parts={**named.parts, "direction": chunk.parts["direction"]})
    return (pointed_month if named.cls == "MONTH" else pointed_month_day)(pointed, inside, anchor)


def day_of_month(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve "the 17th" in the month last mentioned, else the most recent, or the next if future."""
    number, base = chunk.figure("number"), anchor.last_day or anchor.published
    if base is None:
        return UNRESOLVED
    here = days.day(base.year, base.month, number)
    if here is not None and (anchor.last_day is not None or here <= base or anchor.tense == "future"):
        return on_day(here, "publication" if anchor.last_day is None else "relative")
    before = days.months_later(base.replace(day=1), -1)
    return on_day(days.day(before.year, before.month, number) if before is not None else None, "publication")


def day_of_the_month(chunk: Chunk, inside: Timex | None, anchor: Anchor) -> Timex | None:
    """Resolve "the 20th day of the month": of the month last mentioned, else of that of publication."""
    base = anchor.last_day or anchor.published
    if base is None:
        return UNRESOLVED
    day = days.day(base.year, base.month, chunk.figure("number"))
    return on_day(day, "publication" if anchor.last_day is None else "relative")
