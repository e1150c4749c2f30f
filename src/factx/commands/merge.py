"""``factx merge``: partitions of an engine's run to one set of tables, with claims and entities."""

from __future__ import annotations

import argparse
import time
from functools import partial

from factx.base import OutputError
from factx.commands._filters import add_filters, filter_of, filters_told, kinds_of
from factx.commands._options import add_formats, formats_of
from factx.commands._progress import with_progress
from factx.commands._summary import Summary

HELP = "make one folder of tables of the parts that factx extract --engine dask wrote"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.epilog = (
        "Exit code: 0 done, 1 some articles failed (see the table of errors), 2 the command cannot be carried out."
    )
    parser.add_argument("partitions", metavar="PARTITIONS", help="what factx extract --engine … -o PARTITIONS wrote")
    parser.add_argument("-o", "--out", metavar="OUT", required=True, help="the folder to write the tables to")
    add_formats(parser)
    add_filters(parser)
    parser.add_argument("-q", "--quiet", action="store_true", help="no progress, no summary")


def run(options: argparse.Namespace) -> int:
    """Carry out the command; return 1 if an article failed, else 0."""
    from factx.engines import Partitions
    from factx.tables import writing_to

    started = time.monotonic()
    if not options.out:
        raise OutputError("-o needs the name of a folder, such as -o tables")
    formats = formats_of(options)
    summary, partitions = Summary(options.out, formats), Partitions(options.partitions)
    has_own_kinds = partitions.origin.get("rules", {}).get("own_sha256") is not None
    wanted = filter_of(options, None if has_own_kinds else partial(kinds_of, None))
    told = {**partitions.origin["options"], "excel": options.excel, **filters_told(options)}
    origin = {**partitions.origin, "options": told}
    with writing_to(options.out, formats, options.excel, origin=origin) as writer:
        for whole in with_progress(partitions.results(), None, options.quiet):
            result = wanted.kept(whole)
            result = result.with_shortfalls(writer.add(result))
            summary.add(result, len(whole.facts) - len(result.facts))
    return summary.tell(summary.lines(time.monotonic() - started), options.quiet)
