"""One partition, read and written by a worker, which may be ended at any moment.

What is done counts when ``partition.json`` stands beside the tables; until then ``tried.json`` says
which articles were being read. A worker that finds it there knows that these ended another one: it
reads them one by one, and gives up the one that ends a worker alone. So an article that takes all
the memory costs itself, and not the run.
"""

from __future__ import annotations

import json
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import Any

from factx import __version__
from factx.base import Failure, InputError, content_id
from factx.engines.kept import loaded
from factx.engines.manifest import DONE
from factx.engines.places import Folder
from factx.engines.plan import Task, on_this_machine
from factx.reading import Article, Sketch, Source, UnreadFiles, read_source, sketch_of
from factx.run import Extractor, given_up
from factx.tables import PartitionWriter, Result

_TRIED = "tried.json"
AT_ONCE = 64
"""Articles between two notes of what is being tried: a few seconds of work."""
_ENDED = "workers that read it died, perhaps for want of memory"

Told = dict[str, Any]
"""What a task says of itself, as JSON: numbers of articles by status, of facts by kind, of words."""


@dataclass(frozen=True, slots=True)
class Tried:
    """What earlier workers died of: numbers of articles to be read alone, and those to be given up."""

    alone: frozenset[int] = frozenset()
    given_up: frozenset[int] = frozenset()


@dataclass(slots=True)
class _Prepared:
    """The articles of a partition before they are read, with ids of their own; exact copies are not read.

    An article with the same sketch as an earlier one is a copy in any run that has both.
    """

    ids: set[str] = field(default_factory=set)
    sketches: set[tuple[Any, ...]] = field(default_factory=set)

    def add(self, item: Article | Failure) -> tuple[Article | Failure, Sketch | None]:
        """The item as it is to be read, and its sketch."""
        if isinstance(item, Failure):
            return item, None
        if item.article_id in self.ids:
            item = replace(item, article_id=content_id("article", item.article_id, item.path))
        self.ids.add(item.article_id)
        sketch = sketch_of(item)
        if sketch is None:
            return item, None
        known = (tuple(sketch.runs), sketch.numbers, sketch.day)
        if known in self.sketches:
            return replace(item, skipped="a copy"), sketch
        self.sketches.add(known)
        return item, sketch


def do_task(task: Task) -> Told:
    """Read the files of a task, write the tables of its partition, and say what was done.

    Raises ``InputError`` if this machine has another version of factx than the one that sent the task.
    """
    if task.version != __version__:
        raise InputError(f"this worker has factx {__version__}, the run {task.version}: install the same everywhere")
    out = Folder(task.out)
    if (said := done_before(out, task.name)) is not None:
        return said  # by a worker that died before it was heard
    try:
        said = _do(task, out)
    except Exception:
        out.remove(f"{task.name}/{_TRIED}")  # an error of the machine, which no article is to blame for
        raise
    out.write(f"{task.name}/{DONE}", json.dumps(said).encode())
    out.remove(f"{task.name}/{_TRIED}")
    return said


def _do(task: Task, out: Folder) -> Told:
    unread, counts = UnreadFiles(), _Counts()
    with loaded(task.extractor) as extractor, tempfile.TemporaryDirectory() as folder:
        writer = PartitionWriter(Path(folder), task.all_texts)
        for result, sketch in _results(task, extractor, out, unread):
            writer.add(result, sketch)
            counts.add(result)
        writer.finish()
        for file in sorted(Path(folder).iterdir()):
            out.put(file, f"{task.name}/{file.name}")
    return {"name": task.name, **counts.said(), "unread": dict(unread.kinds), "advice": unread.advice}


def done_before(out: Folder, name: str) -> Told | None:
    """What a task of an earlier run has said; None if it is not done, or gave up an article."""
    written = out.read(f"{name}/{DONE}")
    said: Told | None = json.loads(written) if written else None
    return None if said and said["gave_up"] else said


def _results(
    task: Task, extractor: Extractor, out: Folder, unread: UnreadFiles
) -> Iterator[tuple[Result, Sketch | None]]:
    prepared, number = _Prepared(), 0
    items = map(prepared.add, _items(task, unread))
    note = f"{task.name}/{_TRIED}"
    tried = _tried(out.read(note))
    while chunk := list(islice(items, AT_ONCE)):
        for start, end in _steps(number, number + len(chunk), tried):
            group = chunk[start - number : end - number]
            if start in tried.given_up:
                results: Iterable[Any] = [given_up(item, _ENDED) for item, _ in group]
            else:
                out.write(note, _noted(start, end, tried))
                results = extractor.pipe(item for item, _ in group)
            yield from ((result, sketch) for result, (_, sketch) in zip(results, group, strict=True))
        number += len(chunk)


def _items(task: Task, unread: UnreadFiles) -> Iterator[Article | Failure]:
    for file in task.files:
        with on_this_machine(file) as place:
            yield from read_source(
                Source(file.path, place, file.is_named), task.extractor.published, task.options, unread
            )


def _steps(start: int, end: int, tried: Tried) -> Iterator[tuple[int, int]]:
    """The ranges in which articles are read: those that are tried alone or given up are one by one.

    >>> list(_steps(0, 6, Tried(alone=frozenset({2, 3}))))
    [(0, 2), (2, 3), (3, 4), (4, 6)]
    """
    cautious = sorted(number for number in tried.alone | tried.given_up if start <= number < end)
    for number in cautious:
        if start < number:
            yield start, number
        yield number, number + 1
        start = number + 1
    if start < end:
        yield start, end


def _tried(note: bytes | None) -> Tried:
    if note is None:
        return Tried()
    said = json.loads(note)
    start, end = said["at"]
    lost = frozenset(range(start, end))
    bad, alone = frozenset(said["given_up"]), frozenset(said["alone"])
    is_to_blame = len(lost) == 1 and lost <= alone
    return Tried(alone - lost, bad | lost) if is_to_blame else Tried(alone | lost, bad)


def _noted(start: int, end: int, tried: Tried) -> bytes:
    said = {"at": [start, end], "alone": sorted(tried.alone), "given_up": sorted(tried.given_up)}
    return json.dumps(said).encode()


class _Counts:
    """Counts of what a task did."""

    def __init__(self) -> None:
        self._articles, self._facts = Counter[str](), Counter[str]()
        self._words = self._failures = self._gave_up = 0

    def add(self, result: Result) -> None:
        self._articles[result.article.status or ""] += 1
        self._facts.update(fact.kind or "" for fact in result.facts)
        self._words += result.article.words or 0
        self._failures += len(result.failures)
        self._gave_up += result.failure is not None and result.failure.message == _ENDED

    def said(self) -> Told:
        numbers = {"words": self._words, "failures": self._failures, "gave_up": self._gave_up}
        return {"articles": dict(self._articles), "facts": dict(self._facts), **numbers}
