"""Compressed files: read as the file within, under the name of the whole (``archive.jsonl.gz#3``)."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, BinaryIO, cast

from factx.base import InputError
from factx.reading.formats.limits import limited, most_unpacked
from factx.reading.formats.opened import InputFile
from factx.reading.formats.parts import Part, ReadOptions

_Unpack = Callable[[BinaryIO], BinaryIO]
_PIECE = 1_024
"""Packed bytes that are unpacked at a time: a bomb makes at most some 30 MB of them."""
MOST_DEEP = 5
"""Containers within containers: a corpus may have compressed archives of months within those of years."""


def read_gzip(file: InputFile, options: ReadOptions) -> Iterator[Part]:
    """Yield the parts of the file that a ``.gz`` holds."""
    with _gzip_faults():
        yield from _parts(_within(file, _gunzipped), options)


def names_in_gzip(file: InputFile, options: ReadOptions) -> Iterator[Sequence[str]]:
    """Yield the columns and keys of the file that a ``.gz`` holds."""
    with _gzip_faults():
        yield from _names(_within(file, _gunzipped), options)


def read_zstandard(file: InputFile, options: ReadOptions) -> Iterator[Part]:
    """Yield the parts of the file that a ``.zst`` holds."""
    with _zstandard_faults():
        yield from _parts(_within(file, _unframed), options)


def names_in_zstandard(file: InputFile, options: ReadOptions) -> Iterator[Sequence[str]]:
    """Yield the columns and keys of the file that a ``.zst`` holds."""
    with _zstandard_faults():
        yield from _names(_within(file, _unframed), options)


@contextmanager
def _gzip_faults() -> Iterator[None]:
    try:
        yield
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise InputError(f"a broken gzip file: {error}") from None


@contextmanager
def _zstandard_faults() -> Iterator[None]:
    import zstandard

    try:
        yield
    except zstandard.ZstdError as error:
        raise InputError(f"a broken zstandard file: {error}") from None


def _gunzipped(packed: BinaryIO) -> BinaryIO:
    return cast(BinaryIO, gzip.GzipFile(fileobj=packed))


def _unframed(packed: BinaryIO) -> BinaryIO:
    return cast(BinaryIO, _Frames(packed))


class _Frames:
    """A stream of the frames of a zstandard file, which the library's own reader leaves after the first.

    It raises ``ZstdError`` where a frame breaks off, of which that reader says nothing.
    """

    def __init__(self, packed: BinaryIO) -> None:
        import zstandard

        self._packed, self._rest, self._unpacked = packed, b"", io.BytesIO()
        self._error, self._new_frame = zstandard.ZstdError, zstandard.ZstdDecompressor().decompressobj
        self._frame: Any = None

    def read(self, size: int) -> bytes:
        """At most ``size`` unpacked bytes, none at the end."""
        while not (data := self._unpacked.read(size)) and self._unpack():
            pass
        return data

    def _unpack(self) -> bool:
        """Unpack the next piece; False at the end."""
        packed = self._rest or self._packed.read(_PIECE)
        if not packed:
            if self._frame is not None:
                raise self._error("it breaks off")
            return False
        frame = self._frame = self._frame or self._new_frame()
        self._unpacked = io.BytesIO(frame.decompress(packed))
        self._rest = frame.unused_data
        self._frame = None if frame.eof else frame
        return True

    def close(self) -> None:
        """There is nothing to close but the file itself."""


def _within(file: InputFile, unpack: _Unpack) -> InputFile:
    """The file that a compressed one holds."""
    refuse_deep(file)
    with file.seekable() as packed:
        most = most_unpacked(packed.seek(0, 2))

    def opener() -> BinaryIO:
        packed = file.opener()
        return limited(unpack(packed), most, packed)

    return InputFile(file.path.rpartition(".")[0] or file.path, opener, file.depth + 1)


def _parts(file: InputFile, options: ReadOptions) -> Iterator[Part]:
    from factx.reading.formats.registry import read_parts

    return read_parts(file, options)


def _names(file: InputFile, options: ReadOptions) -> Iterator[Sequence[str]]:
    from factx.reading.formats.registry import read_names

    return read_names(file, options)


def refuse_deep(file: InputFile) -> None:
    """Raise ``InputError`` for a container that lies too deep in others."""
    if file.depth >= MOST_DEEP:
        raise InputError("archives within archives within archives; unpack it first")
