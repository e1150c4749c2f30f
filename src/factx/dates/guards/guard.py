"""Guards: words that look like a time but are none here ("may" the verb, "Mr. March", "2013 people", "three-year-old").

A guard tells from the neighbours whether a chunk is a time expression; each belongs to the rules that name it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from types import ModuleType

from factx.base import RuleError
from factx.dates.anchor import Setting
from factx.dates.grammar import grammar
from factx.dates.guards import names as name_traps
from factx.dates.guards import numbers as number_traps
from factx.dates.guards import units as unit_traps
from factx.dates.pieces import Chunk

Guard = Callable[[Chunk, Setting], bool]
_MODULES: tuple[ModuleType, ...] = (name_traps, number_traps, unit_traps)


def accepted(chunk: Chunk, setting: Setting) -> bool:
    """Whether the chunk passes the guard of its rule."""
    return not chunk.guard or guards()[chunk.guard](chunk, setting)


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
