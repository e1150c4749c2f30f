"""Guards reject what only looks like a time: "may" the verb, "Mr. March", "2013 people".

A guard decides from the neighbours if a chunk is a time expression; rules name their guard.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from types import ModuleType

from factx.base import RuleError
from factx.dates.anchor import Anchor
from factx.dates.grammar import grammar
from factx.dates.guards import days_in_lists, names, numbers, units
from factx.dates.pieces import Chunk

Guard = Callable[[Chunk, Anchor], bool]
_MODULES: tuple[ModuleType, ...] = (names, numbers, days_in_lists, units)


def is_accepted(chunk: Chunk, anchor: Anchor) -> bool:
    """True if the chunk passes the guard of its rule, or its rule has none."""
    return not chunk.guard or guards()[chunk.guard](chunk, anchor)


@lru_cache(maxsize=1)
def guards() -> dict[str, Guard]:
    """The guard of each name in the grammar; raises ``RuleError`` for a name that no guard has."""
    found: dict[str, Guard] = {}
    for rule in grammar().rules:
        if rule.guard:
            guard = next((getattr(module, rule.guard) for module in _MODULES if hasattr(module, rule.guard)), None)
            if guard is None:
                raise RuleError(f"grammar.toml, rule {rule.name!r}: unknown guard {rule.guard!r}")
            found[rule.guard] = guard
    return found
