"""``factx extract``: articles in, tables out."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from factx.base import InputError, OutputError
from factx.commands._options import (
    add_model,
    add_published,
    add_rates,
    add_reading,
    add_rules,
    number_of,
    probability,
    published_day,
    read_options,
    rule_folder,
)
from factx.commands._terminal import shown

if TYPE_CHECKING:
    from factx.tables import Result

HELP = "read articles and write the tables of what they say"
SHOWN_FAILURES = 5
"""Failures that the summary lists: enough to see what is wrong; all are in errors.csv."""
TIMEOUT = 600
"""Seconds: three hundred times what a long article takes."""
_SHORTEST_RUN = 0.001
"""Seconds: before the clock has moved, a speed cannot be computed."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.set_defaults(after_interrupt="; the same command goes on from here")
    parser.epilog = "Exit code: 0 done, 1 some articles failed (see errors.csv), 2 the command cannot be carried out."
    parser.add_argument(
        "paths", metavar="PATH", nargs="+", help="a file of articles or a folder of them; - reads standard input"
    )
    parser.add_argument("-o", "--out", metavar="OUT", required=True, help="the folder to write the tables to")
    parser.add_argument("--fresh", action="store_true", help="do not go on from what an earlier run into OUT has done")
    parser.add_argument(
        "--timeout",
        metavar="SECONDS",
        type=number_of("seconds", least=1),
        default=TIMEOUT,
        help=f"the longest that one article may take (default: {TIMEOUT})",
    )
    parser.add_argument(
        "--workers",
        metavar="N",
        type=number_of("processes", least=1),
        default=1,
        help="processes to share the work (default: 1)",
    )
    add_model(parser)
    add_rules(parser)
    add_rates(parser)
    add_published(parser)
    add_reading(parser)
    parser.add_argument("--format", metavar="LIST", default="csv", help="csv, parquet, duckdb, or several: csv,parquet")
    parser.add_argument("--excel", action="store_true", help="mark the CSV files as UTF-8 so that Excel reads them")
    parser.add_argument("--texts", action="store_true", help="keep the text of every article in texts.csv")
    parser.add_argument(
        "--min-confidence", metavar="P", type=probability, default=0.0, help="leave out less certain facts (0 to 1)"
    )
    parser.add_argument("--rules-only", action="store_true", help="no facts or fillers by the model's reader")
    parser.add_argument("--quiet", action="store_true", help="no progress, no summary")


def run(options: argparse.Namespace) -> int:
    """Carry out the command; return 1 if an article failed, else 0."""
    _one_thread_each()
    from factx.reading import UnreadFiles, find_sources, read_sources
    from factx.run import Extractor, journal, settings_of
    from factx.tables import WORK_FOLDER, writing_to

    started = time.monotonic()
    if not options.out:
        raise OutputError("-o needs the name of a folder, such as -o tables")
    unread = UnreadFiles()
    reading = read_options(options)
    sources = find_sources(options.paths, options.out, unread)
    formats = list(dict.fromkeys(name.strip() for name in options.format.split(",")))
    extractor = Extractor(
        options.model,
        rules=rule_folder(options.rules),
        rates=options.rates,
        yearly_rates=not options.no_yearly_rates,
        published=published_day(options.published),
        min_confidence=options.min_confidence,
        reader=not options.rules_only,
    )
    summary = Summary()
    with writing_to(options.out, formats, options.excel, options.texts) as writer:
        extractor.load()
        with journal(
            Path(options.out, WORK_FOLDER), settings_of(extractor), with_texts=options.texts, fresh=options.fresh
        ) as done:
            articles = read_sources(sources, extractor.published, reading, unread)
            results = done.resumed(
                articles, lambda items: extractor.pipe_with_known(items, options.workers, options.timeout)
            )
            for result in _with_progress(results, len(sources), options.quiet):
                writer.add(result)
                summary.add(result)
            summary.resumed = done.resumed_count
        if not summary.articles:
            raise InputError(f"no articles in {', '.join(options.paths)}: left out {unread.summary() or 'nothing'}")
    if not options.quiet:
        print(shown(summary.text(options.out, time.monotonic() - started, unread.summary()), keep="\n"))
    return 1 if summary.failures else 0


