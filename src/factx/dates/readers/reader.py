"""Readers resolve a chunk to a TIMEX3 value; the grammar names the reader of each rule.

A reader takes the chunk, the meaning of the time within it ("March of *this year*") and the anchor.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from types import ModuleType

from factx.base import RuleError
from factx.dates.anchor import Anchor
from factx.dates.grammar import grammar
from factx.dates.pieces import Chunk
from factx.dates.readers import (
    calendar,
    clock,
    compositional,
    deictic,
    distance,
    duration,
    listed_day,
    named_day,
    nights,
    pointed_date,
)
from factx.dates.timex import Timex

Reader = Callable[[Chunk, Timex | None, Anchor], Timex | None]
_MODULES: tuple[ModuleType, ...] = (
    calendar,
    deictic,
    pointed_date,
    compositional,
    duration,
    clock,
    distance,
    listed_day,
    named_day,
    nights,
)


@lru_cache(maxsize=1)
def readers() -> dict[str, Reader]:
    """The reader of each name in the grammar; raises ``RuleError`` for a name that no reader has."""
    found: dict[str, Reader] = {}
    for rule in grammar().rules:
        reader = next((getattr(module, rule.reader) for module in _MODULES if hasattr(module, rule.reader)), None)
        if reader is None:
            raise RuleError(f"grammar.toml, rule {rule.name!r}: unknown reader {rule.reader!r}")
        found[rule.reader] = reader
    return found


def read(chunk: Chunk, anchor: Anchor) -> Timex | None:
    """The meaning of a chunk, or None if it is no time after all ("30 February")."""
    inner = chunk.part("inside")
    inside = read(inner, anchor) if isinstance(inner, Chunk) else None
    if isinstance(inner, Chunk) and inside is None:
        return None
    return readers()[chunk.reader](chunk, inside, anchor)
