"""The smallest input that still breaks the same law: parts are dropped while the fault stays."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from benchmarks.fuzz.seeds import Recipe

Part = TypeVar("Part")
_CUTS = (r"(?<=\n\n)", r"(?<=[.!?])(?=\s)", r"(?<=\s)(?=\S)", r"(?s)(?<=.)(?=.)")
"""Where a text is parted: paragraphs, sentences, words, characters."""
SECONDS = 60.0
"""The longest that one finding may take."""


def smallest(recipe: Recipe, fails: Callable[[Recipe], bool], seconds: float = SECONDS) -> Recipe:
    """The input without all that the fault does not need."""
    until = time.monotonic() + seconds

    def still(one: Recipe) -> bool:
        return time.monotonic() < until and fails(one)

    damages = fewest(recipe.damages, lambda kept: still(replace(recipe, damages=tuple(kept))))
    recipe = replace(recipe, damages=tuple(damages))
    for cut in _CUTS:
        parts = fewest(re.split(cut, recipe.text), lambda kept: still(replace(recipe, text="".join(kept))))  # noqa: B023
        recipe = replace(recipe, text="".join(parts))
    without_day = replace(recipe, published=None)
    return without_day if still(without_day) else recipe


def fewest(parts: Sequence[Part], fails: Callable[[Sequence[Part]], bool]) -> Sequence[Part]:
    """Few of the parts, in their order, for which the fault stays: ever smaller runs of them are dropped.

    >>> fewest([1, 2, 3, 4, 5, 6], lambda kept: 2 in kept and 5 in kept)
    [2, 5]
    """
    size = max(1, len(parts) // 2)
    while parts:
        at, before = 0, len(parts)
        while at < len(parts):
            kept = [*parts[:at], *parts[at + size :]]
            if fails(kept):
                parts = kept
            else:
                at += size
        if size == 1 and len(parts) == before:
            return parts
        size = max(1, size // 2)
    return parts
