"""The readers by the names under which the grammar calls them."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from types import ModuleType

from factx.base import RuleError
from factx.dates.anchor import Setting
from factx.dates.grammar import grammar
from factx.dates.pieces import Chunk, Reading
from factx.dates.readers import calendar as calendar_readers
from factx.dates.readers import clock as clock_readers
from factx.dates.readers import compositional as nested_readers
from factx.dates.readers import deictic as pointed_readers
from factx.dates.readers import duration as duration_readers

Reader = Callable[[Chunk, Reading | None, Setting], Reading | None]
_MODULES: tuple[ModuleType, ...] = (calendar_readers, pointed_readers, nested_readers, duration_readers, clock_readers)


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


def read(chunk: Chunk, setting: Setting) -> Reading | None:
    """What a chunk means in its setting; None where it is no time after all ("30 February")."""
    inner = chunk.part("inside")
    inside = read(inner, setting) if isinstance(inner, Chunk) else None
    if isinstance(inner, Chunk) and inside is None:
        return None
    return readers()[chunk.reader](chunk, inside, setting)
