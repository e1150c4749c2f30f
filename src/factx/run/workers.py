"""A function applied to batches in worker processes, of which none can end the run.

Results come in order, and a bounded number of batches waits in memory. Where a process dies or
takes too long, the items of its batch are tried one by one, and the one to blame is given up.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
import warnings
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, Generic, TypeVar

from pebble import ProcessExpired, ProcessPool

from factx.base import collect_rarely

Item = TypeVar("Item")
Answer = TypeVar("Answer")

BATCHES_AHEAD = 3
"""Batches per worker: enough that none idles while the main process writes a long article's rows."""
_LATE = "it took longer than {0:.0f} seconds; to give it more, use --timeout"
_DEAD = "the process that read it died, perhaps for want of memory"
_work: Callable[[Any], Any] | None = None


@dataclass(frozen=True, slots=True)
class Work(Generic[Item, Answer]):
    """What is done with a batch, and what stands for an item that killed its process or took too long.

    ``warm_up`` runs once, before processes are forked if the system can fork, so that they share what
    it loads; elsewhere ``do`` is pickled and loads for itself. ``timeout`` is in seconds, for one item
    and for one batch; without one there is no limit. ``allowance`` says how many times as long an item
    may take, and its batch with it.
    """

    do: Callable[[Sequence[Item]], list[Answer]]
    give_up: Callable[[Item, str], Answer]
    warm_up: Callable[[], object] = lambda: None
    timeout: float | None = None
    allowance: Callable[[Item], float] = lambda item: 1.0

    def limit(self, batch: Sequence[Item]) -> float | None:
        """The seconds that a batch may take."""
        return None if self.timeout is None else self.timeout * max(map(self.allowance, batch), default=1.0)


def map_batches(
    work: Work[Item, Answer], batches: Iterable[Sequence[Item]], workers: int, *, ahead: int = BATCHES_AHEAD
) -> Iterator[Answer]:
    """Do the work on batches in ``workers`` processes; yield the answers in the order of the items.

    Each worker has at most ``ahead`` batches waiting, so memory does not grow with their number.
    """
    remaining = iter(batches)
    pool = _pool(work, workers)
    waiting: deque[tuple[Sequence[Item], Any]] = deque()
    try:
        for batch in islice(remaining, workers * ahead):
            waiting.append((batch, _submit(pool, batch, work.limit(batch))))
        while waiting:
            batch, future = waiting.popleft()
            answers = _answers(work, pool, batch, future)
            waiting.extend((more, _submit(pool, more, work.limit(more))) for more in islice(remaining, 1))
            yield from answers
        pool.close()
    finally:
        pool.stop()
        pool.join()


def may_share(workers: int) -> bool:
    """True if this process may have workers; one of ``multiprocessing`` or Dask may not, and is warned."""
    if not multiprocessing.current_process().daemon:
        return True
    warnings.warn(
        f"a worker process may start no others: all is read here, not by {workers} workers, and without a time limit; "
        "to have more workers, give them to the pool that this process is of",
        RuntimeWarning,
        stacklevel=4,
    )
    return False


def _answers(work: Work[Item, Answer], pool: Any, batch: Sequence[Item], future: Any) -> list[Answer]:
    try:
        answers: list[Answer] = future.result()
        return answers
    except TimeoutError:
        reason = _LATE.format(work.limit(batch))
    except (ProcessExpired, MemoryError):
        reason = _DEAD
    if len(batch) == 1:
        return [work.give_up(batch[0], reason)]
    alone = ((one, _submit(pool, [one], work.limit([one]))) for one in batch)
    return [answer for one, future in alone for answer in _answers(work, pool, [one], future)]


def _pool(work: Work[Any, Any], workers: int) -> Any:
    forks = sys.platform == "linux"
    if forks:
        work.warm_up()
    context = multiprocessing.get_context("fork" if forks else "spawn")
    return ProcessPool(workers, context=context, initializer=_use, initargs=(work.do,))


def _submit(pool: Any, batch: Sequence[Any], timeout: float | None) -> Any:
    with warnings.catch_warnings():
        # Python warns of forking beside threads: ours are numpy's, which know how to fork.
        warnings.filterwarnings("ignore", message=".*fork", category=DeprecationWarning)
        return pool.schedule(_apply, args=(batch,), timeout=timeout)


def _use(work: Callable[[Any], Any]) -> None:
    global _work
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt is for the main process, which ends the workers
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    collect_rarely()
    _work = work


def _end_with_parent() -> None:
    """Wait for the main process to end, however it does, and end with it."""
    parent = multiprocessing.parent_process()
    assert parent is not None
    parent.join()
    os._exit(1)


def _apply(batch: Sequence[Any]) -> Any:
    assert _work is not None
    return _work(batch)
