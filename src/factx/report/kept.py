"""Rows and texts that lie on the disk while a report is made: a large run has many of them."""

from __future__ import annotations

import json
import tempfile
import weakref
from collections.abc import Callable, Iterable, Iterator, KeysView, Mapping
from itertools import groupby, islice
from typing import Any, BinaryIO, cast

Row = Mapping[str, Any]
"""A row of a table: text, numbers, True, False or None by the name of the column."""
_AT_ONCE = 1_000
"""Rows that are in memory at a time."""


class Kept:
    """Rows by key in the order in which they came, in a nameless file; ``key_of`` tells the key."""

    def __init__(self, rows: Iterable[Row], key_of: Callable[[Row], Any]) -> None:
        self._file = cast(BinaryIO, tempfile.TemporaryFile())  # noqa: SIM115 (closed with the object)
        weakref.finalize(self, self._file.close)
        self._places: dict[Any, list[int]] = {}
        self._count = 0
        for key, together in groupby(rows, key_of):
            while group := list(islice(together, _AT_ONCE)):
                self._places.setdefault(key, []).append(self._file.tell())
                self._count += len(group)
                self._file.write(json.dumps(group, default=dict).encode("ascii") + b"\n")

    def __len__(self) -> int:
        return self._count

    def __contains__(self, key: object) -> bool:
        return key in self._places

    def __iter__(self) -> Iterator[Row]:
        places = sorted(place for found in self._places.values() for place in found)
        for place in places:
            yield from self._at(place)

    def keys(self) -> KeysView[Any]:
        """The keys in the order in which they came first."""
        return self._places.keys()

    def of(self, key: Any) -> list[Row]:
        """The rows of a key, none if it has none.

        >>> Kept([{"of": "a", "low": 1}, {"of": "b", "low": 2}, {"of": "a", "low": 3}], lambda row: row["of"]).of("a")
        [{'of': 'a', 'low': 1}, {'of': 'a', 'low': 3}]
        """
        return [row for place in self._places.get(key, ()) for row in self._at(place)]

    def _at(self, place: int) -> list[Row]:
        self._file.seek(place)
        group: list[Row] = json.loads(self._file.readline())
        return group


class KeptTexts(Mapping[str, str]):
    """Texts by the ids of their articles; ``rows`` are those of the table of texts."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._kept = Kept(rows, lambda row: row["article_id"])

    def __getitem__(self, article_id: str) -> str:
        found = self._kept.of(article_id)
        if not found:
            raise KeyError(article_id)
        text: str = found[-1]["text"] or ""
        return text

    def __iter__(self) -> Iterator[str]:
        return iter(self._kept.keys())

    def __len__(self) -> int:
        return len(self._kept.keys())
