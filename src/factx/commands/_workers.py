"""How many processes share a run, if the user does not say."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from typing import TYPE_CHECKING

from factx.commands._options import number_of
from factx.commands._progress import sizes_of

if TYPE_CHECKING:
    from factx.reading import Source

MOST = 8
"""Processes: beyond these the one that writes the tables has no time left, and each takes memory."""
_BYTES_FOR_ONE = 250_000
"""Bytes of files that are worth a process: some seconds of reading."""


def add_workers(parser: argparse.ArgumentParser) -> None:
    """``--workers``: a number, or None for as many as ``workers_for`` finds right."""
    parser.add_argument(
        "--workers",
        metavar="N",
        type=number_of("processes", least=1),
        help=f"processes to share the work (default: one for each core, up to {MOST}; one alone for a few articles)",
    )


def workers_for(sources: Iterable[Source]) -> int:
    """One process for each core, fewer where there is little to read; one for what comes through a pipe."""
    sizes = sizes_of(sources)
    worth = 1 if sizes is None else max(1, sum(sizes.values()) // _BYTES_FOR_ONE)
    return 1 if worth == 1 else min(worth, MOST, cores())


def cores() -> int:
    """The cores that this process may use; of a container, those that it was given."""
    from loky import cpu_count

    return int(cpu_count())
