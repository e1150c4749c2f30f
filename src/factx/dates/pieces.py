"""What the lexer hands to the grammar, and the grammar to guards and readers: lexemes and chunks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

Value = int | float | str | tuple[int, ...] | None


class Lexeme(NamedTuple):
    """A word, number or mark of the text with its class and value.

    There is one per word of the text, so it is a tuple, which is quick to make.
    """

    start: int
    end: int
    text: str
    cls: str
    value: Value = None


@dataclass(frozen=True, slots=True)
class Chunk:
    """Lexemes and smaller chunks that a rule of the grammar joins; ``cls`` is the rule's class."""

    start: int
    end: int
    rule: str
    reader: str
    guard: str
    cls: str
    parts: dict[str, tuple[Item, ...]]
    items: tuple[Item, ...]

    def part(self, name: str) -> Item | None:
        """The first item of a named part, or None if the part is absent."""
        found = self.parts.get(name)
        return found[0] if found else None

    def cls_of(self, name: str) -> str:
        """The class of the first item of a named part; empty if the part is absent."""
        found = self.part(name)
        return found.cls if found is not None else ""

    def classes_of(self, name: str) -> list[str]:
        """The classes of all items of a named part, in text order."""
        return [item.cls for item in self.parts.get(name, ())]

    def value(self, name: str) -> Value:
        """The value of the first word of a named part, or None if the part is absent."""
        found = self.part(name)
        return found.value if isinstance(found, Lexeme) else None

    def number(self, name: str) -> int | None:
        """The value of a named part as an integer, 2 for "second"; None if it is absent or no number."""
        found = self.part(name)
        if isinstance(found, Lexeme) and found.cls == "second":
            return 2
        value = self.value(name)
        return int(value) if isinstance(value, int | float) else None

    def figure(self, name: str) -> int:
        """The value of a named part as an integer; 0 if it has none."""
        return self.number(name) or 0

    def figures(self, name: str) -> tuple[int, ...]:
        """The numbers of a named part like "03/04/2021"; empty if it is absent or one number."""
        value = self.value(name)
        return value if isinstance(value, tuple) else ()

    def chunk(self, name: str) -> Chunk:
        """The chunk that is a named part; raises ``KeyError`` if the rule has no such part."""
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
