"""What surrounds an expression: neighbours, tense, the days that the sentence and the text before it name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from factx.dates.anchor import Setting
from factx.dates.pieces import Chunk, Item, Reading
from factx.dates.readers.reader import read
from factx.dates.tense_from_words import Clues

NEIGHBOURS = 4
_HOURS = frozenset({"CLOCK", "PART", "SMALL_HOURS", "DAYPART"})
_DAYS = frozenset({"DAY", "WEEKDAY", "MONTH_DAY", "HOLIDAY"})
_NEAR = 8
"""How many items after a clock time its day may stand ("4 a.m. (0900 UTC) Monday")."""
_FAR = 40
"""How many items ahead a sentence is searched for a day."""
_RECENT = 2
"""Sentences after which a day is no longer the one that "the evening" belongs to."""
_WEEK = 7


@dataclass(slots=True)
class Memory:
    """What the text has named so far: the last date, the last day and the sentence that named it."""

    near: str | None = None
    near_day: date | None = None
    near_sentence: int = -9

    def remember(self, reading: Reading, sentence: int) -> None:
        """Take note of a date or day, not of durations and references."""
        if reading.type not in {"DATE", "TIME"} or reading.value is None:
            return
        if reading.day is not None:
            self.near_day, self.near, self.near_sentence = reading.day, reading.day.isoformat(), sentence
        elif reading.type == "DATE" and len(reading.value) in {4, 7} and reading.value.replace("-", "").isdigit():
            self.near = reading.value


def surroundings(items: Sequence[Item], at: int, base: Setting, memory: Memory, clues: Clues) -> Setting:
    """The setting of the chunk at a place."""
    item = items[at]
    setting = Setting(
        published=base.published,
        country=base.country,
        near=memory.near,
        near_day=memory.near_day,
        said_day=base.published,
        tense_of=partial(clues.tense, item.start, item.end),
        before=tuple(items[max(at - NEIGHBOURS, 0) : at][::-1]),
        after=tuple(items[at + 1 : at + 1 + NEIGHBOURS]),
    )
    if clues.quoted(item.start):
        setting = replace(setting, said_day=_said_day(items, at, setting, memory, clues))
    if isinstance(item, Chunk) and item.reader == "weekday" and setting.right().cls == "open":
        return replace(setting, bracket_day=_next_day(items, at, setting))
    if item.cls in {"DURATION", "UNIT_BEFORE"}:
        return replace(setting, next_day=_next_day(items, at, setting), next_year=_next_year(items, at))
    if item.cls in _HOURS:
        day = _sentence_day(items, at, setting, memory, clues)
        recent = clues.sentence(item.start) - memory.near_sentence <= _RECENT
        keep = memory.near_day if item.cls == "CLOCK" or recent else None
        return replace(setting, sentence_day=day, near_day=keep, habitual=clues.habitual(item.start))
    return setting


def _said_day(items: Sequence[Item], at: int, setting: Setting, memory: Memory, clues: Clues) -> date | None:
    """The day on which a quotation was said: named after it in the sentence, or last before it; else publication."""
    published = setting.published
    if published is None:
        return None
    ahead = _day_ahead(items, at, setting, clues)
    named = ahead[1] if ahead is not None else memory.near_day
    return named if named is not None and 0 <= (published - named).days <= _WEEK else published


def _next_day(items: Sequence[Item], at: int, setting: Setting) -> date | None:
    """The day that stands after the next word: "two weeks before Christmas"."""
    later = items[at + 2] if at + 2 < len(items) else None
    if not isinstance(later, Chunk) or later.cls not in _DAYS:
        return None
    reading = read(later, setting)
    return reading.day if reading is not None else None


def _next_year(items: Sequence[Item], at: int) -> int | None:
    later = items[at + 2] if at + 2 < len(items) else None
    return later.number("year") if isinstance(later, Chunk) and later.cls == "YEAR" else None


def _sentence_day(items: Sequence[Item], at: int, setting: Setting, memory: Memory, clues: Clues) -> date | None:
    """The day that the sentence names near an hour: just after it, else before it, else further on."""
    ahead = _day_ahead(items, at, setting, clues)
    if ahead is not None and ahead[0] <= _NEAR:
        return ahead[1]
    if memory.near_sentence == clues.sentence(items[at].start):
        return memory.near_day
    return ahead[1] if ahead is not None else None


def _day_ahead(items: Sequence[Item], at: int, setting: Setting, clues: Clues) -> tuple[int, date] | None:
    """The next day that the sentence names, outside a quotation where the chunk is in one, and how many items ahead."""
    sentence, quoted = clues.sentence(items[at].start), clues.quoted(items[at].start)
    for step, item in enumerate(items[at + 1 : at + _FAR], 1):
        if clues.sentence(item.start) != sentence:
            return None
        if isinstance(item, Chunk) and item.cls in _DAYS and not (quoted and clues.quoted(item.start)):
            reading = read(item, replace(setting, tense_of=partial(clues.tense, item.start, item.end)))
            if reading is not None and reading.day is not None:
                return step, reading.day
    return None
