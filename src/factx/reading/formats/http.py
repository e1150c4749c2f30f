"""An answer of a web server as archives keep it: status, headers, and the body, unpacked."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable
from dataclasses import dataclass

from factx.reading.formats.warc_records import GZIP_MAGIC, MOST_CONTENT

_STATUS = re.compile(rb"HTTP/\d(?:\.\d)?\s+(\d{3})")
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_CHUNK = re.compile(rb"\s*([0-9a-fA-F]{1,8})[^\r\n]*\r?\n")
_GZIP_BITS, _RAW_BITS = 47, -15
"""How zlib unpacks: gzip and zlib by their heads, and what servers call deflate without one."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The status, the headers with names in lower case, and the body, unpacked."""

    status: int
    headers: dict[str, str]
    body: bytes


def answer_of(content: bytes) -> Answer | None:
    """The answer in a record, or None if it is none.

    >>> answer_of(b"HTTP/1.1 200 OK\\r\\nContent-Type: text/html\\r\\n\\r\\n<p>Two fled.").body
    b'<p>Two fled.'
    """
    status, end = _STATUS.match(content), _HEAD_END.search(content)
    if status is None or end is None:
        return None
    lines = content[: end.start()].decode("latin-1").splitlines()[1:]
    named = (line.partition(":") for line in lines)
    headers = {name.strip().lower(): value.strip() for name, mark, value in named if mark}
    body = content[end.end() :]
    if "chunked" in headers.get("transfer-encoding", "").lower():
        body = _joined(body)
    return Answer(int(status[1]), headers, _unpacked(body, headers.get("content-encoding", "").lower()))


def _joined(body: bytes) -> bytes:
    """The body that was sent in chunks; one that crawlers have already joined stays as it is."""
    chunks, at = list[bytes](), 0
    while match := _CHUNK.match(body, at):
        size = int(match[1], 16)
        if not size:
            return b"".join(chunks)
        chunks.append(body[match.end() : match.end() + size])
        at = match.end() + size
    return b"".join(chunks) if chunks and at >= len(body) else body


def _unpacked(body: bytes, encoding: str) -> bytes:
    """The body unpacked; one that crawlers have already unpacked stays as it is."""
    unpack = _unpackers().get(encoding.removeprefix("x-"))
    if unpack is None or (encoding.endswith("gzip") and not body.startswith(GZIP_MAGIC)):
        return body
    return unpack(body)


def _unpackers() -> dict[str, Callable[[bytes], bytes]]:
    return {"gzip": _inflated, "deflate": _inflated, "br": _of_brotli, "zstd": _of_zstandard}


def _inflated(body: bytes) -> bytes:
    """The body as far as it can be unpacked."""
    for bits in (_GZIP_BITS, _RAW_BITS):
        try:
            return zlib.decompressobj(bits).decompress(body, MOST_CONTENT)
        except zlib.error:
            continue
    return body


def _of_brotli(body: bytes) -> bytes:
    import brotli

    unpack = brotli.Decompressor()
    try:
        data: bytes = unpack.process(body, output_buffer_limit=MOST_CONTENT)
    except brotli.error:
        return body
    return data


def _of_zstandard(body: bytes) -> bytes:
    import zstandard

    try:
        with zstandard.ZstdDecompressor().stream_reader(body) as unpacked:
            return unpacked.read(MOST_CONTENT)
    except zstandard.ZstdError:
        return body
