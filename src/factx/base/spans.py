"""Mentions by place: which of them overlap a stretch of text, without looking at all of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Generic, Protocol, TypeVar


class Placed(Protocol):
    """What has a place in a text."""

    @property
    def start_char(self) -> int: ...
    @property
    def end_char(self) -> int: ...


Item = TypeVar("Item", bound=Placed)


class Spans(Generic[Item]):
    """Mentions sorted by their start, then by their end."""

    def __init__(self, mentions: Iterable[Item] = ()) -> None:
        self._mentions = sorted(mentions, key=lambda item: (item.start_char, item.end_char))
        self._starts = [item.start_char for item in self._mentions]
        self._longest = max((item.end_char - item.start_char for item in self._mentions), default=0)

    def __iter__(self) -> Iterator[Item]:
        return iter(self._mentions)

    def overlapping(self, start: int, end: int) -> list[Item]:
        """The mentions that share a character with ``[start, end)``, in order.

        >>> from factx.base import EntityMention
        >>> peru = EntityMention(4, 8, "Peru", "nation", "nation:PER", "Peru", "PER", "name")
        >>> [item.text for item in Spans([peru]).overlapping(7, 20)], Spans([peru]).overlapping(8, 20)
        (['Peru'], [])
        """
        first = bisect_left(self._starts, start - self._longest)
        last = bisect_left(self._starts, end)
        return [item for item in self._mentions[first:last] if item.end_char > start]

    def inside(self, start: int, end: int) -> list[Item]:
        """The mentions that lie within ``[start, end)``, in order."""
        return [item for item in self.overlapping(start, end) if start <= item.start_char and item.end_char <= end]

    def beginning_in(self, start: int, end: int) -> list[Item]:
        """The mentions whose first character is in ``[start, end)``, in order."""
        return self._mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
