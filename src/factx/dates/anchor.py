"""What an expression is resolved against, beside its own words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from factx.dates.pieces import Chunk, Item, Lexeme

Tense = Literal["past", "future"]
NEIGHBOURS = 4
"""Neighbours on each side that guards, readers and bounds may ask for."""
EDGE = Lexeme(-1, -1, "", "edge")
"""Stands for the neighbour that an expression at the edge of a line lacks."""


class Land(NamedTuple):
    """A country that the text names, by nation or place: its offsets and its code (ISO alpha-3)."""

    start: int
    end: int
    iso3: str


@dataclass(frozen=True, slots=True)
class Anchor:
    """Publication date, days mentioned before, tense and neighbours of one expression.

    - ``country``: what the article is about, ``home``: where it was written, ``lands``: what it
      names.
    - ``countries_of``: asks for the countries whose holidays may be meant, in groups, nearest first.
    - ``day_first``: how the text writes dates in figures, where one of them shows it.
    - ``last_date``: the last date mentioned (ISO, as precise as the text), ``last_day``: the last day.
    - ``sentence_day``: the day that the same sentence names.
    - ``following_day``, ``following_year``: named after the next word ("two weeks before Christmas").
    - ``bracketed_day``: in brackets after a weekday or a part of the day.
    - ``utterance_day``: when the words were said: publication, or the day named with a quotation.
    - ``bygone``: asks whether what was arranged for the day is told in the past alone.
    - ``habitual``: hours of every day.
    - ``tense_of``: asks for the tense when a reader needs it.
    - ``before``, ``after``: the neighbours, nearest first.
    """

    published: date | None = None
    country: str | None = None
    home: str | None = None
    lands: tuple[Land, ...] = ()
    countries_of: Callable[[], list[tuple[str, ...]]] = list
    day_first: bool | None = None
    last_date: str | None = None
    last_day: date | None = None
    sentence_day: date | None = None
    following_day: date | None = None
    following_year: int | None = None
    bracketed_day: date | None = None
    utterance_day: date | None = None
    tense_of: Callable[[], Tense | None] = lambda: None
    bygone: Callable[[], bool] = lambda: False
    habitual: bool = False
    before: tuple[Item, ...] = ()
    after: tuple[Item, ...] = ()

    @property
    def tense(self) -> Tense | None:
        """The tense of the verb that governs the expression, or None."""
        return self.tense_of()

    @property
    def day_in_text(self) -> date | None:
        """The day that the sentence names, else the last one before it, or None."""
        return self.sentence_day or self.last_day

    def left(self, number: int = 0) -> Lexeme:
        """The neighbour on the left, or the one ``number`` places beyond it; ``EDGE`` past the line."""
        return _lexeme(self.before, number, -1)

    def right(self, number: int = 0) -> Lexeme:
        """The neighbour on the right, or the one ``number`` places beyond it; ``EDGE`` past the line."""
        return _lexeme(self.after, number, 0)

    def chunk_before(self) -> Chunk | None:
        """The chunk before the word on the left, or before a comma and "and"; None if there is none.

        It is the other end of a range, or the day before in a list.
        """
        listed = [item.cls for item in self.before[:2]] in (["and", "comma"], ["or", "comma"])
        return _other_end(self.before[1:] if listed else self.before)

    def chunk_after(self) -> Chunk | None:
        """The chunk after the word on the right: the other end of a range, or None."""
        return _other_end(self.after)


def _lexeme(items: tuple[Item, ...], number: int, end: int) -> Lexeme:
    """The first or last lexeme of an item; a line break is an edge."""
    if number >= len(items):
        return EDGE
    item = items[number]
    while not isinstance(item, Lexeme):
        item = item.items[end]
    return EDGE if item.cls == "break" else item


def _other_end(items: tuple[Item, ...]) -> Chunk | None:
    return items[1] if len(items) > 1 and isinstance(items[1], Chunk) else None
