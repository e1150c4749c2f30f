"""The files of a run in partitions, whose names say what is in them.

A partition is what one task reads and writes. Its name is a hash of its files and of what they are
read with: one that is done is not done again, and one that is done twice is the same twice.
"""

from __future__ import annotations

import hashlib
import json
import posixpath
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zlib import crc32

from factx.base import InputError
from factx.engines.places import Folder, is_address
from factx.reading import InputFile, ReadOptions, Source, UnreadFiles, check_columns_in, find_sources
from factx.run import Extractor, settings_of

MOST_FILES, MOST_BYTES = 100, 500_000
"""Of a partition: some seconds of work, so that little is lost with a machine. A larger file is one alone."""
_QUICK_FILES, _QUICK_BYTES = 20, 20_000_000
"""Of files elsewhere that are looked into for columns before the run: some seconds of copying."""
_CUT_AT = 100
"""One file in so many ends a partition by its name: a new file changes its neighbours' partitions, not all."""
_STATES = ("ETag", "etag", "md5Hash", "mtime", "LastModified", "last_modified", "Last-Modified", "updated")
"""What tells the versions of a file apart, by the file system that says it."""


@dataclass(frozen=True, slots=True)
class Located:
    """A file: its path in the tables, its address, and what tells its versions apart."""

    path: str
    address: str
    size: int
    state: str
    is_named: bool = False


@dataclass(frozen=True, slots=True)
class Task:
    """One partition to do: its files, where its tables go, and what it is read with."""

    name: str
    files: tuple[Located, ...]
    out: str
    extractor: Extractor
    options: ReadOptions
    all_texts: bool
    version: str


@dataclass(frozen=True, slots=True)
class Plan:
    """A run in tasks, in the order of its articles; ``files`` is the number of its files."""

    tasks: tuple[Task, ...]
    files: int


def make_plan(
    paths: Sequence[str],
    out: str,
    extractor: Extractor,
    options: ReadOptions,
    unread: UnreadFiles,
    *,
    all_texts: bool = False,
) -> Plan:
    """Find the files of paths and addresses, and cut them into tasks.

    Raises ``InputError`` for what does not exist, for what is no file, such as standard input, and as
    ``find_files`` does.
    """
    files = find_files(paths, out, unread, options)
    settings = json.loads(json.dumps(settings_of(extractor), default=str))
    read_with = json.dumps([settings, sorted(options.columns.items()), options.day_first, all_texts], sort_keys=True)
    tasks = (
        Task(_name(read_with, group), group, out, extractor, options, all_texts, settings["factx"])
        for group in partitions(files)
    )
    return Plan(tuple(tasks), len(files))


def find_files(paths: Sequence[str], out: str, unread: UnreadFiles, options: ReadOptions) -> list[Located]:
    """The files of paths and addresses, sorted by their paths in the tables.

    Raises ``InputError`` if a column that the user has named is in none of them; nothing is said where
    many or large ones lie elsewhere.
    """
    here = [path for path in paths if not is_address(path)]
    elsewhere = [path for path in paths if is_address(path)]
    sources = find_sources(here, None if is_address(out) else out, unread) if here else []
    found = [_of_source(source) for source in sources]
    for address in dict.fromkeys(elsewhere):
        found.extend(_of_address(address, several=len(paths) > 1))
    found.sort(key=lambda file: (file.path, file.address))
    if options.columns and _are_quick(file for file in found if is_address(file.address)):
        check_columns_in(_opened(found), options)
    return found


def _are_quick(files: Iterable[Located]) -> bool:
    """True if files can be copied to this machine before the work is shared."""
    sizes = [file.size for file in files]
    return len(sizes) <= _QUICK_FILES and all(sizes) and sum(sizes) <= _QUICK_BYTES


def _opened(files: Iterable[Located]) -> Iterator[InputFile]:
    """Yield files to look into, those of this machine first, each there until the next comes."""
    for file in sorted(files, key=lambda file: is_address(file.address)):
        with on_this_machine(file) as place:
            yield InputFile.on_disk(file.path, place)


@contextmanager
def on_this_machine(file: Located) -> Iterator[str]:
    """The path on this machine of a file; one from elsewhere is copied, and goes at the end."""
    if not is_address(file.address):
        yield file.address
        return
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder, "file" + Path(file.path).suffix)
        Folder(file.address).get("", place)
        yield str(place)


def partitions(files: Iterable[Located], most_files: int | None = None) -> Iterator[tuple[Located, ...]]:
    """Yield the files in their order, ``MOST_FILES`` or fewer at a time.

    >>> files = [Located(f"{n}.txt", f"/news/{n}.txt", 10, "") for n in range(5)]
    >>> [len(group) for group in partitions(files, most_files=2)]
    [2, 2, 1]
    """
    group: list[Located] = []
    most = most_files or MOST_FILES
    for file in files:
        group.append(file)
        is_full = len(group) >= most or sum(one.size for one in group) >= MOST_BYTES
        if is_full or crc32(file.path.encode()) % _CUT_AT == 0:
            yield tuple(group)
            group = []
    if group:
        yield tuple(group)


def _of_source(source: Source) -> Located:
    if source.is_pipe:
        raise InputError(f"{source.path}: what comes through a pipe cannot be shared by machines; save it as a file")
    place = Path(source.file).absolute()
    try:
        state = place.stat()
        return Located(source.path, str(place), state.st_size, str(state.st_mtime_ns), source.is_named)
    except OSError:
        return Located(source.path, str(place), 0, "", source.is_named)  # the task will say what is wrong


def _of_address(address: str, several: bool) -> Iterator[Located]:
    folder = Folder(address)
    last = posixpath.basename(address.rstrip("/"))
    if not folder.is_folder():
        told = folder.state()
        if told is None:
            raise InputError(f"{address}: no such file or folder; give the address of an article or of a folder")
        yield Located(last, address, int(told.get("size") or 0), _state(told), True)
        return
    files = folder.files()
    if not files:
        raise InputError(f"{address}: no articles in this folder; it has no files")
    for name, told in files.items():
        if not any(part.startswith(".") for part in name.split("/")):
            if told.get("size") is None and not _state(told):  # a list of links, as http gives it
                told = Folder(folder.url(name)).state() or told
            path = f"{last}/{name}" if several else name
            yield Located(path, folder.url(name), int(told.get("size") or 0), _state(told))


def _state(told: Mapping[str, Any]) -> str:
    return str(next((told[key] for key in _STATES if told.get(key)), ""))


def _name(read_with: str, files: tuple[Located, ...]) -> str:
    digest = hashlib.sha256(read_with.encode())
    digest.update(repr([(file.path, file.size, file.state, file.is_named) for file in files]).encode())
    return digest.hexdigest()[:16]
