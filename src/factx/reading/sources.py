"""Files and folders that the user gives: their files are found, told apart, put in order.

What is no file that can be read to its end (a pipe or a device in a folder) is counted, and what
may not be looked into becomes a failure: nothing vanishes, and nothing waits.
"""

from __future__ import annotations

import json
import os
import re
import stat
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from factx.base import InputError, lexicon
from factx.reading.encoding import written_name
from factx.reading.formats import UnreadFiles

STANDARD_INPUT = "-"
_OWN_PACKAGE, _OWN_RUN = "datapackage.json", "run.json"
_OF_RUN = frozenset(("factx", "rows"))
"""Keys by which ``run.json`` is told from a file of the user's."""
_LONGEST_DESCRIPTION = 1_000_000
"""Bytes: factx's own have a tenth; a file of the user's by the same name may have any number."""


_PAGES = (".html", ".htm", ".xhtml", ".xht")
_FOLDER_OF_PAGE = re.compile(rf"(?P<page>.+)[-_.](?:{'|'.join(lexicon.words('reading/page_folders'))})", re.IGNORECASE)
_SUFFIXES = lexicon.words("reading/read_files", "suffix") | lexicon.words("reading/unread_files", "suffix")


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """A file to read: ``path`` is its name in the tables, ``file`` its place on the disk.

    ``is_named`` is true for a file that the user gave by name: it is an error if it cannot be read.
    ``is_pipe`` is true for what can be read only once; ``read_as`` is the name by which its kind is
    told once it is kept on the disk.
    """

    path: str
    file: str
    is_named: bool = True
    is_pipe: bool = False
    read_as: str | None = None


def find_sources(
    paths: Iterable[str | Path], leave_out: str | Path | None = None, unread: UnreadFiles | None = None
) -> list[Source]:
    """Find the files to read, sorted by their paths in the tables, each once.

    Folders yield their files, hidden ones and tables that factx has written left out; of several
    folders, each one's name comes first in ``path``; ``-`` is standard input. ``leave_out`` is a
    folder not to look into (that of the tables); ``unread`` counts the files that were left out.
    Raises ``InputError`` for a path that does not exist, for a folder without files, and if a folder
    is that of the tables or a file is in it.
    """
    given = list(dict.fromkeys(map(_given, paths)))
    unread = unread or UnreadFiles()
    closed = Path(leave_out).resolve() if leave_out else None
    names = _names([path for path in given if path.is_dir()]) if len(given) > 1 else {}
    found: dict[str, Source] = {}
    for path in given:
        for source in _of_path(path, names.get(path, ""), closed, unread):
            if found.setdefault(os.path.realpath(source.file), source) is not source:
                unread.add("given or linked twice")
    return sorted(found.values())


def _given(path: str | Path) -> Path:
    """A path that the user gives; an empty one, as of a variable that is not set, is not this folder."""
    if not str(path):
        raise InputError("an empty path; give the path of an article or of a folder of articles")
    return Path(path)


def is_file_name(name: str) -> bool:
    """True if a name ends as those of files do, whether factx reads them or not; its blanks do not matter.

    >>> is_file_name("my report.PDF"), is_file_name("sheet.xlsx"), is_file_name("Two fled Mt. Merapi")
    (True, True, False)
    """
    return Path(name).suffix.lower() in _SUFFIXES


def _of_path(path: Path, name: str, closed: Path | None, unread: UnreadFiles) -> Iterator[Source]:
    if str(path) == STANDARD_INPUT:
        yield Source("stdin", STANDARD_INPUT, is_pipe=True)
    elif path.exists() and closed == (path if path.is_dir() else path.parent).resolve():
        raise InputError(f"{path}: the tables would lie among the articles; give another folder with -o")
    elif path.is_dir():
        yield from _in_folder(path, f"{name}/" if name else "", closed, unread)
    elif path.is_file() or path.is_fifo():
        yield Source(written_name(path.name), str(path), is_pipe=path.is_fifo())
    elif path.exists():
        raise InputError(f"{path}: a device or socket; give the path of an article or of a folder of articles")
    else:
        raise InputError(f"{path}: no such file or folder; give the path of an article or of a folder of articles")


