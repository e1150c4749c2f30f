"""A run shared by the workers of an engine: what is left to be done is done, and published at the end."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from typing import Any

from factx.engines.manifest import check_out, forget, publish
from factx.engines.places import Folder
from factx.engines.plan import Plan, Task
from factx.engines.task import Told, done_before
from factx.tables import alone_in

Engine = Callable[[Sequence[Task]], Iterable[Told]]
"""Does tasks anywhere, each at least once and in any order, and yields what they say of themselves."""


def run_tasks(
    plan: Plan, out: str, engine: Engine, origin: Mapping[str, Any], *, fresh: bool = False
) -> Iterator[Told]:
    """Do the tasks of a plan and publish their partitions in ``out``; yield what each task says.

    ``origin`` says what made the tables, as ``origin_of`` returns it. Tasks that an earlier run has
    done are not done again, unless ``fresh``. Raises ``OutputError`` if ``out`` holds other tables, or
    another run writes there.
    """
    folder = Folder(out)
    check_out(folder, out)
    here = folder.here()
    with alone_in(here) if here else nullcontext():
        if fresh:
            forget(folder)
        said = {task.name: told for task in plan.tasks if (told := done_before(folder, task.name))}
        yield from ({**told, "resumed": True} for told in said.values())
        for told in engine([task for task in plan.tasks if task.name not in said]):
            said[told["name"]] = told
            yield told
        publish(folder, out, [said[task.name] for task in plan.tasks], origin)
