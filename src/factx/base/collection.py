"""When Python searches for garbage: seldom in a process of our own, not at all while loading."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_RARELY = (20_000, 20, 20)
"""Objects made since the last search, and how many searches of the young go before one of the older.

Python's own are 700, 10 and 10: of a run that makes docs and rows they cost a twentieth.
"""


def collect_rarely() -> None:
    """Have the process search for garbage seldom, from now on."""
    gc.set_threshold(*_RARELY)


@contextmanager
def rare_collection() -> Iterator[None]:
    """Search for garbage seldom within it, as a command does; afterwards as often as before."""
    before = gc.get_threshold()
    collect_rarely()
    try:
        yield
    finally:
        gc.set_threshold(*before)


@contextmanager
def without_collection() -> Iterator[None]:
    """Do not search within it: loading makes much and drops nothing, and searching it takes long."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
