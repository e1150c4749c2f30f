"""``factx extract``: articles in, tables out."""

from __future__ import annotations

import argparse
import os
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factx import __version__
from factx.base import MIN_CONFIDENCE, InputError, OutputError
from factx.commands._engine import ENGINES, run_on_engine
from factx.commands._filters import add_filters, filter_of, filters_told, kinds_of
from factx.commands._log import RunLog, run_log
from factx.commands._options import (
    add_formats,
    add_model,
    add_published,
    add_rates,
    add_reading,
    add_rules,
    formats_of,
    number_of,
    probability,
    published_day,
    read_options,
    rules_given,
)
from factx.commands._progress import with_progress
from factx.commands._summary import Summary
from factx.commands._workers import add_workers, workers_for

if TYPE_CHECKING:
    from factx.run import Extractor

HELP = "read articles and write the tables of what they say"
TIMEOUT = 600
"""Seconds: three hundred times what a long article takes."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.set_defaults(after_interrupt="; the same command goes on from here")
    parser.epilog = (
        "Exit code: 0 done; 1 done, but some articles failed (see the table of errors); 2 the command cannot be "
        "carried out, and the tables are as they were; 3 the same, by a fault of factx; 128 + N ended by signal N."
    )
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
        help=f"the longest that one article may take, or a million characters of it (default: {TIMEOUT})",
    )
    add_workers(parser)
    parser.add_argument(
        "--engine",
        choices=ENGINES,
        help="share the work by dask, with other machines too; OUT gets partitions for factx merge",
    )
    parser.add_argument(
        "--scheduler", metavar="ADDRESS", help="of a Dask cluster: tcp://10.0.0.5:8786 (default: this machine)"
    )
    add_model(parser)
    add_rules(parser)
    add_rates(parser)
    add_published(parser)
    add_reading(parser)
    add_formats(parser)
    parser.add_argument("--texts", action="store_true", help="keep the text of every article in texts.csv")
    parser.add_argument(
        "--min-confidence",
        metavar="P",
        type=probability,
        default=MIN_CONFIDENCE,
        help=f"leave out facts less likely to be right than this (0 to 1, default {MIN_CONFIDENCE})",
    )
    parser.add_argument(
        "--rules-only",
        action="store_true",
        help="only what a written rule finds, nothing that the language model alone finds",
    )
    add_filters(parser)
    parser.add_argument("-q", "--quiet", action="store_true", help="print no progress and no summary, only failures")
    parser.add_argument("--log", metavar="FILE", help="add to this file what became of each article, and timings")


def run(options: argparse.Namespace) -> int:
    """Carry out the command; return 1 if an article failed, else 0."""
    _one_thread_each()
    if not options.out:
        raise OutputError("-o needs the name of a folder, such as -o tables")
    with run_log(options.log) as log:
        log.say(f"factx {__version__} extract {' '.join(options.paths)} -o {options.out}")
        if options.engine or options.scheduler:
            if filters_told(options):
                raise InputError("facts are chosen when the tables are written: give what chooses them to factx merge")
            return run_on_engine(options, _extractor(options), _options_told(options), log)
        return _logged_run(options, log)


def _logged_run(options: argparse.Namespace, log: RunLog) -> int:
    from factx.reading import UnreadFiles, columns_checked, find_sources, read_sources
    from factx.run import journal, origin_of, settings_of
    from factx.tables import WORK_FOLDER, writing_to

    started = time.monotonic()
    unread = UnreadFiles()
    reading = read_options(options)
    with log.timed("find files"):
        found = find_sources(options.paths, options.out, unread)
    formats = formats_of(options)
    extractor = _extractor(options)
    wanted = filter_of(options, partial(kinds_of, rules_given(options.rules)))
    summary = Summary(options.out, formats)
    origin: dict[str, Any] = {}
    with (
        columns_checked(found, reading) as sources,
        writing_to(options.out, formats, options.excel, options.texts, origin) as writer,
    ):
        with log.timed("load"):
            extractor.load()
            origin |= origin_of(extractor, **_options_told(options))
        model, workers = origin["model"], options.workers or workers_for(sources)
        log.say(f"model {model['name']} {model['version']}, {len(sources)} files, workers {workers}")
        with journal(
            Path(options.out, WORK_FOLDER), settings_of(extractor), with_texts=options.texts, fresh=options.fresh
        ) as done:
            articles = log.timed_items("read", read_sources(sources, extractor.published, reading, unread))
            results = done.resumed(articles, lambda items: extractor.pipe_with_known(items, workers, options.timeout))
            for whole in with_progress(log.timed_items("extract", results), sources, options.quiet):
                result = wanted.kept(whole)
                with log.timed("write"):
                    result = result.with_shortfalls(writer.add(result))
                    summary.add(result, len(whole.facts) - len(result.facts))
                    log.add(result)
            summary.resumed = done.resumed_count
        if not summary.articles:
            raise InputError(f"no articles in {', '.join(options.paths)}: left out {unread.summary() or 'nothing'}")
    seconds = time.monotonic() - started
    lines = summary.lines(seconds, unread.summary())
    for line in (*lines, f"timings   {log.timings()}, all {seconds:.2f} s"):
        log.say(line)
    return summary.tell(lines, options.quiet)


def _options_told(options: argparse.Namespace) -> dict[str, Any]:
    """The options beside the extractor's on which tables depend."""
    names = ("columns", "day_first", "excel", "texts", "timeout")
    return {name: getattr(options, name) for name in names} | filters_told(options)


def _extractor(options: argparse.Namespace) -> Extractor:
    from factx.run import Extractor

    return Extractor(
        options.model,
        rules=rules_given(options.rules),
        rates=options.rates,
        yearly_rates=not options.no_yearly_rates,
        published=published_day(options.published),
        min_confidence=options.min_confidence,
        reader=not options.rules_only,
    )


def _one_thread_each() -> None:
    """Keep matrix libraries to one thread: factx shares work by processes, which threads would fight."""
    for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(name, "1")
