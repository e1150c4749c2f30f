"""The order of day and month in figures: "03/04/2021" is in March or in April.

1. Another date of the text that can be read in one way only shows how the text writes them.
2. Else the article's country does.
3. Of two readings one may lie after publication: with a verb of the past it is the other, and where
   no country is known with any verb that is not of the future.
4. What is left open is read as the day that is nearer to publication, day first without one.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from factx.base import lexicon
from factx.dates import days
from factx.dates.anchor import Anchor
from factx.dates.pieces import Chunk, Item

_MONTH_FIRST = lexicon.classes("dates/date_orders", column="country")["month_first"]
_DATE_FIGURES = 3  # day, month, year


def order_in_text(items: Sequence[Item]) -> bool | None:
    """True if dates in figures are written day first, False if month first, None if neither shows.

    >>> from factx.dates.grammar import grammar
    >>> from factx.dates.lexer import lexemes
    >>> [order_in_text(grammar().parse(lexemes(text))) for text in ("on 25/12/2019", "on 12/25/2019", "on 3/4/2019")]
    [True, False, None]
    """
    shown = {_shown(item.figures("date")) for item in items if isinstance(item, Chunk) and item.reader == "figures"}
    known = shown - {None}
    return known.pop() if len(known) == 1 else None


def _shown(figures: tuple[int, ...]) -> bool | None:
    """Whether the day stands first in three figures, or None if either may be the month."""
    if len(figures) != _DATE_FIGURES or (figures[0] > days.MONTHS) == (figures[1] > days.MONTHS):
        return None
    return figures[0] > days.MONTHS


def writes_day_first(anchor: Anchor) -> bool | None:
    """Whether text or country write the day before the month; None if nothing is known."""
    if anchor.day_first is not None or anchor.country is None:
        return anchor.day_first
    return anchor.country not in _MONTH_FIRST


def is_day_first(month_first: date, day_first: date, anchor: Anchor) -> bool:
    """True if of two readings of one date the one with the day first is meant."""
    known, published = writes_day_first(anchor), anchor.published
    if anchor.day_first is not None or published is None:
        return known is not False
    is_past = {day_first: day_first <= published, month_first: month_first <= published}
    decides = anchor.tense == "past" if known is not None else anchor.tense != "future"
    if decides and is_past[day_first] != is_past[month_first]:
        return is_past[day_first]
    if known is not None:
        return known
    return abs((day_first - published).days) <= abs((month_first - published).days)
