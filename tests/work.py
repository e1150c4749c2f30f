"""Work counted in a deterministic unit, lines of Python run: so growth is tested on any machine, however busy."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from types import FrameType
from typing import Any

TraceFunction = Callable[[FrameType, str, Any], Any]
PACKAGE = "src/factx/"
MOST_GROWTH = 2.6
"""How many times the work twice the input may take: linear, with room for what comes in steps."""

FEW = 1_000
"""Lines that a function may run in addition: work that comes in steps."""


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

    _call(trace, function, *arguments)
    return lines


def work_by_part(function: Callable[..., object], *arguments: Any) -> Counter[str]:
    """How many lines of Python a call runs in each function of the package."""
    lines: Counter[str] = Counter()

    def trace(frame: FrameType, event: str, argument: Any) -> Any:
        code = frame.f_code
        if PACKAGE not in code.co_filename:
            return None
        if event == "line":
            lines[f"{code.co_filename.rpartition(PACKAGE)[2]}:{code.co_firstlineno} {code.co_qualname}"] += 1
        return trace

    _call(trace, function, *arguments)
    return lines


def _call(trace: TraceFunction, function: Callable[..., object], *arguments: Any) -> None:
    """Call a function with its lines traced."""
    before = sys.gettrace()
    sys.settrace(trace)
    try:
        function(*arguments)
    finally:
        sys.settrace(before)


def assert_linear(function: Callable[[str], object], piece: str, characters: int) -> None:
    """Twice the text takes at most ``MOST_GROWTH`` times the work."""
    once, twice = (work(function, piece * (size // len(piece))) for size in (characters, 2 * characters))
    assert twice <= MOST_GROWTH * once + len(piece), f"{once} lines for {characters} characters, {twice} for twice that"


def assert_every_part_linear(function: Callable[[str], object], text: str) -> None:
    """Twice the text takes no function of the package more than ``MOST_GROWTH`` times the work.

    What grows with the square of the length is seen here long before it weighs in the whole.
    """
    once, twice = (work_by_part(function, made) for made in (text, f"{text}\n\n{text}"))
    grown = {part: (lines, twice[part]) for part, lines in once.items() if twice[part] > MOST_GROWTH * lines + FEW}
    assert not grown, grown
