"""Inputs tried one after the other in a process of their own, and what is found written down.

A process that dies or hangs over an input costs that input alone, and is a finding: the same pool
that guards a run of ``factx extract`` guards this one.
"""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from statistics import median

from benchmarks.fuzz.minimise import smallest
from benchmarks.fuzz.seeds import PLAIN, Recipe
from benchmarks.fuzz.trial import Fault, Trial, extractor, trial
from factx.run.workers import Work, map_batches

TIMEOUT = 60.0
"""Seconds for one input: a thousand times what most take."""
SLOW = 25.0
"""Times the median of seconds a kB: repeated words and odd marks cost up to ten times as much."""
_KNOWN = 50
"""Inputs after which the median is trusted."""
_LEAST = 0.5
"""Seconds below which nothing is called slow: the machine has other work."""
_AGAIN = 3
_TOGETHER = 8


@dataclass(slots=True)
class Found:
    """What a hunt has found: each fault once, with the smallest input, and how often it was met."""

    tried: int = 0
    seconds: float = 0.0
    pace: float = 0.0
    smallest: dict[str, tuple[Recipe, Fault]] = field(default_factory=dict)
    met: Counter[str] = field(default_factory=Counter)


def hunt(
    recipes: Callable[[int], Recipe], seconds: float, first: int = 0, most: int | None = None, patience: float = 60.0
) -> Found:
    """Try inputs from number ``first`` on for so many seconds, at most ``most`` of them.

    Each fault is minimised once, for at most ``patience`` seconds.
    """
    began, found, paces = time.monotonic(), Found(), []
    numbers = count(first) if most is None else iter(range(first, first + most))
    for recipe, tried in _tried(map(recipes, _while(numbers, began + seconds))):
        found.tried += 1
        paces.append(tried.pace)
        if len(paces) % _KNOWN == 0:
            found.pace = median(paces)
        faults = [*tried.faults, *_slowness(recipe, tried, found.pace)]
        for fault in faults:
            found.met[fault.sign] += 1
            if fault.sign not in found.smallest:
                found.smallest[fault.sign] = smallest(recipe, _breaks(fault.sign, found.pace), patience), fault
    found.seconds = time.monotonic() - began
    return found


def _while(numbers: Iterator[int], end: float) -> Iterator[int]:
    return (number for number in iter(lambda: next(numbers, -1) if time.monotonic() < end else -1, -1))


def _tried(recipes: Iterator[Recipe]) -> Iterator[tuple[Recipe, Trial]]:
    """The inputs with what came of each, one worker trying them."""
    work = Work(_all, _given_up, _warm_up, TIMEOUT)
    return map_batches(work, _batches(recipes), 1)


def _batches(recipes: Iterator[Recipe]) -> Iterator[list[Recipe]]:
    batch: list[Recipe] = []
    for recipe in recipes:
        batch.append(recipe)
        if len(batch) == _TOGETHER:
            yield batch
            batch = []
    if batch:
        yield batch


def _warm_up() -> None:
    for model in ("fast", "accurate"):
        extractor(model)


def _all(recipes: Sequence[Recipe]) -> list[tuple[Recipe, Trial]]:
    return [(recipe, trial(recipe)) for recipe in recipes]


def _given_up(recipe: Recipe, reason: str) -> tuple[Recipe, Trial]:
    return recipe, Trial((Fault("late" if "longer" in reason else "died", reason),))


def _slowness(recipe: Recipe, tried: Trial, pace: float) -> Iterator[Fault]:
    """A fault if an input is slow, tried again some times."""
    if not pace or tried.seconds < _LEAST or tried.pace < SLOW * pace:
        return
    again = min(trial(recipe).seconds for _ in range(_AGAIN))
    if again >= _LEAST and again / max(tried.size, 1.0) >= SLOW * pace:
        kind = "text" if recipe.kind == PLAIN else recipe.kind
        yield Fault(f"slow: {kind}", f"{again:.2f} s for {tried.size:.1f} kB; the median is {pace:.4f} s a kB")


def _breaks(sign: str, pace: float) -> Callable[[Recipe], bool]:
    """Whether an input has a fault; one that ends or holds its process is tried in another one."""
    if sign in ("died", "late"):
        return lambda recipe: any(fault.sign == sign for _, tried in _tried(iter([recipe])) for fault in tried.faults)
    if sign.startswith("slow"):
        return lambda recipe: any(_slowness(recipe, trial(recipe), pace))
    return lambda recipe: any(fault.sign == sign for fault in trial(recipe).faults)


def write(found: Found, folder: Path, seed: int) -> None:
    """Write each finding to a folder of its own: the input, and what it breaks."""
    for sign, (recipe, fault) in found.smallest.items():
        place = folder / re.sub(r"\W+", "-", sign).strip("-").lower()
        place.mkdir(parents=True, exist_ok=True)
        (place / recipe.name).write_bytes(recipe.data())
        about = [
            f"{sign}, met {found.met[sign]} times",
            f"seed {seed}, input {recipe.number}",
            f"{recipe!r}",
            fault.told,
        ]
        (place / "about.txt").write_text("\n\n".join(about) + "\n", encoding="utf-8", errors="backslashreplace")
