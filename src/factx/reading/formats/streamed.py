"""The text of a large file, read piece by piece."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from factx.reading.formats.opened import InputFile


@contextmanager
def text_stream(file: InputFile) -> Iterator[TextIO]:
    """The text of a file as a stream that leaves line ends as they are, in the file's encoding.

    Bytes that are none of it are read as Windows-1252, perhaps with marks, which ``file.encoding``
    takes away.

    >>> with text_stream(InputFile.of_bytes("a.csv", "São".encode("cp1252"))) as stream:
    ...     stream.read()
    'São'
    """
    with file.stream() as opened:
        yield io.TextIOWrapper(opened, file.encoding.name, errors=file.encoding.errors, newline="")
