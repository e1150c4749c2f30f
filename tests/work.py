"""Work counted in a deterministic unit, lines of Python run: so growth is tested on any machine, however busy."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

MOST_GROWTH = 2.6
"""How many times the work twice the input may take: linear, with room for what comes in steps."""


def work(function: Callable[..., object], *arguments: Any) -> int:
    """How many lines of Python a call runs.

    >>> work(sorted, [1]) < work(lambda: [number for number in range(100)])
    True
    """
    lines = 0

    def trace(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal lines
        lines += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        function(*arguments)
    finally:
        sys.settrace(before)
    return lines


def assert_linear(function: Callable[[str], object], piece: str, characters: int) -> None:
    """Twice the text takes at most ``MOST_GROWTH`` times the work."""
    once, twice = (work(function, piece * (size // len(piece))) for size in (characters, 2 * characters))
    assert twice <= MOST_GROWTH * once + len(piece), f"{once} lines for {characters} characters, {twice} for twice that"
