"""Text → time expressions: lexemes, grammar, guards, readers, bounds. The pure core: it needs no parse."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from factx.dates.bounds import bounded, is_range, joined
from factx.dates.clues import Clues, text_clues
from factx.dates.grammar import grammar
from factx.dates.lexemes import lexemes
from factx.dates.pieces import Chunk, Item, Reading
from factx.dates.readers import read
from factx.dates.setting import Setting
from factx.dates.stated import stated_day
from factx.dates.timex import first_day
from factx.dates.traps import accepted
from factx.findings import TimeExpression

_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_NEIGHBOURS = 4
_HOURS = frozenset({"CLOCK", "PART", "SMALL_HOURS", "DAYPART"})
_JOINS = frozenset({"to", "through", "and", "hyphen", "dash", "or"})
_DAYS = frozenset({"DAY", "WEEKDAY", "MONTH_DAY", "HOLIDAY"})
_AHEAD = 8
"""How many items after a clock time its day may stand ("3 a.m. local time (1000 UTC) Monday")."""


@dataclass(slots=True)
class _Memory:
    """What the text has named so far."""

    near: str | None = None
    near_day: date | None = None
    near_sentence: int = -9


def find(
    text: str, published: str | None = None, *, country: str | None = None, clues: Clues | None = None
) -> list[TimeExpression]:
    """The time expressions of a text in order, resolved against the publication date (ISO 8601).

    ``country`` is the outlet's (ISO alpha-3; tells 3/4/2021 apart), ``clues`` what a parse adds to the words. Without a
    publication date, given or stated by the text, relative expressions have no value.

    >>> [(time.text, time.value) for time in find("On Friday two men fled; three weeks later both died.", "2021-06-16")]
    [('Friday', '2021-06-11'), ('three weeks', 'P3W')]
    >>> [(time.first, time.last) for time in find("About 300 have died since 2013.", "2021-06-16")]
    [('2013', '2021-06-16')]
    """
    known = clues or text_clues(text)
    items = _settled(grammar().parse(lexemes(text)), known)
    base = Setting(published=_day(published) or stated_day(items), country=country)
    readings = _read_all(items, base, known)
    _join_ranges(items, readings)
    day = base.published.isoformat() if base.published else None
    return [
        _expression(text, item, reading, items[max(at - _NEIGHBOURS, 0) : at][::-1], day)
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
        around = Setting(before=tuple(settled[: -_NEIGHBOURS - 1 : -1]), after=tuple(pending[: -_NEIGHBOURS - 1 : -1]))
        if not clues.vetoed(item.start, item.end) and accepted(item, around):
            settled.append(item)
        else:
            pending += item.items[::-1]
    return settled


def _read_all(items: list[Item], base: Setting, clues: Clues) -> list[Reading | None]:
    memory = _Memory()
    readings: list[Reading | None] = []
    for at, item in enumerate(items):
        if not isinstance(item, Chunk):
            readings.append(None)
            continue
        setting = _setting(items, at, readings, base, memory, clues)
        reading = _in_range_year(items, at, setting) or read(item, setting)
        readings.append(reading)
        if reading is not None:
            _remember(memory, reading, clues.sentence(item.start))
    return readings


def _setting(
    items: list[Item], at: int, readings: list[Reading | None], base: Setting, memory: _Memory, clues: Clues
) -> Setting:
    item = items[at]
    sentence = clues.sentence(item.start)
    said = base.published
    if said is not None and memory.near_day is not None and clues.quoted(item.start):
        said = memory.near_day if 0 <= (said - memory.near_day).days <= 7 else said
    setting = replace(
        base,
        near=memory.near,
        near_day=memory.near_day,
        said_day=said,
        tense=clues.tense(item.start, item.end),
        before=tuple(items[max(at - _NEIGHBOURS, 0) : at][::-1]),
        after=tuple(items[at + 1 : at + 1 + _NEIGHBOURS]),
    )
    if isinstance(item, Chunk) and item.reader == "weekday" and setting.after and setting.after[0].cls == "open":
        return replace(setting, bracket_day=_next_day(items, at, setting))
    if item.cls in {"DURATION", "UNIT_BEFORE"}:
        return replace(setting, next_day=_next_day(items, at, setting), next_year=_next_year(items, at))
    if item.cls in _HOURS:
        day = _sentence_day(items, at, setting, memory, clues)
        recent = sentence - memory.near_sentence <= 2
        keep = memory.near_day if item.cls == "CLOCK" or recent else None
        return replace(setting, sentence_day=day, near_day=keep, habitual=clues.habitual(item.start))
    return setting


def _next_day(items: list[Item], at: int, setting: Setting) -> date | None:
    """The day that stands after the next word: "two weeks before Christmas"."""
    later = items[at + 2] if at + 2 < len(items) else None
    if not isinstance(later, Chunk) or later.cls not in _DAYS:
        return None
    reading = read(later, setting)
    return reading.day if reading is not None else None


def _next_year(items: list[Item], at: int) -> int | None:
    later = items[at + 2] if at + 2 < len(items) else None
    return later.number("year") if isinstance(later, Chunk) and later.cls == "YEAR" else None


def _sentence_day(items: list[Item], at: int, setting: Setting, memory: _Memory, clues: Clues) -> date | None:
    """The day that the sentence names near an hour: just after it, else before it, else further on."""
    sentence = clues.sentence(items[at].start)
    ahead = _day_ahead(items, at, setting, sentence, clues)
    if ahead is not None and ahead[0] <= _AHEAD:
        return ahead[1]
    if memory.near_sentence == sentence:
        return memory.near_day
    return ahead[1] if ahead is not None else None


def _day_ahead(items: list[Item], at: int, setting: Setting, sentence: int, clues: Clues) -> tuple[int, date] | None:
    for step, item in enumerate(items[at + 1 : at + 40], 1):
        if clues.sentence(item.start) != sentence:
            return None
        if isinstance(item, Chunk) and item.cls in _DAYS:
            reading = read(item, replace(setting, tense=clues.tense(item.start, item.end)))
            if reading is not None and reading.day is not None:
                return step, reading.day
    return None


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


def _remember(memory: _Memory, reading: Reading, sentence: int) -> None:
    if reading.type not in {"DATE", "TIME"} or reading.value is None:
        return
    if reading.day is not None:
        memory.near_day, memory.near, memory.near_sentence = reading.day, reading.day.isoformat(), sentence
    elif reading.type == "DATE" and len(reading.value) in {4, 7} and reading.value.replace("-", "").isdigit():
        memory.near = reading.value


def _join_ranges(items: list[Item], readings: list[Reading | None]) -> None:
    places = [at for at, reading in enumerate(readings) if reading is not None]
    for first, second in pairwise(places):
        one, two = readings[first], readings[second]
        if one is not None and two is not None and is_range(items, first, second):
            readings[first], readings[second] = joined(one, two)


def _expression(text: str, chunk: Chunk, reading: Reading, before: list[Item], published: str | None) -> TimeExpression:
    first, last = bounded(reading, before, published)
    value = None if reading.type == "DATE" and (reading.value or "").startswith("XXXX") else reading.value
    basis = reading.basis if value is not None else None
    return TimeExpression(
        chunk.start, chunk.end, text[chunk.start : chunk.end], reading.type, value, first, last, basis
    )
