"""Text → time expressions: lexemes, grammar, guards, readers, bounds. The pure core: it needs no parse."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise

from factx.base import TimeMention
from factx.dates.anchor import Setting
from factx.dates.anchoring import NEIGHBOURS, Memory, surroundings
from factx.dates.bounds import bounded, is_range, joined
from factx.dates.days import weekday_after
from factx.dates.grammar import grammar
from factx.dates.guards.guard import accepted
from factx.dates.lexer import lexemes
from factx.dates.pieces import Chunk, Item, Reading
from factx.dates.readers.reader import read
from factx.dates.stated_publication import stated_day
from factx.dates.tense_from_words import Clues, text_clues
from factx.dates.timex import first_day

_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_JOINS = frozenset({"to", "through", "and", "hyphen", "dash", "or"})


def find(
    text: str, published: str | None = None, *, country: str | None = None, clues: Clues | None = None
) -> list[TimeMention]:
    """The time expressions of a text in order, resolved against the publication date (ISO 8601).

    ``country`` is the outlet's (ISO alpha-3; tells 3/4/2021 apart), ``clues`` what a parse adds to the words. Without a
    publication date, given or stated by the text, relative expressions have no value.

    >>> [(time.text, time.value) for time in find("On Friday two men fled; three weeks later both died.", "2021-06-16")]
    [('Friday', '2021-06-11'), ('three weeks', 'P3W')]
    >>> [(time.start_date, time.end_date) for time in find("About 300 have died since 2013.", "2021-06-16")]
    [('2013', '2021-06-16')]
    """
    known = clues or text_clues(text)
    items = _settled(grammar().parse(lexemes(text)), known)
    base = Setting(published=_day(published) or stated_day(items), country=country)
    readings = _read_all(items, base, known)
    _join_ranges(items, readings)
    day = base.published.isoformat() if base.published else None
    return [
        _expression(text, item, reading, items[max(at - NEIGHBOURS, 0) : at][::-1], day)
        for at, (item, reading) in enumerate(zip(items, readings, strict=True))
        if isinstance(item, Chunk) and reading is not None
    ]


def _day(published: str | None) -> date | None:
    """The publication day; None where none is given or the text given is no ISO day."""
    found = published[:10] if published else ""
    return date.fromisoformat(found) if _ISO_DAY.fullmatch(found) and first_day(found) else None


def _settled(items: list[Item], clues: Clues) -> list[Item]:
    """The items with every chunk that its guard refuses dissolved into what it was made of."""
    pending, settled = items[::-1], list[Item]()
    while pending:
        item = pending.pop()
        if not isinstance(item, Chunk):
            settled.append(item)
            continue
        around = Setting(before=tuple(settled[: -NEIGHBOURS - 1 : -1]), after=tuple(pending[: -NEIGHBOURS - 1 : -1]))
        if not clues.vetoed(item.start, item.end) and accepted(item, around):
            settled.append(item)
        else:
            pending += item.items[::-1]
    return settled


def _read_all(items: list[Item], base: Setting, clues: Clues) -> list[Reading | None]:
    memory = Memory()
    readings: list[Reading | None] = []
    for at, item in enumerate(items):
        if not isinstance(item, Chunk):
            readings.append(None)
            continue
        setting = surroundings(items, at, base, memory, clues)
        reading = _in_range_year(items, at, setting) or read(item, setting)
        readings.append(reading)
        if reading is not None:
            memory.remember(reading, clues.sentence(item.start))
    return readings


def _in_range_year(items: list[Item], at: int, setting: Setting) -> Reading | None:
    """A month or day that shares the year of what it leads to: "between January and April 2015"."""
    item, later = items[at], items[at + 2] if at + 2 < len(items) else None
    if not isinstance(item, Chunk) or item.cls not in {"MONTH", "MONTH_DAY"} or not isinstance(later, Chunk):
        return None
    if items[at + 1].cls not in _JOINS or later.cls not in {"MONTH", "MONTH_DAY", "MONTH_YEAR", "DAY", "RANGE_DAY"}:
        return None
    year = later.chunk("year").number("year") if isinstance(later.part("year"), Chunk) else later.number("year")
    if year is None and not (is_range(items, at, at + 2) and later.cls == item.cls):
        return None
    end = read(later, replace(setting, before=(items[at + 1], item))) if year is None else None
    written = end.value[:4] if end is not None and end.value is not None else "" if year is None else f"{year:04}"
    if not written.isdigit():
        return None
    month, later_month = item.number("month") or 0, later.number("month") or item.number("month") or 0
    iso = f"{int(written) - (month > later_month):04}-{month:02}"
    basis = "explicit" if year is not None else "publication"
    if item.cls == "MONTH":
        return Reading("DATE", iso, "explicit" if basis == "explicit" else "publication")
    found = first_day(f"{iso}-{item.number('day') or 0:02}")
    return None if found is None else Reading("DATE", found.isoformat(), "explicit" if year else "publication", found)


def _join_ranges(items: list[Item], readings: list[Reading | None]) -> None:
    places = [at for at, reading in enumerate(readings) if reading is not None]
    for first, second in pairwise(places):
        one, two = readings[first], readings[second]
        if one is not None and two is not None and is_range(items, first, second):
            readings[first], readings[second] = joined(one, _weekday_ahead(items[second], one, two))


def _weekday_ahead(item: Item, first: Reading, second: Reading) -> Reading:
    """The end of a range; a bare weekday comes after the day that the range begins with ("from Monday to Friday")."""
    if item.cls != "WEEKDAY" or first.day is None or second.day is None or second.day >= first.day:
        return second
    day = weekday_after(first.day, second.day.isoweekday())
    return replace(second, value=day.isoformat(), day=day)


def _expression(text: str, chunk: Chunk, reading: Reading, before: list[Item], published: str | None) -> TimeMention:
    first, last = bounded(reading, before, published)
    value = None if reading.type == "DATE" and (reading.value or "").startswith("XXXX") else reading.value
    basis = reading.basis if value is not None else None
    return TimeMention(chunk.start, chunk.end, text[chunk.start : chunk.end], reading.type, value, first, last, basis)
