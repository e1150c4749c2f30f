"""Compressed files: read as the file within, under the name of the whole (``archive.jsonl.gz#3``)."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable, Iterator
from typing import BinaryIO, cast

from factx.base import InputError
from factx.reading.formats.limits import limited, most_unpacked
from factx.reading.formats.opened import InputFile
from factx.reading.formats.parts import Part, ReadOptions

_Unpack = Callable[[BinaryIO], BinaryIO]
MOST_DEEP = 5
"""Containers within containers: a corpus may have compressed archives of months within those of years."""


def read_gzip(file: InputFile, options: ReadOptions) -> Iterator[Part]:
    """Yield the parts of the file that a ``.gz`` holds."""
    try:
        yield from _read(file, options, lambda packed: cast(BinaryIO, gzip.GzipFile(fileobj=packed)))
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise InputError(f"a broken gzip file: {error}") from None


def read_zstandard(file: InputFile, options: ReadOptions) -> Iterator[Part]:
    """Yield the parts of the file that a ``.zst`` holds."""
    import zstandard

    try:
        yield from _read(file, options, lambda packed: zstandard.ZstdDecompressor().stream_reader(packed))
    except zstandard.ZstdError as error:
        raise InputError(f"a broken zstandard file: {error}") from None


def _read(file: InputFile, options: ReadOptions, unpack: _Unpack) -> Iterator[Part]:
    from factx.reading.formats.registry import read_parts

    refuse_deep(file)
    with file.seekable() as packed:
        most = most_unpacked(packed.seek(0, 2))

    def opener() -> BinaryIO:
        packed = file.opener()
        return limited(unpack(packed), most, packed)

    yield from read_parts(InputFile(file.path.rpartition(".")[0] or file.path, opener, file.depth + 1), options)


def refuse_deep(file: InputFile) -> None:
    """Raise ``InputError`` for a container that lies too deep in others."""
    if file.depth >= MOST_DEEP:
        raise InputError("archives within archives within archives; unpack it first")
