"""What a reader may know beside the expression itself: publication date, days mentioned before, tense, neighbours."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from factx.dates.pieces import Item, Lexeme

Tense = Literal["past", "future"]
EDGE = Lexeme(-1, -1, "", "edge")
"""Stands for the neighbour that an expression at the edge of a line lacks."""


@dataclass(frozen=True, slots=True)
class Setting:
    """The surroundings of one expression.

    ``near`` is the last date mentioned (ISO, as precise as the text), ``near_day`` the last day, ``sentence_day`` the
    day that the same sentence names; ``next_day`` and ``next_year`` are named right after the next word,
    ``bracket_day`` in brackets after a weekday; ``said_day`` is the day from which the words are spoken (publication,
    or the day before a quotation); ``tense_of`` tells the tense when a reader asks for it; ``before`` and ``after``
    are the neighbours, nearest first.
    """

    published: date | None = None
    country: str | None = None
    near: str | None = None
    near_day: date | None = None
    sentence_day: date | None = None
    next_day: date | None = None
    next_year: int | None = None
    bracket_day: date | None = None
    said_day: date | None = None
    tense_of: Callable[[], Tense | None] = lambda: None
    habitual: bool = False
    before: tuple[Item, ...] = ()
    after: tuple[Item, ...] = ()

    @property
    def tense(self) -> Tense | None:
        """The tense in which the sentence speaks of the expression."""
        return self.tense_of()

    def left(self, number: int = 0) -> Lexeme:
        """The lexeme so many places before the expression; ``EDGE`` beyond the line."""
        return _lexeme(self.before, number, -1)

    def right(self, number: int = 0) -> Lexeme:
        """The lexeme so many places after the expression; ``EDGE`` beyond the line."""
        return _lexeme(self.after, number, 0)


def _lexeme(items: tuple[Item, ...], number: int, end: int) -> Lexeme:
    if number >= len(items):
        return EDGE
    item = items[number]
    while not isinstance(item, Lexeme):
        item = item.items[end]
    return EDGE if item.cls == "break" else item