def _names(folders: Sequence[Path]) -> dict[Path, str]:
    """Names by which folders can be told apart: as many of the last parts of their paths as that takes.

    >>> _names([Path("/may/news"), Path("/june/news")])[Path("/may/news")]
    'may/news'
    >>> _names([Path("/may/news"), Path("/may/wire")])[Path("/may/news")]
    'news'
    """
    parts = {folder: folder.resolve().parts for folder in folders}
    places = set(parts.values())
    deep = 1
    while len({place[-deep:] for place in places}) < len(places):
        deep += 1
    return {folder: "/".join(place[-deep:]).lstrip("/") for folder, place in parts.items()}


def _in_folder(folder: Path, prefix: str, closed: Path | None, unread: UnreadFiles) -> list[Source]:
    found: list[Source] = []
    seen: set[str] = set()

    def failed(error: OSError) -> None:
        place = Path(error.filename)
        found.append(Source(written_name(prefix + place.relative_to(folder).as_posix()), str(place)))

    for parent, folders, names in os.walk(folder, onerror=failed, followlinks=True):
        seen.add(os.path.realpath(parent))
        folders[:] = [name for name in folders if _is_open(Path(parent, name), closed, seen)]
        if has_own_tables(Path(parent)):
            unread.add("folder of factx tables")
            folders.clear()
            continue
        for name in [name for name in folders if _is_of_page(name, names)]:
            folders.remove(name)
            unread.add("folder of a saved page")
        for file in (Path(parent, name) for name in names if name[0] != "."):
            kind = _irregular(file)
            if kind:
                unread.add(kind)
            else:
                found.append(Source(written_name(prefix + file.relative_to(folder).as_posix()), str(file), False))
    if not found:
        beside = (
            "tables of factx's, and articles are not looked for beside them" if has_own_tables(folder) else "no files"
        )
        raise InputError(f"{folder}: no articles in this folder; it has {beside}")
    return found


def _is_open(folder: Path, closed: Path | None, seen: set[str]) -> bool:
    """True for a folder to look into: not hidden, not that of the tables, not one seen before."""
    place = os.path.realpath(folder)
    return folder.name[0] != "." and Path(place) != closed and place not in seen


def _is_of_page(folder: str, files: Collection[str]) -> bool:
    """True for the folder that a browser makes beside a page for its pictures, frames and scripts.

    >>> _is_of_page("Dam bursts_files", ["Dam bursts.html"]), _is_of_page("may_files", ["june.html"])
    (True, False)
    """
    found = _FOLDER_OF_PAGE.fullmatch(folder)
    pages = (os.path.splitext(name) for name in files)
    return found is not None and any(found["page"] == page and suffix.lower() in _PAGES for page, suffix in pages)


def _irregular(file: Path) -> str | None:
    """What a file is called that cannot be read to its end, or None."""
    try:
        mode = file.stat().st_mode
    except OSError:
        return None  # opening it will say what is wrong
    return None if stat.S_ISREG(mode) else "pipe, socket or device"


def has_own_tables(folder: Path) -> bool:
    """True if what lies beside a folder's tables says that factx has written them."""
    run = _described(folder / _OWN_RUN)
    return _described(folder / _OWN_PACKAGE).get("name") == "factx" or run.keys() >= _OF_RUN


def _described(file: Path) -> dict[str, Any]:
    """The object in a small JSON file, empty if there is none."""
    try:
        is_short = file.is_file() and file.stat().st_size <= _LONGEST_DESCRIPTION
        described = json.loads(file.read_text("utf-8")) if is_short else None
    except (OSError, ValueError, RecursionError):
        return {}
    return described if isinstance(described, dict) else {}
