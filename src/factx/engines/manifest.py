"""``partitions.json`` of a folder of partitions: which ones make up the run, in its order.

It is written when every partition is done, in one step: a folder without it is not finished, and
what it does not list does not count.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from factx.base import InputError, OutputError
from factx.engines.places import Folder
from factx.tables import PARTITIONS

DONE = "partition.json"
"""What says that a partition is whole."""
_RUN, _DESCRIPTION = "run.json", "datapackage.json"
_NAME = re.compile(r"[0-9a-f]{16}")


def publish(out: Folder, address: str, said: Sequence[Mapping[str, Any]], origin: Mapping[str, Any]) -> None:
    """Write the list of a run's partitions from what their tasks have said; remove all others.

    ``run.json`` says what made them, by which other commands know tables of factx. Raises
    ``OutputError`` if partitions are gone: a folder that lies elsewhere is open to other runs.
    """
    there = out.files()
    gone = [one["name"] for one in said if f"{one['name']}/{DONE}" not in there]
    if gone:
        raise OutputError(
            f"{address}: another run has removed {len(gone)} partitions; the same command goes on from here"
        )
    out.write(PARTITIONS, _json({"origin": origin, "partitions": list(said)}))
    articles, facts = Counter[str](), 0
    for one in said:
        articles.update(one["articles"])
        facts += sum(one["facts"].values())
    out.write(_RUN, _json({**origin, "articles": dict(sorted(articles.items())), "rows": {"facts": facts}}))
    forget(out, but=frozenset(one["name"] for one in said))


def _json(content: Mapping[str, Any]) -> bytes:
    return json.dumps(content, indent=2, ensure_ascii=False).encode("utf-8", "replace")


def forget(out: Folder, but: frozenset[str] = frozenset()) -> None:
    """Remove the partitions in a folder but some."""
    for name in {name.split("/")[0] for name in out.files() if "/" in name}:
        if _NAME.fullmatch(name) and name not in but:
            out.remove(name)


def published(out: Folder, address: str) -> dict[str, Any]:
    """What made the partitions of a finished run (``origin``), and what their tasks said (``partitions``).

    Raises ``InputError`` if there is no finished run.
    """
    written = out.read(PARTITIONS)
    if written is None:
        told = "give the folder that factx extract --engine dask -o PARTITIONS wrote"
        raise InputError(f"{address}: no finished partitions here; {told} (tables without --engine need no merge)")
    found: dict[str, Any] = json.loads(written)
    return found


def check_out(out: Folder, address: str) -> None:
    """Raise ``OutputError`` if a folder holds tables that are not partitions, or is a file."""
    here = out.here()
    if here and here.exists() and not here.is_dir():
        raise OutputError(f"{address}: a file, not a folder; give another path with -o")
    others = any(out.read(name) is not None for name in (_DESCRIPTION, _RUN))
    if others and out.read(PARTITIONS) is None:
        raise OutputError(f"{address}: there are other tables; give another folder with -o")
