"""A bar of progress, where somebody looks."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factx.tables import Result

_SHORTEST_RUN = 0.001
"""Seconds: before the clock has moved, a speed cannot be computed."""


def with_progress(results: Iterable[Result], total: int | None, quiet: bool) -> Iterator[Result]:
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
