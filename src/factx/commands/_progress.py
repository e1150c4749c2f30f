"""A bar of progress, where somebody looks: by the bytes of the files, as articles are long or short."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factx.reading import Source
    from factx.tables import Result

_SHORTEST_RUN = 0.001
"""Seconds: before the clock has moved, a speed cannot be computed."""
_BYTES_OF_WORD = 6
"""Bytes of a word of English news with the blank after it, on average."""


class BytesDone:
    """How many bytes of files are done, by the articles that come; ``sizes`` are in the files' order."""

    def __init__(self, sizes: Mapping[str, int]) -> None:
        self._sizes = sizes
        self._starts: dict[str, int] = {}
        self.all = self._done = 0
        for path, size in sizes.items():
            self._starts[path] = self.all
            self.all += size

    def after(self, path: str | None, words: int) -> int:
        """The bytes done with the article of that path: those of earlier files, and of its own words.

        >>> done = BytesDone({"a.jsonl": 1000, "b.txt": 60})
        >>> done.after("a.jsonl#1", 50), done.after("a.jsonl#2", 500), done.after("b.txt", 10)
        (300, 1000, 1060)
        """
        file = next((name for name in _names(path or "") if name in self._starts), None)
        if file is not None:
            start, end = self._starts[file], self._starts[file] + self._sizes[file]
            self._done = max(self._done, min(end, max(self._done, start) + words * _BYTES_OF_WORD))
        return self._done


def _names(path: str) -> Iterator[str]:
    """Yield what the file of an article may be called: ``a.zip/b.jsonl#3`` is the third of a member.

    >>> list(_names("a.zip/b.jsonl#3"))
    ['a.zip/b.jsonl#3', 'a.zip/b.jsonl', 'a.zip']
    """
    yield path
    name = path.rpartition("#")[0] or path.rpartition("/")[0]
    while name:
        yield name
        name = name.rpartition("/")[0]


def sizes_of(sources: Iterable[Source]) -> dict[str, int] | None:
    """The bytes of files by their paths; None if one comes through a pipe, whose length nobody knows."""
    sizes: dict[str, int] = {}
    for source in sources:
        if source.is_pipe:
            return None
        try:
            sizes[source.path] = os.path.getsize(source.file)
        except OSError:  # reading it will say so
            sizes[source.path] = 0
    return sizes


def with_progress(results: Iterable[Result], sources: Iterable[Source] | None, quiet: bool) -> Iterator[Result]:
    """The results, with a bar on standard error if that is a terminal; ``sources`` are their files."""
    if quiet or not sys.stderr.isatty():
        yield from results
        return
    sizes = None if sources is None else sizes_of(sources)
    words = facts = 0
    started = time.monotonic()
    done = BytesDone(sizes or {})
    with _bar(None if sizes is None else done.all) as bar:
        for articles, result in enumerate(results, start=1):
            words += result.article.words or 0
            facts += len(result.facts)
            speed = words / max(time.monotonic() - started, _SHORTEST_RUN)
            bar.set_postfix_str(f"{articles} articles, {speed:.0f} words/s, {facts} facts", refresh=False)
            bar.update(1 if sizes is None else done.after(result.article.path, result.article.words or 0) - bar.n)
            yield result
        if sizes is not None:
            bar.update(done.all - bar.n)


def _bar(total: int | None) -> Any:
    """A bar over so many bytes; over articles if nobody knows how many."""
    from tqdm import tqdm

    tqdm.monitor_interval = 0  # its thread would be there when the workers are forked
    unit = "article" if total is None else "B"
    return tqdm(total=total, unit=unit, unit_scale=total is not None, file=sys.stderr, dynamic_ncols=True)
