"""Mentions by place: which of them overlap a stretch of text, without looking at all of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from factx.base import Named


class Spans:
    """Mentions sorted by their start."""

    def __init__(self, mentions: Iterable[Named]) -> None:
        self._mentions = sorted(mentions, key=lambda item: (item.start, item.end))
        self._starts = [item.start for item in self._mentions]
        self._longest = max((item.end - item.start for item in self._mentions), default=0)

    def overlapping(self, start: int, end: int) -> list[Named]:
        """The mentions that share a character with ``[start, end)``, in order.

        >>> peru = Named(4, 8, "Peru", "nation", "nation:PER", "Peru", "PER", "name")
        >>> [item.text for item in Spans([peru]).overlapping(7, 20)], Spans([peru]).overlapping(8, 20)
        (['Peru'], [])
        """
        first = bisect_left(self._starts, start - self._longest)
        last = bisect_left(self._starts, end)
        return [item for item in self._mentions[first:last] if item.end > start]

    def inside(self, start: int, end: int) -> list[Named]:
        """The mentions that lie within ``[start, end)``, in order."""
        return [item for item in self.overlapping(start, end) if start <= item.start and item.end <= end]
