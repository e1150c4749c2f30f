"""A file to read: its name in the tables, and its bytes, whole or as a stream."""

from __future__ import annotations

import io
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import BinaryIO, cast

from factx.base import InputError
from factx.reading.encoding import decode
from factx.reading.streamed_encoding import StreamEncoding, stream_encoding

HEAD_BYTES = 65_536
"""Bytes by which a file's kind is told: export headers, comments and style sheets stand before the first article."""
MOST_BYTES = 500_000_000
"""Bytes of a file that is read whole; larger ones must be of a kind that is read piece by piece."""
_KEPT_IN_MEMORY = 50_000_000
"""Bytes of an archive within an archive that are kept in memory; what is larger lies in a nameless file."""


@dataclass(frozen=True)
class InputFile:
    """A file by the name that the tables give it; ``opener`` opens its bytes anew each time.

    ``depth`` is the number of archives that it lies in.
    """

    path: str
    opener: Callable[[], BinaryIO]
    depth: int = 0

    @classmethod
    def on_disk(cls, path: str, file: str | Path) -> InputFile:
        """A file of the disk under the name ``path``."""
        return cls(path, lambda: Path(file).open("rb"))

    @classmethod
    def of_bytes(cls, path: str, data: bytes, depth: int = 0) -> InputFile:
        """Bytes in memory as a file.

        >>> InputFile.of_bytes("a.txt", b"One fled.").text()
        'One fled.'
        """
        return cls(path, lambda: io.BytesIO(data), depth)

    @contextmanager
    def stream(self) -> Iterator[BinaryIO]:
        """The bytes as a stream, closed at the end; a small file whose head is known is not opened again."""
        known = self.__dict__.get("head")
        with io.BytesIO(known) if known is not None and len(known) < HEAD_BYTES else self.opener() as opened:
            yield opened

    @contextmanager
    def seekable(self) -> Iterator[BinaryIO]:
        """The bytes as a stream that can go back, which archives need; a copy if they come from another one.

        >>> with InputFile.of_bytes("a.txt", b"One fled.").seekable() as opened:
        ...     opened.seek(4), opened.read()
        (4, b'fled.')
        """
        with self.stream() as opened:
            if opened.seekable():
                yield opened
                return
            with tempfile.SpooledTemporaryFile(_KEPT_IN_MEMORY) as kept:
                shutil.copyfileobj(opened, kept)
                kept.seek(0)
                yield cast(BinaryIO, kept)

    @cached_property
    def head(self) -> bytes:
        """The first bytes, by which the kind of file is told."""
        with self.stream() as opened:
            return opened.read(HEAD_BYTES)

    @cached_property
    def encoding(self) -> StreamEncoding:
        """The encoding of a file that is read piece by piece, found in a pass over its bytes."""
        with self.stream() as opened:
            return stream_encoding(opened)

    def data(self, most: int | None = None) -> bytes:
        """All bytes; raises ``InputError`` if they are more than ``most``, or else ``MOST_BYTES``."""
        most = MOST_BYTES if most is None else most
        with self.stream() as opened:
            data = opened.read(most + 1)
        if len(data) > most:
            raise InputError(f"the file is larger than {most // 1_000_000} MB; split it")
        return data

    def text(self) -> str:
        """The decoded text; raises ``InputError`` for an empty or a binary file."""
        return decode(self.data())
