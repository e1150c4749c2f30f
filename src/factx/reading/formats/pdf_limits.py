"""How much the streams of a PDF unpack to: the library that reads them has no limit of its own."""

from __future__ import annotations

import re
import zlib

from factx.base import InputError
from factx.reading.formats.limits import most_unpacked

_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_PACKED = re.compile(rb"/(?:FlateDecode|Fl)\b")
_OBJECT, _PICTURE = b" obj", b"/Image"
_DESCRIBED = 4_096
"""Bytes before a stream in which its object begins and says how it is packed."""
_PIECE = 1 << 16
"""Bytes that are unpacked at a time, and forgotten."""


def check_streams(data: bytes) -> None:
    """Raise ``InputError`` if the streams of a PDF unpack to too much; pictures are not read.

    >>> check_streams(b"1 0 obj <</Filter /FlateDecode>> stream\\n" + zlib.compress(b"(Two fled.) Tj"))
    """
    most = most_unpacked(len(data))
    left = most
    for found in _STREAM.finditer(data):
        described = data[max(found.start() - _DESCRIBED, 0) : found.start()].rpartition(_OBJECT)[2]
        packed = len(_PACKED.findall(described))
        if packed and _PICTURE not in described:
            left -= _unpacked(data, found.end(), left)
        if left < 0 or packed > 1:
            raise InputError(f"a PDF whose pages unpack to more than {most // 1_000_000} MB")


def _unpacked(data: bytes, start: int, left: int) -> int:
    """How many bytes a stream unpacks to, as far as it is whole; over ``left`` if it is more."""
    unpacker, size = zlib.decompressobj(), 0
    piece = b""
    try:
        while not unpacker.eof and size <= left and (piece or start < len(data)):
            if not piece:
                piece, start = data[start : start + _PIECE], start + _PIECE
            size += len(unpacker.decompress(piece, _PIECE))
            piece = unpacker.unconsumed_tail
    except zlib.error:
        pass
    return size
