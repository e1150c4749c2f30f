"""Rows and texts that lie on the disk while a report is made: a large run has many of them."""

from __future__ import annotations

import pickle
import tempfile
import weakref
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby, islice
from typing import Any, BinaryIO, Generic, TypeVar, cast

Item = TypeVar("Item")
_AT_ONCE = 1_000
"""Items that are in memory at a time."""


class Kept(Generic[Item]):
    """Items by key in the order in which they came, in a nameless file; ``key_of`` tells the key."""

    def __init__(self, items: Iterable[Item], key_of: Callable[[Item], Any]) -> None:
        self._file = cast(BinaryIO, tempfile.TemporaryFile())  # noqa: SIM115 (closed with the object)
        weakref.finalize(self, self._file.close)
        self._places: dict[Any, list[int]] = {}
        self._count = 0
        for key, together in groupby(items, key_of):
            while group := list(islice(together, _AT_ONCE)):
                self._places.setdefault(key, []).append(self._file.tell())
                self._count += len(group)
                pickle.dump(group, self._file, pickle.HIGHEST_PROTOCOL)

    def __len__(self) -> int:
        return self._count

    def __contains__(self, key: object) -> bool:
        return key in self._places

    def __iter__(self) -> Iterator[Item]:
        places = sorted(place for found in self._places.values() for place in found)
        for place in places:
            yield from self._at(place)

    def of(self, key: Any) -> list[Item]:
        """The items of a key, none if it has none.

        >>> Kept([("a", 1), ("b", 2), ("a", 3)], lambda item: item[0]).of("a")
        [('a', 1), ('a', 3)]
        """
        return [item for place in self._places.get(key, ()) for item in self._at(place)]

    def _at(self, place: int) -> list[Item]:
        self._file.seek(place)
        group: list[Item] = pickle.load(self._file)
        return group


class KeptTexts(Mapping[str, str]):
    """Texts by the ids of their articles."""

    def __init__(self, texts: Iterable[tuple[str, str]]) -> None:
        self._kept = Kept(texts, lambda item: item[0])
        self._ids = [key for key, _ in self._kept]

    def __getitem__(self, article_id: str) -> str:
        found = self._kept.of(article_id)
        if not found:
            raise KeyError(article_id)
        return found[-1][1]

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys(self._ids))

    def __len__(self) -> int:
        return len(set(self._ids))
