"""Text → time expressions; the pure core, which needs no parse.

1. The lexer gives every word, number and mark a class; the grammar joins them to chunks, after
   counts that follow a month have been set apart.
2. A chunk that its guard or the parse rejects is dissolved into what it was made of.
3. The publication date is the article's, else the one that the text states.
4. In text order, each chunk gets its anchor (neighbours, tense, days mentioned before) and is
   resolved: by the year of its range, else by the reader of its rule.
5. The ends of a range, the days and months of a list, and a length with the date that ends it
   ("the year to March") share its interval; a preposition ("since", "until") bounds an interval.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import pairwise

from factx.base import TimeMention
from factx.dates.anchor import NEIGHBOURS, Anchor, Land
from factx.dates.anchoring import Memory, anchor_of
from factx.dates.bounds import bounded, is_range, joined, lists_of_days
from factx.dates.counts import with_counts_apart
from factx.dates.date_order import order_in_text
from factx.dates.days import weekday_after
from factx.dates.grammar import grammar
from factx.dates.guards.guard import is_accepted
from factx.dates.length_before import leads_up, with_length_before
from factx.dates.lexer import lexemes
from factx.dates.months_in_lists import lists_of_months
from factx.dates.pieces import Chunk, Item
from factx.dates.range_year import next_after, start_of_range
from factx.dates.readers.reader import read
from factx.dates.stated_publication import stated_day
from factx.dates.tense_from_words import Clues, clues_from_words
from factx.dates.timex import Timex, first_day

_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def find(
    text: str,
    published: str | None = None,
    *,
    country: str | None = None,
    home: str | None = None,
    lands: Iterable[Land] = (),
    clues: Clues | None = None,
) -> list[TimeMention]:
    """The time expressions of a text in order, resolved against the publication date (ISO 8601).

    ``country`` is the article's (ISO alpha-3; it decides whether 3/4/2021 is in March or April, and
    with ``home``, that of the dateline, and ``lands``, those that the text names, whose Independence
    Day is meant), ``clues`` what a parse adds to the words. Without a publication date, given or
    stated by the text, deictic expressions have no value.

    >>> text = "On Friday two men fled; three weeks later both died."
    >>> [(time.text, time.value) for time in find(text, "2021-06-16")]
    [('Friday', '2021-06-11'), ('three weeks', 'P3W')]
    >>> (since,) = find("About 300 have died since 2013.", "2021-06-16")
    >>> since.start_date, since.end_date
    ('2013', '2021-06-16')
    """
    known = clues or clues_from_words(text)
    items = _guarded(grammar().parse(with_counts_apart(lexemes(text))), known)
    day_first = order_in_text(items)
    base = Anchor(_day(published) or stated_day(items), country, home, tuple(lands), day_first=day_first)
    timexes = _resolve_all(items, base, known)
    _join_ranges(items, timexes)
    day = base.published.isoformat() if base.published else None
    return [
        _mention(text, item, timex, items[max(at - NEIGHBOURS, 0) : at][::-1], day)
        for at, (item, timex) in enumerate(zip(items, timexes, strict=True))
        if isinstance(item, Chunk) and timex is not None
    ]


def _day(published: str | None) -> date | None:
    """The publication day, or None if none is given or the text given is no ISO day."""
    found = published[:10] if published else ""
    return date.fromisoformat(found) if _ISO_DAY.fullmatch(found) and first_day(found) else None


def _guarded(items: list[Item], clues: Clues) -> list[Item]:
    """The items with every chunk that its guard rejects dissolved into what it was made of."""
    pending, done = items[::-1], list[Item]()
    while pending:
        item = pending.pop()
        if not isinstance(item, Chunk):
            done.append(item)
            continue
        around = Anchor(before=tuple(done[: -NEIGHBOURS - 1 : -1]), after=tuple(pending[: -NEIGHBOURS - 1 : -1]))
        if not clues.is_name(item.start, item.end) and is_accepted(item, around):
            done.append(item)
        else:
            pending += item.items[::-1]
    return done


def _resolve_all(items: list[Item], base: Anchor, clues: Clues) -> list[Timex | None]:
    """The meaning of each item; None for lexemes, and for chunks that are no time after all."""
    memory = Memory()
    timexes: list[Timex | None] = []
    for at, item in enumerate(items):
        if not isinstance(item, Chunk):
            timexes.append(None)
            continue
        anchor = anchor_of(items, at, base, memory, clues)
        timex = start_of_range(items, at, anchor) or read(item, anchor)
        timexes.append(timex)
        if timex is not None:
            memory.remember(timex, clues.sentence(item.start))
    return timexes


def _join_ranges(items: list[Item], timexes: list[Timex | None]) -> None:
    """Give both ends of every range, and all of a list, the interval from the first to the last."""
    places = [at for at, timex in enumerate(timexes) if timex is not None]
    for first, second in pairwise(places):
        one, two = timexes[first], timexes[second]
        if one is None or two is None:
            continue
        if is_range(items, first, second):
            timexes[first], timexes[second] = joined(one, _ahead_of_start(items[second], one, two))
        elif leads_up(items, first, second):
            timexes[first], timexes[second] = with_length_before(items[first], one, two)
    for listed in (*lists_of_days(items, timexes), *lists_of_months(items, timexes)):
        for at, timex in listed.items():
            timexes[at] = timex


def _ahead_of_start(item: Item, first: Timex, second: Timex) -> Timex:
    """The end of a range; a bare weekday or month comes after the first ("from Monday to Friday")."""
    if item.cls == "PHASE" and first.basis == second.basis == "publication":
        return next_after(first, second)
    if item.cls != "WEEKDAY" or first.day is None or second.day is None or second.day >= first.day:
        return second
    day = weekday_after(first.day, second.day.isoweekday())
    return replace(second, value=day.isoformat(), day=day)


def _mention(text: str, chunk: Chunk, timex: Timex, before: list[Item], published: str | None) -> TimeMention:
    """The time expression of a chunk; a date without its year has no value."""
    start, end = bounded(timex, before, published)
    value = None if timex.type == "DATE" and (timex.value or "").startswith("XXXX") else timex.value
    basis = timex.basis if value is not None else None
    words = text[chunk.start : chunk.end]
    return TimeMention(chunk.start, chunk.end, words, timex.type, value, start, end, basis, timex.deictic)