class Summary:
    """Counts of what a run did."""

    def __init__(self) -> None:
        from factx.reading import unread_date

        self._unread_date = unread_date
        self.articles: Counter[str] = Counter()
        self.facts: Counter[str] = Counter()
        self.words = self.undated = self.resumed = 0
        self.unread_dates: list[str] = []
        self.more_unread_dates = 0
        self.failures: list[str] = []

    def add(self, result: Result) -> None:
        """Count one article."""
        self.articles[result.article.status or ""] += 1
        self.facts.update(fact.kind or "" for fact in result.facts)
        self.words += result.article.words or 0
        self.undated += result.article.status == "ok" and not result.article.published
        if date := self._unread_date(result.article.message):
            if len(self.unread_dates) < SHOWN_FAILURES:
                self.unread_dates.append(shown(f"'{date}' ({result.article.path})"))
            else:
                self.more_unread_dates += 1
        for failure in (*filter(None, [result.failure]), *result.shortfalls):
            self.failures.append(shown(f"{failure.path}: {failure.message}"))

    def text(self, out: str, seconds: float, unread: str | None = None) -> str:
        """The summary as lines of text, for a run of ``seconds`` that wrote the folder ``out``.

        ``unread`` says which files were left out.
        """
        articles = ", ".join(f"{count} {status}" for status, count in sorted(self.articles.items(), key=_ok_first))
        lines = [
            f"articles  {articles}",
            f"facts     {self.facts.total()}" + "".join(f"\n  {kind:<10}{n}" for kind, n in sorted(self.facts.items())),
            f"words     {self.words} in {seconds:.1f} s",
            f"tables    {shown(out)}",
        ]
        if self.resumed:
            lines.append(f"resumed   {self.resumed} were done by an earlier run: to read them again, use --fresh")
        if self.undated:
            lines.append(f"undated   {self.undated} without a publication date: to give one, use --published")
        if self.unread_dates:
            more = f" and {self.more_unread_dates} more (see articles.csv)" if self.more_unread_dates else ""
            lines.append(
                f"dates     not understood: {', '.join(self.unread_dates)}{more}; if the day is first, --day-first"
            )
        lines += [f"ignored   {shown(unread)}"] if unread else []
        lines += [f"failed    {failure}" for failure in self.failures[:SHOWN_FAILURES]]
        if len(self.failures) > SHOWN_FAILURES:
            lines.append(f"          and {len(self.failures) - SHOWN_FAILURES} more: see errors.csv")
        return "\n".join(lines)


def _ok_first(item: tuple[str, int]) -> tuple[bool, str]:
    return item[0] != "ok", item[0]


def _with_progress(results: Iterable[Result], total: int, quiet: bool) -> Iterator[Result]:
    """The results, with a bar on standard error if that is a terminal."""
    if quiet or not sys.stderr.isatty():
        yield from results
        return
    from tqdm import tqdm

    tqdm.monitor_interval = 0  # its thread would be there when the workers are forked
    words = facts = 0
    started = time.monotonic()
    with tqdm(results, total=total, unit="article", file=sys.stderr, dynamic_ncols=True) as bar:
        for result in bar:
            words += result.article.words or 0
            facts += len(result.facts)
            bar.set_postfix_str(
                f"{words / max(time.monotonic() - started, _SHORTEST_RUN):.0f} words/s, {facts} facts", refresh=False
            )
            yield result


def _one_thread_each() -> None:
    """Keep matrix libraries to one thread: factx shares work by processes, which threads would fight."""
    for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(name, "1")
