"""Articles shared among worker processes: in order, with a bounded number of articles in memory."""

from __future__ import annotations

import multiprocessing
import signal
import sys
import warnings
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from typing import TYPE_CHECKING

from factx.batches import Item, batches
from factx.errors import WorkerError

if TYPE_CHECKING:
    from factx.extraction import Extractor, Result

BATCHES_AHEAD = 3
_extractor: Extractor | None = None


def pipe_in_processes(extractor: Extractor, items: Iterable[Item], workers: int) -> Iterator[Result]:
    """The results in the order of ``items``; raises ``WorkerError`` when a worker process dies.

    Each worker has at most ``BATCHES_AHEAD`` batches waiting, so memory does not grow with the number of articles.
    """
    remaining = batches(items)
    with _pool(extractor, workers) as pool:
        waiting: deque[tuple[list[Item], Future[list[Result]]]] = deque()
        try:
            for batch in islice(remaining, workers * BATCHES_AHEAD):
                waiting.append((batch, _submit(pool, batch)))
            while waiting:
                batch, future = waiting.popleft()
                results = _results(batch, future)
                waiting.extend((following, _submit(pool, following)) for following in islice(remaining, 1))
                yield from results
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _pool(extractor: Extractor, workers: int) -> ProcessPoolExecutor:
    """Processes that share the loaded model where the system can fork, and load it for themselves elsewhere."""
    if sys.platform == "linux":
        context = multiprocessing.get_context("fork")
        extractor.load()
    else:
        context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(workers, mp_context=context, initializer=_use, initargs=(extractor,))


def _submit(pool: ProcessPoolExecutor, batch: list[Item]) -> Future[list[Result]]:
    try:
        with warnings.catch_warnings():
            # Python warns of forking beside threads: ours are numpy's, which know how to fork.
            warnings.filterwarnings("ignore", message=".*fork", category=DeprecationWarning)
            return pool.submit(_work, batch)
    except BrokenProcessPool:
        raise _died(batch) from None


def _results(batch: list[Item], future: Future[list[Result]]) -> list[Result]:
    try:
        return future.result()
    except BrokenProcessPool:
        raise _died(batch) from None


def _died(batch: list[Item]) -> WorkerError:
    paths = [item.path for item in batch if not isinstance(item, str) and item.path]
    near = f" at or after {paths[0]}" if paths else ""
    return WorkerError(f"a worker process died{near}, perhaps for want of memory; try fewer --workers")


def _use(extractor: Extractor) -> None:
    global _extractor
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt is for the main process, which ends the workers
    _extractor = extractor.load()


def _work(batch: list[Item]) -> list[Result]:
    assert _extractor is not None
    return _extractor.attempt_all(batch)
