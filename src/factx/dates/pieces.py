"""What the steps from text to time expression hand to one another: lexemes, chunks and readings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from factx.base import TimeBasis, TimexType

Value = int | float | str | tuple[int, ...] | None


class Lexeme(NamedTuple):
    """A word, number or mark of the text with its class and value; one for each word, so a tuple, which is quick."""

    start: int
    end: int
    text: str
    cls: str
    value: Value = None


@dataclass(frozen=True, slots=True)
class Chunk:
    """Lexemes and smaller chunks that a rule of the grammar has joined; ``cls`` is what the rule makes of them."""

    start: int
    end: int
    rule: str
    reader: str
    guard: str
    cls: str
    parts: dict[str, tuple[Item, ...]]
    items: tuple[Item, ...]

    def part(self, name: str) -> Item | None:
        """The first item of a named part; None where the part is absent."""
        found = self.parts.get(name)
        return found[0] if found else None

    def value(self, name: str) -> Value:
        """The value of the first word of a named part; None where the part is absent."""
        found = self.part(name)
        return found.value if isinstance(found, Lexeme) else None

    def number(self, name: str) -> int | None:
        """The value of a named part as an integer, 2 for "second"; None where it is absent or has none."""
        found = self.part(name)
        if isinstance(found, Lexeme) and found.cls == "second":
            return 2
        value = self.value(name)
        return int(value) if isinstance(value, int | float) else None

    def figure(self, name: str) -> int:
        """The value of a named part as an integer; 0 where it has none."""
        return self.number(name) or 0

    def chunk(self, name: str) -> Chunk:
        """The chunk that a named part stands for."""
        found = self.part(name)
        if not isinstance(found, Chunk):
            raise KeyError(f"rule {self.rule!r} has no chunk {name!r}")
        return found

    def leaves(self) -> Iterator[Lexeme]:
        """All lexemes in the chunk, in text order."""
        for item in self.items:
            if isinstance(item, Chunk):
                yield from item.leaves()
            else:
                yield item


Item = Lexeme | Chunk


@dataclass(frozen=True, slots=True)
class Reading:
    """What a chunk means: TIMEX3 type and value, what the value rests on, and the day that later words may refer to.

    ``first``/``last`` are given where the interval is not the one that ``value`` names ("the past two years").
    """

    type: TimexType
    value: str | None
    basis: TimeBasis | None = "explicit"
    day: date | None = None
    first: str | None = None
    last: str | None = None
