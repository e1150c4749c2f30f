"""What finders hand over, whoever made them: a time expression; a quantity is a dictionary in the scorer's format."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class FoundDate:
    """One time expression: offsets, text, TIMEX3 type and value; ``first`` and ``last`` days where they are given."""

    start: int
    end: int
    text: str
    type: str
    value: str
    first: str | None = None
    last: str | None = None


FindDates = Callable[[str, str | None], list[FoundDate]]
"""From a text and its publication date to its time expressions."""
Quantity = dict[str, Any]
FindQuantities = Callable[[str], list[Quantity]]
"""From a sentence to its quantities as ``score_quantities.py`` reads them: value, unit, change."""
ReadPhrase = Callable[[str], tuple[float | None, str | None]]
"""From an amount's own words ("$2.5 million") to its value and currency."""
