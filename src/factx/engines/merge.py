"""The second step of an engine's run: partitions to results, with what only the whole run tells.

Which articles are copies, which ids are taken, which facts report one claim, how often an entity
is mentioned: whoever writes these results writes the tables of a run on one machine, byte by byte.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from factx.base import InputError
from factx.engines.manifest import published
from factx.engines.places import Folder
from factx.reading import Copies
from factx.tables import PARTITION_TABLES, Kept, Result, in_place, read_partition


class Partitions:
    """The partitions of a finished run in a folder, which is a path or an address.

    ``origin`` says what made them. Raises ``InputError`` if the run is not finished.
    """

    def __init__(self, address: str) -> None:
        self._address, self._folder = address, Folder(address)
        found = published(self._folder, address)
        self.origin: dict[str, Any] = found["origin"]
        self._names: list[str] = [said["name"] for said in found["partitions"]]

    def results(self) -> Iterator[Result]:
        """Yield the results in their order; one partition is read at a time, piece by piece.

        Raises ``InputError`` for one that is not what the run has written.
        """
        copies = Copies()
        for name in self._names:
            with tempfile.TemporaryDirectory() as here, self._whole(name):
                for table in PARTITION_TABLES:
                    self._folder.get(f"{name}/{table}.parquet", Path(here, f"{table}.parquet"))
                for result, kept in read_partition(Path(here)):
                    yield _in_place(result, kept, copies)

    @contextmanager
    def _whole(self, name: str) -> Iterator[None]:
        """Say of what fails within it that a partition is gone or damaged."""
        try:
            yield
        except (OSError, ValueError) as error:
            told = f"{type(error).__name__}: {error}"
            makes = "remove it and give the command that wrote it again, which makes it anew"
            raise InputError(f"{self._address}: partition {name} cannot be read ({told}); {makes}") from error


def _in_place(result: Result, kept: Kept, copies: Copies) -> Result:
    row = result.article
    if kept.sketch is None and row.status != "skipped":
        return result  # a file that could not be read: it is no article
    return in_place(result, copies.placed(row.article_id or "", row.path, kept.sketch), kept.returns)
