"""Which module reads which kind of file; each is imported only when a file of its kind comes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

from factx.base import InputError
from factx.reading.formats.opened import InputFile
from factx.reading.formats.parts import Part, ReadOptions
from factx.reading.formats.sniff import kind_of

Reader = Callable[[InputFile, ReadOptions], Iterator[Part]]
"""What a module of formats offers: the parts of a file, in order, one at a time."""
READERS = {
    "text": "plain_text.read",
    "json": "json_files.read",
    "jsonl": "json_files.read_lines",
    "csv": "separated.read",
}
"""Kinds of files by ``sniff``, and the functions that read them: MODULE.FUNCTION of this package."""
EXTRAS: dict[str, str] = {}
"""Kinds whose reader needs a library that comes with an extra, and that extra's name."""
SUFFIXES = (".txt", ".json", ".jsonl", ".ndjson", ".csv", ".tsv")


def read_parts(file: InputFile, options: ReadOptions) -> Iterator[Part]:
    """Yield the articles of a file and what in it is none; raise ``InputError`` if nothing can be read.

    >>> [part.text for part in read_parts(InputFile.of_bytes("a.txt", b"One fled."), ReadOptions())]
    ['One fled.']
    """
    if not file.head.strip():
        raise InputError("the file is empty")
    kind = kind_of(file.head, file.path)
    if kind not in READERS:
        raise InputError(f"{unread(kind)}; factx reads {', '.join(SUFFIXES)} files")
    try:
        yield from _reader(kind)(file, options)
    except ModuleNotFoundError as error:
        if kind not in EXTRAS:
            raise
        raise InputError(f"'{error.name}' is not installed: pip install 'factx[{EXTRAS[kind]}]'") from None


def unread(kind: str | None) -> str:
    """What a file of a kind that factx does not read is said to be."""
    return f"a {kind} file" if kind else "a binary file, not text"


def _reader(kind: str) -> Reader:
    module, _, function = READERS[kind].partition(".")
    found: Any = getattr(import_module(f"factx.reading.formats.{module}"), function)
    reader: Reader = found
    return reader
