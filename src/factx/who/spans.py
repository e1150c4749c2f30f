"""Mentions by place: which of them overlap a stretch of text, without looking at all of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from factx.base import EntityMention


class Spans:
    """Mentions sorted by their start."""

    def __init__(self, mentions: Iterable[EntityMention]) -> None:
        self._mentions = sorted(mentions, key=lambda item: (item.start_char, item.end_char))
        self._starts = [item.start_char for item in self._mentions]
        self._longest = max((item.end_char - item.start_char for item in self._mentions), default=0)

    def overlapping(self, start: int, end: int) -> list[EntityMention]:
        """The mentions that share a character with ``[start, end)``, in order.

        >>> peru = EntityMention(4, 8, "Peru", "nation", "nation:PER", "Peru", "PER", "name")
        >>> [item.text for item in Spans([peru]).overlapping(7, 20)], Spans([peru]).overlapping(8, 20)
        (['Peru'], [])
        """
        first = bisect_left(self._starts, start - self._longest)
        last = bisect_left(self._starts, end)
        return [item for item in self._mentions[first:last] if item.end_char > start]

    def inside(self, start: int, end: int) -> list[EntityMention]:
        """The mentions that lie within ``[start, end)``, in order."""
        return [item for item in self.overlapping(start, end) if start <= item.start_char and item.end_char <= end]
