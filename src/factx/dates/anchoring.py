"""The anchor of each expression: neighbours, tense, days named in the sentence and before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from factx.dates.anchor import NEIGHBOURS, Anchor
from factx.dates.pieces import Chunk, Item
from factx.dates.readers.reader import read
from factx.dates.tense_from_words import Clues
from factx.dates.timex import Timex, year_and_month_of, year_of
from factx.dates.word_classes import DAYS

_HOURS = frozenset({"CLOCK", "PART", "SMALL_HOURS", "DAYPART"})
_DISTANCES = frozenset({"DURATION", "UNIT_BEFORE"})
_BRACKETED = frozenset({"weekday", "day_part"})
"""Readers of what a day in brackets may follow."""
_REFERABLE = frozenset({"DATE", "TIME"})
_NEAR = 8
"""How many items after a clock time its day may come ("4 a.m. (0900 UTC) Monday")."""
_FAR = 40
"""How many items ahead a sentence is searched for a day."""
_RECENT = 2
"""Sentences after which a day is no longer the one that "the evening" belongs to."""
_DAYS_QUOTED = 7
"""A quotation is no older: a day further back is one that it speaks of."""
_POSSESSIVE = len("'s ")
"""Characters between a nation and what belongs to it."""
_NO_SENTENCE = -1 - _RECENT
"""Stands for the sentence of a day that no sentence has named yet."""


@dataclass(slots=True)
class Memory:
    """What the text has named so far: the last date, the last day and the sentence that named it."""

    last_date: str | None = None
    last_day: date | None = None
    sentence: int = _NO_SENTENCE

    def remember(self, timex: Timex, sentence: int) -> None:
        """Take note of a date or day, not of durations and references."""
        if timex.type not in _REFERABLE or timex.value is None:
            return
        if timex.day is not None:
            self.last_day, self.last_date, self.sentence = timex.day, timex.day.isoformat(), sentence
        elif timex.type == "DATE" and (year_of(timex) or year_and_month_of(timex)):
            self.last_date = timex.value


def anchor_of(items: Sequence[Item], at: int, base: Anchor, memory: Memory, clues: Clues) -> Anchor:
    """The anchor of the chunk at a place; ``base`` has what holds for the whole text."""
    item = items[at]
    anchor = replace(
        base,
        countries_of=partial(_countries, item, base, clues),
        last_date=memory.last_date,
        last_day=memory.last_day,
        utterance_day=base.published,
        tense_of=partial(clues.tense, item.start, item.end),
        bygone=partial(clues.bygone, item.start, item.end),
        before=tuple(items[max(at - NEIGHBOURS, 0) : at][::-1]),
        after=tuple(items[at + 1 : at + 1 + NEIGHBOURS]),
    )
    if _is_yet_to_come(memory.last_day, anchor):
        anchor = replace(anchor, last_day=None, last_date=None)
    if clues.quoted(item.start):
        anchor = replace(anchor, utterance_day=_utterance_day(items, at, anchor, memory, clues))
    if isinstance(item, Chunk) and item.reader in _BRACKETED and anchor.right().cls == "open":
        anchor = replace(anchor, bracketed_day=_following_day(items, at, anchor))
    if item.cls in _DISTANCES:
        day, year = _following_day(items, at, anchor), _following_year(items, at)
        return replace(anchor, following_day=day, following_year=year)
    if item.cls in _HOURS:
        named = _sentence_day(items, at, anchor, memory, clues)
        recent = clues.sentence(item.start) - memory.sentence <= _RECENT
        last_day = anchor.last_day if item.cls == "CLOCK" or recent else None
        return replace(anchor, sentence_day=named, last_day=last_day, habitual=clues.habitual(item.start))
    return anchor


def _countries(item: Item, base: Anchor, clues: Clues) -> list[tuple[str, ...]]:
    """The countries whose holiday an expression may be, in groups, the nearest first.

    "India's Independence Day" says it; then the article's country, those of the sentence, that of
    the dateline.
    """
    sentence = clues.sentence(item.start)
    beside = tuple(land.iso3 for land in base.lands if 0 <= item.start - land.end <= _POSSESSIVE)
    named = tuple(dict.fromkeys(land.iso3 for land in base.lands if clues.sentence(land.start) == sentence))
    own, home = (tuple(filter(None, (country,))) for country in (base.country, base.home))
    return [group for group in (beside, own, named, home) if group]


def _is_yet_to_come(day: date | None, anchor: Anchor) -> bool:
    """True if a day lies after publication and the expression is of the past, which has no such day."""
    published = anchor.published
    return day is not None and published is not None and day > published and anchor.tense == "past"


def _utterance_day(items: Sequence[Item], at: int, anchor: Anchor, memory: Memory, clues: Clues) -> date | None:
    """The day of a quotation: named after it in the sentence, else last before it, else publication."""
    published = anchor.published
    if published is None:
        return None
    ahead = _day_ahead(items, at, anchor, clues)
    named = ahead[1] if ahead is not None else memory.last_day
    return named if named is not None and 0 <= (published - named).days <= _DAYS_QUOTED else published


def _following_day(items: Sequence[Item], at: int, anchor: Anchor) -> date | None:
    """The day after the next word: "two weeks before Christmas"."""
    later = items[at + 2] if at + 2 < len(items) else None
    if not isinstance(later, Chunk) or later.cls not in DAYS:
        return None
    timex = read(later, anchor)
    return timex.day if timex is not None else None


def _following_year(items: Sequence[Item], at: int) -> int | None:
    """The year after the next word: "the year before 2015"."""
    later = items[at + 2] if at + 2 < len(items) else None
    return later.number("year") if isinstance(later, Chunk) and later.cls == "YEAR" else None


def _sentence_day(items: Sequence[Item], at: int, anchor: Anchor, memory: Memory, clues: Clues) -> date | None:
    """The day that the sentence names near an hour: just after it, else before it, else further on."""
    ahead = _day_ahead(items, at, anchor, clues, also_quoted=True)
    if ahead is not None and ahead[0] <= _NEAR:
        return ahead[1]
    if memory.sentence == clues.sentence(items[at].start):
        return memory.last_day
    return ahead[1] if ahead is not None else None


def _day_ahead(
    items: Sequence[Item], at: int, anchor: Anchor, clues: Clues, *, also_quoted: bool = False
) -> tuple[int, date] | None:
    """The next day that the sentence names, and how many items ahead; for a quotation, a day outside it."""
    sentence, quoted = clues.sentence(items[at].start), clues.quoted(items[at].start) and not also_quoted
    for step, item in enumerate(items[at + 1 : at + _FAR], 1):
        if clues.sentence(item.start) != sentence:
            return None
        if isinstance(item, Chunk) and item.cls in DAYS and not (quoted and clues.quoted(item.start)):
            timex = read(item, replace(anchor, tense_of=partial(clues.tense, item.start, item.end)))
            if timex is not None and timex.day is not None:
                return step, timex.day
    return None
