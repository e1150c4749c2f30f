"""How much a compressed file may unpack to: enough for any text, too little for a bomb."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import Any, BinaryIO, Protocol, cast

from factx.base import InputError

MOST_TIMES = 200
"""Bytes that one byte may unpack to: tables of repeated headers reach 40, a bomb of zeros 1,000 and more."""
ALWAYS_ALLOWED = 50_000_000
"""Bytes that any file may unpack to, however small it is."""


ZIP_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, RuntimeError)
"""What zipfile raises for a broken archive; the last for one with a password, or packed in a way it does not know."""


class Readable(Protocol):
    """What can be read to its end and closed: an open file, the member of an archive, an unpacker."""

    def read(self, size: int, /) -> Any: ...
    def close(self) -> None: ...


def most_unpacked(packed: int) -> int:
    """The most bytes that a file of ``packed`` bytes may unpack to.

    >>> most_unpacked(1_000), most_unpacked(1_000_000)
    (50000000, 200000000)
    """
    return max(ALWAYS_ALLOWED, MOST_TIMES * packed)


class Limited(io.RawIOBase):
    """A stream that raises ``InputError`` when more than ``most`` bytes have been read from it.

    It is closed together with the stream and what lies ``under`` that.
    """

    def __init__(self, stream: Readable, most: int, *under: Readable) -> None:
        self._stream, self._left, self._most, self._under = stream, most, most, under

    def readable(self) -> bool:
        """It can be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Read into a buffer; return the number of bytes, 0 at the end."""
        view = memoryview(buffer)
        data = self._stream.read(len(view))
        self._left -= len(data)
        if self._left < 0:
            raise InputError(f"it unpacks to more than {self._most // 1_000_000} MB, {MOST_TIMES} times its size")
        view[: len(data)] = data
        return len(data)

    def close(self) -> None:
        """Close all that was opened for it."""
        for stream in (self._stream, *self._under):
            stream.close()
        super().close()


def limited(stream: Readable, most: int, *under: Readable) -> BinaryIO:
    """A buffered stream over another that ends with an ``InputError`` after ``most`` bytes."""
    return cast(BinaryIO, io.BufferedReader(Limited(stream, most, *under)))


def unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> BinaryIO:
    """The bytes of an archive's member, which may not unpack to too much."""
    return limited(archive.open(member), most_unpacked(member.compress_size))
