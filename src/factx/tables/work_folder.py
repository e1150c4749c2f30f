"""The folder inside that of the tables where a run works: its lock, and tables that are not finished.

Tables are put into place one after the other once all are written. A run that ends while it does so
leaves a list of what is to be done, and the next one does it first.
"""

from __future__ import annotations

import errno
import json
import os
import shutil
import socket
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from factx.base import OutputError
from factx.reading import has_own_tables

WORK_FOLDER = ".factx"
"""The one name under which a run keeps what is no table."""
PARTITIONS = "partitions.json"
"""What tells a folder of partitions from one of tables, which are not written beside them."""
_NEW, _SCRATCH = "new", "scratch"
_MOUNTED = (errno.EBUSY, errno.EXDEV)
"""What a system says where a file is a mount point, as volumes of containers are, or on another device."""
_TO_DO, _LOCK, _HOLDER = "publish.json", "lock", "held_by.json"


@dataclass(frozen=True, slots=True)
class WorkFolder:
    """The work folder of the tables in ``out``, of which ``ours`` are the names that factx writes."""

    out: Path
    ours: frozenset[str]

    @property
    def path(self) -> Path:
        """Where a run keeps what is no table."""
        return self.out / WORK_FOLDER

    @property
    def new(self) -> Path:
        """Where the tables are written."""
        return self.path / _NEW

    @property
    def scratch(self) -> Path:
        """Where a run keeps what does not fit into memory."""
        return self.path / _SCRATCH

    def publish(self) -> None:
        """Put the new tables into place, and remove those that an earlier run left in another format."""
        finished = sorted(path.name for path in self.new.iterdir())
        for name in finished:
            _flush(self.new / name)
        _write(self.path / _TO_DO, json.dumps({"tables": finished, "gone": sorted(self.ours - set(finished))}))
        self.finish_publishing()

    def state(self) -> str:
        """What became of the tables, to be told with an error of the system."""
        if (self.path / _TO_DO).exists():
            return "some tables are not in place yet; the next run into this folder finishes that first"
        return "the tables there are as they were"

    def finish_publishing(self) -> None:
        """Do what is left to be done of putting tables into place; nothing if a run has done it all."""
        to_do = self.path / _TO_DO
        if not to_do.is_file():
            return
        left = json.loads(to_do.read_text("utf-8"))
        for name in left["tables"]:
            if (self.new / name).exists():
                _put(self.new / name, self.out / name)
        for name in left["gone"]:
            _remove(self.out / name)
        _flush(self.out)
        to_do.unlink()


@contextmanager
def work_folder(out: Path, ours: frozenset[str]) -> Iterator[WorkFolder]:
    """Hold the folder of tables for one run; what the run has not put into place goes when it ends.

    Raises ``OutputError`` for a folder that another run holds, that is a file, or whose tables are
    not factx's.
    """
    folder = WorkFolder(out, ours)
    _check(folder)
    is_new = not out.exists()
    with ExitStack() as stack:
        stack.callback(_tidy, folder, is_new)
        stack.enter_context(alone_in(out))
        folder.finish_publishing()
        for place in (folder.new, folder.scratch):
            shutil.rmtree(place, ignore_errors=True)
            place.mkdir()
        try:
            yield folder
        finally:
            shutil.rmtree(folder.scratch, ignore_errors=True)
            if not (folder.path / _TO_DO).exists():
                shutil.rmtree(folder.new, ignore_errors=True)


def _tidy(folder: WorkFolder, is_new: bool) -> None:
    """Leave no folder behind that a run has made and put nothing into."""
    if is_new and folder.path.is_dir() and {path.name for path in folder.path.iterdir()} <= {_LOCK}:
        shutil.rmtree(folder.path)
        with suppress(OSError):
            folder.out.rmdir()


@contextmanager
def alone_in(out: Path) -> Iterator[None]:
    """Keep other runs out of a folder. The system lets go of it when the process ends, however it ends.

    Raises ``OutputError`` if another run holds it.
    """
    place = out / WORK_FOLDER
    place.mkdir(parents=True, exist_ok=True)
    lock, holder = FileLock(place / _LOCK), place / _HOLDER
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise OutputError(f"{out}: {_holder(holder)} is writing there; wait for it, or give another -o") from None
    try:
        _write(holder, json.dumps({"process": os.getpid(), "machine": socket.gethostname()}))
        yield
    finally:
        holder.unlink(missing_ok=True)
        lock.release()


def _holder(path: Path) -> str:
    with suppress(OSError, ValueError, KeyError):
        said = json.loads(path.read_text("utf-8"))
        return f"process {said['process']} on {said['machine']}"
    return "another run"


def _check(folder: WorkFolder) -> None:
    out = folder.out
    if out.exists() and not out.is_dir():
        raise OutputError(f"{out}: a file, not a folder; give another path with -o")
    if (out / PARTITIONS).exists():
        raise OutputError(f"{out}: there are partitions of an engine's run; give another path with -o")
    for name in sorted(folder.ours):
        if (out / name).is_dir():
            raise OutputError(f"{out / name}: a folder, where a table would be written; give another path with -o")
    foreign = next((name for name in sorted(folder.ours) if (out / name).exists()), None)
    if foreign and not folder.path.is_dir() and not has_own_tables(out):
        raise OutputError(f"{out}: its {foreign} is not of factx and would be lost; give another path with -o")


def _put(new: Path, place: Path) -> None:
    """Put a finished file into its place, at once where the system can.

    A place that is mounted by itself, or lies on another device, is written over: if that is
    interrupted, the new file is still there, and the next run does it again.
    """
    try:
        os.replace(new, place)
    except OSError as error:
        if error.errno not in _MOUNTED:
            raise
        shutil.copyfile(new, place)
        _flush(place)
        new.unlink()


def _remove(place: Path) -> None:
    """Remove a file; one that is mounted by itself can only be emptied."""
    try:
        place.unlink(missing_ok=True)
    except OSError as error:
        if error.errno not in _MOUNTED:
            raise
        os.truncate(place, 0)


def _write(path: Path, text: str) -> None:
    """Write a small file so that it is there whole or not at all."""
    partial = path.with_suffix(".part")
    partial.write_text(text, encoding="utf-8")
    _flush(partial)
    os.replace(partial, path)


def _flush(path: Path) -> None:
    """Have the system write a file or a folder to the disk, where it can."""
    with suppress(OSError):
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
