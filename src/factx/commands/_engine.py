"""``factx extract --engine``: the same articles, shared by machines; partitions are what it writes."""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from factx.base import InputError
from factx.commands._options import read_options
from factx.commands._terminal import shown

if TYPE_CHECKING:
    from factx.commands._log import RunLog
    from factx.run import Extractor

ENGINES = ("dask",)
_FORMATS = ("csv", "parquet")
"""What ``--format`` may be: its default, and what partitions are written in."""


def run_on_engine(options: argparse.Namespace, extractor: Extractor, options_told: dict[str, Any], log: RunLog) -> int:
    """Carry out the command on an engine; return 1 if an article failed, else 0.

    ``options_told`` are those beside the extractor's on which tables depend.
    """
    from factx.engines import connected, make_plan, on_dask, run_tasks
    from factx.reading import UnreadFiles
    from factx.run import origin_of

    started, unread, counts = time.monotonic(), UnreadFiles(), _Counts()
    if options.format not in _FORMATS or options.excel:
        raise InputError("partitions are Parquet: give --format and --excel to factx merge")
    reading = read_options(options)
    plan = make_plan(options.paths, options.out, extractor, reading, unread, all_texts=options.texts)
    origin = origin_of(extractor, **options_told)
    log.say(f"{plan.files} files in {len(plan.tasks)} partitions")
    with connected(options.scheduler, options.workers) as client:
        told = run_tasks(plan, options.out, on_dask(client), origin, fresh=options.fresh)
        for said in _with_progress(told, len(plan.tasks), options.quiet):
            counts.add(said)
            log.say(f"partition {said['name']}: {said['articles']}, {said['failures']} failures")
            for kind, number in said["unread"].items():
                unread.kinds[kind] += number
            unread.advice.update(said["advice"])
    if not counts.articles:
        raise InputError(f"no articles in {', '.join(options.paths)}: left out {unread.summary() or 'nothing'}")
    lines = counts.lines(options.out, time.monotonic() - started, unread.summary())
    for line in lines:
        log.say(line)
    if not options.quiet:
        print(shown("\n".join(lines), keep="\n"))
    return 1 if counts.failures else 0


class _Counts:
    """Counts of what the tasks of a run did."""

    def __init__(self) -> None:
        self.articles, self.facts = Counter[str](), Counter[str]()
        self.words = self.failures = self.partitions = self.resumed = 0

    def add(self, said: dict[str, Any]) -> None:
        """Count one task."""
        self.articles.update(said["articles"])
        self.facts.update(said["facts"])
        self.words += said["words"]
        self.failures += said["failures"]
        self.partitions += 1
        self.resumed += "resumed" in said

    def lines(self, out: str, seconds: float, unread: str | None) -> list[str]:
        """The summary of a run of ``seconds``; ``unread`` says which files were left out."""
        articles = ", ".join(f"{count} {status}" for status, count in sorted(self.articles.items()))
        lines = [
            f"articles    {articles}",
            f"facts       {self.facts.total()}, those of copies included",
            f"words       {self.words} in {seconds:.1f} s",
            f"partitions  {self.partitions}, {self.resumed} of them done by an earlier run",
        ]
        lines += [f"ignored     {unread}"] if unread else []
        lines += [f"failed      {self.failures}: errors.parquet of the partitions says why"] if self.failures else []
        return [*lines, f"next        factx merge {out} -o TABLES"]


def _with_progress(told: Iterable[dict[str, Any]], total: int, quiet: bool) -> Iterator[dict[str, Any]]:
    """What tasks say, with a bar on standard error if that is a terminal."""
    if quiet or not sys.stderr.isatty():
        yield from told
        return
    from tqdm import tqdm

    yield from tqdm(told, total=total, unit="partition", file=sys.stderr, dynamic_ncols=True)
