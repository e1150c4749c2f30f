"""Articles in batches: the same ones however many processes share them, so that results cannot depend on that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factx.base import Failure
from factx.reading import Article

Item = Article | Failure | str
MOST_ARTICLES = 8
MOST_CHARACTERS = 40_000


def batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    """The items in their order, at most ``MOST_ARTICLES`` together, fewer where they are long.

    >>> [len(batch) for batch in batches(["a"] * 9 + ["b" * 50_000, "c"])]
    [8, 2, 1]
    """
    batch: list[Item] = []
    characters = 0
    for item in items:
        batch.append(item)
        characters += _length(item)
        if len(batch) == MOST_ARTICLES or characters >= MOST_CHARACTERS:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch


def _length(item: Item) -> int:
    if isinstance(item, Failure):
        return 0
    return len(item) if isinstance(item, str) else len(item.text)
