"""Dask does the tasks: on this machine's cores, or on a cluster that has a scheduler."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from factx.base import TABLES, FactxError, InputError
from factx.engines.frames import extract_frame
from factx.engines.places import needed_for_engines
from factx.engines.plan import Task
from factx.engines.share import Engine
from factx.engines.task import Told, do_task
from factx.run import Extractor
from factx.tables import frame_of

_ROUNDS = 8
"""How often a partition is begun: an article that ends workers takes two of Dask's four tries."""
_RETRIES = 2
"""Tries after an error of a worker's machine, such as a full disk."""


@contextmanager
def connected(scheduler: str | None, workers: int | None) -> Iterator[Any]:
    """Hold a client of the cluster at an address, or of one on this machine.

    The latter has so many worker processes, by default one for each core. The client is no default of
    Dask's: what else the caller does with it goes where it went.

    Raises ``FactxError`` if dask is not installed or no scheduler answers.
    """
    distributed = needed_for_engines("distributed")
    if scheduler is None:
        local = {"threads_per_worker": 1, "host": "127.0.0.1", "dashboard_address": "127.0.0.1:0"}
        with (
            distributed.LocalCluster(n_workers=workers, **local) as cluster,
            distributed.Client(cluster, set_as_default=False) as client,
        ):
            yield client
        return
    try:
        client = distributed.Client(scheduler, set_as_default=False)
    except (OSError, ValueError) as error:
        raise FactxError(f"--scheduler {scheduler}: {error}") from error
    with client:
        yield client


def on_dask(client: Any) -> Engine:
    """Return what does tasks on a client's cluster; what they say comes as they are done.

    A worker that dies costs what it was doing: others do it again. A task that killed several workers
    is begun again here: it knows more each time.
    """
    distributed = needed_for_engines("distributed")

    def do(tasks: Sequence[Task]) -> Iterator[Told]:
        left = {_submitted(client, task, 1): (task, 1) for task in tasks}
        waiting = distributed.as_completed(list(left), loop=client.loop)
        for future in waiting:
            task, times = left.pop(future)
            try:
                yield future.result()
            except distributed.KilledWorker as error:
                if times == _ROUNDS:
                    raise FactxError(f"partition {task.name}: {error}") from error
                again = _submitted(client, task, times + 1)
                left[again] = (task, times + 1)
                waiting.add(again)

    return do


def _submitted(client: Any, task: Task, times: int) -> Any:
    return client.submit(do_task, task, key=f"factx-{task.name}-{times}", pure=False, retries=_RETRIES)


def extract_collection(collection: Any, *, extractor: Extractor | None = None, **columns: Any) -> Any:
    """Return the facts of a Dask bag or data frame as a Dask data frame, with ``extract_frame``'s columns.

    A bag holds texts, or mappings with the fields of articles. Nothing is read until the frame is
    computed or written. ``columns`` are the other parameters of ``extract_frame``. Raises
    ``InputError`` for what is no Dask collection.

    >>> import dask.bag
    >>> bag = dask.bag.from_sequence(["Police arrested 33 people."])  # doctest: +SKIP
    >>> extract_collection(bag).compute()["value"].tolist()  # doctest: +SKIP
    [33.0]
    """
    frames = needed_for_engines("dask.dataframe")
    bags = needed_for_engines("dask.bag")
    call = {**columns, "extractor": extractor or Extractor()}
    meta = frame_of([], TABLES[columns.get("table", "facts")])
    if isinstance(collection, bags.Bag):
        if columns.get("keep"):
            raise InputError("a bag has no columns to keep; make a data frame of it: bag.to_dataframe()")
        parts = collection.map_partitions(_frame_of_items, call).to_delayed()
        return frames.from_delayed(parts, meta=meta, verify_meta=False)
    if not isinstance(collection, frames.DataFrame):
        raise InputError(f"a {type(collection).__name__} is no Dask bag or data frame; extract_frame takes others")
    import pandas as pd

    kept = collection._meta[[*columns.get("keep", ())]]
    meta = pd.concat([kept, meta], axis=1) if columns.get("keep") else meta
    return collection.map_partitions(extract_frame, **call, meta=meta, enforce_metadata=False)


def _frame_of_items(items: Any, call: dict[str, Any]) -> Any:
    """The facts of a partition of a bag."""
    import pandas as pd

    rows = [{"text": item} if isinstance(item, str) else item for item in items]
    return extract_frame(pd.DataFrame(rows or {"text": []}), **call)
