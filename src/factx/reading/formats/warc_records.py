"""The records of a WARC file, one after the other; a torn one or one of a wrong length is told.

A file is packed record by record: each is a gzip member of its own, so that what follows a torn one
can be found again. Where a length is too large, the records that it takes in are given back.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from factx.reading.formats.limits import limited, most_unpacked
from factx.reading.formats.opened import InputFile

GZIP_MAGIC = b"\x1f\x8b"
_MEMBER_MAGIC = b"\x1f\x8b\x08"
_VERSION = b"WARC/"
_NEXT = b"\r\n\r\nWARC/"
_TORN = b"WARC/torn"
"""What stands in place of a member that cannot be unpacked."""
_END = b"\r\n\r\n"
_PIECE = 1 << 16
"""Bytes read at a time."""
_LONGEST_LINE = 65_536
"""Bytes of a header line: addresses with their queries are the longest."""
MOST_CONTENT = 50_000_000
"""Bytes of a record that is read: pages are smaller, films are not read."""
_MOST_HEADERS = 200
"""Header lines of a record: it has ten."""


@dataclass(frozen=True, slots=True)
class Record:
    """A record; ``headers`` have their names in lower case."""

    headers: dict[str, str]
    content: bytes


@dataclass(frozen=True, slots=True)
class BrokenRecord:
    """A place where no record could be read, and why; ``url`` is that of the record, if it is known."""

    reason: str
    url: str = ""


class _Members(io.RawIOBase):
    """The unpacked bytes of gzip members; where one is torn a mark stands, and the next begins."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._packed = b""
        self._unpack = zlib.decompressobj(31)
        self._unpacked = b""

    def readable(self) -> bool:
        """It can be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Read into a buffer; return the number of bytes, 0 at the end."""
        view = memoryview(buffer)
        while not self._unpacked and (self._packed or self._more()):
            self._unpacked = self._next()
        count = min(len(view), len(self._unpacked))
        view[:count] = self._unpacked[:count]
        self._unpacked = self._unpacked[count:]
        return count

    def _more(self) -> bool:
        self._packed += (piece := self._stream.read(_PIECE))
        return bool(piece)

    def _next(self) -> bytes:
        try:
            unpacked = self._unpack.decompress(self._packed, _PIECE)
        except zlib.error:
            self._find_member()
            return _END + _TORN + _END
        self._packed = self._unpack.unconsumed_tail
        if self._unpack.eof:
            self._packed = self._unpack.unused_data
            self._unpack = zlib.decompressobj(31)
        return unpacked

    def _find_member(self) -> None:
        """Go to the next place where a member may begin."""
        self._unpack = zlib.decompressobj(31)
        self._packed = self._packed[1:]
        while (at := self._packed.find(_MEMBER_MAGIC)) < 0:
            self._packed = self._packed[1 - len(_MEMBER_MAGIC) :]
            if not self._more():
                self._packed = b""
                return
        self._packed = self._packed[at:]


class _Lines:
    """A stream from which lines and bytes are taken, and to which bytes are given back."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._held = b""

    def take(self, count: int) -> bytes:
        """The next bytes, fewer at the end."""
        while len(self._held) < count and (piece := self._stream.read(_PIECE)):
            self._held += piece
        taken, self._held = self._held[:count], self._held[count:]
        return taken

    def line(self) -> bytes:
        """The next line with its end, b"" at the end of the file."""
        while (end := self._held.find(b"\n")) < 0 and len(self._held) < _LONGEST_LINE:
            piece = self._stream.read(_PIECE)
            if not piece:
                return self.take(len(self._held))
            self._held += piece
        return self.take(end + 1 if end >= 0 else _LONGEST_LINE)

    def give_back(self, data: bytes) -> None:
        """Put bytes before those that come next."""
        self._held = data + self._held

    def skip(self, count: int) -> bool:
        """Pass over bytes; False if there are fewer, or another record begins among them: it comes next."""
        before = b""
        while count > 0:
            taken = self.take(min(count, _PIECE))
            if (at := (before + taken).find(_NEXT)) >= 0:
                self.give_back((before + taken)[at:])
                return False
            if not taken:
                return False
            count -= len(taken)
            before = taken[-len(_NEXT) :]
        return True


def records_of(file: InputFile) -> Iterator[Record | BrokenRecord]:
    """Yield the records of a file, packed or not, and a broken one for each place that is none."""
    with file.seekable() as stream:
        size = stream.seek(0, io.SEEK_END)
        stream.seek(0)
        is_packed = file.head.startswith(GZIP_MAGIC)
        unpacked = limited(_Members(stream), most_unpacked(size)) if is_packed else stream
        lines = _Lines(unpacked)
        while _to_next(lines):
            yield _record(lines)


def _to_next(lines: _Lines) -> bool:
    """Pass over blank lines; False at the end."""
    while line := lines.line():
        if line.strip():
            lines.give_back(line)
            return True
    return False


def _record(lines: _Lines) -> Record | BrokenRecord:
    first = lines.line()
    if first.startswith(_TORN):
        return BrokenRecord("a damaged part of the packed file")
    if not first.startswith(_VERSION):
        _find_record(lines)
        return BrokenRecord("no record begins where the one before it ends")
    headers = _headers(lines)
    url = headers.get("warc-target-uri", "").strip("<>")
    length = headers.get("content-length", "")
    if not (length.isascii() and length.isdigit()):
        _find_record(lines)
        return BrokenRecord("a record without a length", url)
    if int(length) > MOST_CONTENT:
        whole = lines.skip(int(length))
        return Record(headers, b"") if whole else BrokenRecord("the record is not as long as it says", url)
    content = lines.take(int(length))
    if len(content) == int(length) and _ends_here(lines):
        return Record(headers, content)
    at = content.find(_NEXT)
    lines.give_back(content[at:] if at >= 0 else b"")
    _find_record(lines)
    is_cut = at < 0 and len(content) < int(length)
    return BrokenRecord(f"the record {'breaks off before its end' if is_cut else 'is not as long as it says'}", url)


def _headers(lines: _Lines) -> dict[str, str]:
    headers: dict[str, str] = {}
    for _ in range(_MOST_HEADERS):
        line = lines.line().strip()
        if not line:
            break
        name, _, value = line.decode("utf-8", "replace").partition(":")
        headers.setdefault(name.strip().lower(), value.strip())
    return headers


def _ends_here(lines: _Lines) -> bool:
    """True if the end of a record follows, or without one the next record or the end of the file."""
    lines.give_back(end := lines.take(len(_END)))
    if end == _END or not _to_next(lines):
        return True
    line = lines.line()
    lines.give_back(line)
    return line.startswith(_VERSION)


def _find_record(lines: _Lines) -> None:
    """Go to the next line with which a record begins, after the mark of a torn member if that comes first."""
    while line := lines.line():
        if line.startswith(_TORN):
            return
        if line.startswith(_VERSION):
            lines.give_back(line)
            return
