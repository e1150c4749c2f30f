"""Articles in batches, cut without regard to the number of processes.

So the results cannot depend on how many processes share the work.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factx.base import Failure
from factx.reading import Article
from factx.run.journal import Known

Item = Article | Failure | str | Known
MOST_ARTICLES = 8
"""Articles of one batch: memory grows with them, and a worker takes one batch at a time."""
MOST_CHARACTERS = 40_000
"""Characters from which a batch is closed: eight articles of 5,000."""


def batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    """Yield the items in their order, at most ``MOST_ARTICLES`` together, fewer if they are long.

    >>> [len(batch) for batch in batches(["a"] * 9 + ["b" * 50_000, "c"])]
    [8, 2, 1]
    """
    batch: list[Item] = []
    characters = 0
    for item in items:
        batch.append(item)
        characters += length_of(item)
        if len(batch) == MOST_ARTICLES or characters >= MOST_CHARACTERS:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch


def length_of(item: Item) -> int:
    """The number of characters that are to be read of an item."""
    if isinstance(item, Failure | Known):
        return 0
    return len(item) if isinstance(item, str) else len(item.text)
