"""The text of a large file, read piece by piece."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from factx.reading.encoding import SINGLE_BYTES
from factx.reading.formats.opened import InputFile

_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@contextmanager
def text_stream(file: InputFile) -> Iterator[TextIO]:
    """The text of a file as a stream that leaves line ends as they are.

    UTF-16 with a byte order mark, else UTF-8; bytes that are none are read as Windows-1252.

    >>> with text_stream(InputFile.of_bytes("a.csv", b"S\\xe3o,S\\xc3\\xa3o")) as stream:
    ...     stream.read()
    'São,São'
    """
    encoding = "utf-16" if file.head.startswith(_UTF16_MARKS) else "utf-8-sig"
    with file.stream() as opened:
        yield io.TextIOWrapper(opened, encoding, errors=SINGLE_BYTES, newline="")
