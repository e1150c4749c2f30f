"""A function applied to batches in worker processes.

Results come in order, and a bounded number of batches waits in memory.
"""

from __future__ import annotations

import multiprocessing
import signal
import sys
import warnings
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from typing import Any, TypeVar

from factx.base import WorkerError

Batch = TypeVar("Batch", bound=Sequence[Any])
Answer = TypeVar("Answer")

BATCHES_AHEAD = 3
"""Batches per worker: enough that none idles while the main process writes a long article's rows."""
_work: Callable[[Any], Any] | None = None


def map_batches(
    work: Callable[[Batch], list[Answer]],
    batches: Iterable[Batch],
    workers: int,
    *,
    warm_up: Callable[[], object] = lambda: None,
) -> Iterator[Answer]:
    """Apply ``work`` to batches in ``workers`` processes; yield the answers in the order of the batches.

    ``warm_up`` runs once, before processes are forked if the system can fork, so that they share what
    it loads; elsewhere ``work`` is pickled and loads for itself. Each worker has at most
    ``BATCHES_AHEAD`` batches waiting, so memory does not grow with their number. Raises
    ``WorkerError`` if a worker process dies.
    """
    remaining = iter(batches)
    with _pool(work, workers, warm_up) as pool:
        waiting: deque[tuple[Batch, Future[list[Answer]]]] = deque()
        try:
            for batch in islice(remaining, workers * BATCHES_AHEAD):
                waiting.append((batch, _submit(pool, batch)))
            while waiting:
                batch, future = waiting.popleft()
                answers = _answers(batch, future)
                waiting.extend((following, _submit(pool, following)) for following in islice(remaining, 1))
                yield from answers
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _pool(work: Callable[[Any], Any], workers: int, warm_up: Callable[[], object]) -> ProcessPoolExecutor:
    if sys.platform == "linux":
        context = multiprocessing.get_context("fork")
        warm_up()
    else:
        context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(workers, mp_context=context, initializer=_use, initargs=(work,))


def _submit(pool: ProcessPoolExecutor, batch: Batch) -> Future[list[Any]]:
    try:
        with warnings.catch_warnings():
            # Python warns of forking beside threads: ours are numpy's, which know how to fork.
            warnings.filterwarnings("ignore", message=".*fork", category=DeprecationWarning)
            return pool.submit(_apply, batch)
    except BrokenProcessPool:
        raise _died(batch) from None


def _answers(batch: Batch, future: Future[list[Answer]]) -> list[Answer]:
    try:
        return future.result()
    except BrokenProcessPool:
        raise _died(batch) from None


def _died(batch: Sequence[Any]) -> WorkerError:
    paths = [path for item in batch if (path := getattr(item, "path", None))]
    near = f" at or after {paths[0]}" if paths else ""
    return WorkerError(f"a worker process died{near}, perhaps for want of memory; try fewer --workers")


def _use(work: Callable[[Any], Any]) -> None:
    global _work
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt is for the main process, which ends the workers
    _work = work


def _apply(batch: Sequence[Any]) -> Any:
    assert _work is not None
    return _work(batch)
