"""The publication day that a text states itself, for articles that came without one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from factx.dates import days
from factx.dates.anchor import Anchor
from factx.dates.pieces import Chunk, Item, Lexeme
from factx.dates.readers.reader import read
from factx.dates.word_classes import HYPHENS, JOINTS, PAUSES

_OPENING = 40
"""How many lexemes into the text a dateline may be, after an address and a title."""
_DATELINE = 8
"""How many lexemes a dateline has before its date: places, agency, marks."""
_IN_DATELINE = JOINTS | PAUSES | {"other", "and"}
_AFTER_DATELINE = HYPHENS | {"open"}


def stated_day(items: Sequence[Item]) -> date | None:
    """The day of "today (March 9, 2023)" or of a dateline "LIMA - 14 August 2023:", or None.

    >>> from factx.dates.grammar import grammar
    >>> from factx.dates.lexer import lexemes
    >>> stated_day(grammar().parse(lexemes("Guards yesterday (March 9, 2023) met a man.")))
    datetime.date(2023, 3, 10)
    """
    for at, item in enumerate(items):
        if isinstance(item, Chunk) and item.cls == "DAY":
            found = _beside_day_word(items, at) or (_in_dateline(items, at) if at < _OPENING else None)
            if found is not None:
                return found
    return None


def _beside_day_word(items: Sequence[Item], at: int) -> date | None:
    """The day in brackets after "today" or "yesterday", counted back to today."""
    word, after = items[at], [item.cls for item in items[at + 1 : at + 2]]
    if not isinstance(word, Chunk) or word.reader != "day_word" or after != ["open"]:
        return None
    named = _full_day(items[at + 2] if at + 2 < len(items) else None)
    return days.days_later(named, -(word.number("day") or 0)) if named is not None else None


def _in_dateline(items: Sequence[Item], at: int) -> date | None:
    """A full date after a place name at the start of a line, before a dash, a colon or a bracket."""
    named = _full_day(items[at])
    follower = items[at + 1] if at + 1 < len(items) else None
    if named is None or not isinstance(follower, Lexeme):
        return None
    if follower.cls not in _AFTER_DATELINE and follower.text != ":":
        return None
    for item in reversed(items[max(at - _DATELINE, 0) : at]):
        if item.cls == "break":
            return named
        if not isinstance(item, Lexeme) or item.cls not in _IN_DATELINE or item.text[0].islower():
            return None
    return named if at <= _DATELINE else None


def _full_day(item: Item | None) -> date | None:
    """The day of a date with its year, or None."""
    if not isinstance(item, Chunk) or item.cls != "DAY" or item.number("year") is None:
        return None
    timex = read(item, Anchor())
    return timex.day if timex is not None else None
