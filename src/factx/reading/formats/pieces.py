"""A file of many articles as text, piece by piece: memory does not grow with the number of articles."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

from factx.base import InputError
from factx.reading.encoding import GUESSED, SINGLE_BYTES
from factx.reading.formats.opened import InputFile
from factx.reading.streamed_encoding import MARKED_BYTES

_BLOCK = 1 << 20
"""Characters read at a time."""
_LONGEST_START = 2_000
"""Characters of what a piece starts with: a tag with its attributes, a line of dashes."""
LONGEST_PIECE = 50_000_000
"""Characters of one article with its markup: a book has two million, pictures inside a page take the rest."""


def pieces(file: InputFile, start: re.Pattern[str]) -> Iterator[str]:
    """Yield the text before the first ``start`` (perhaps ""), then each start with what follows it.

    Line ends are ``\\n``. Raises ``InputError`` if the bytes are no text, or a piece has no end.

    >>> list(pieces(InputFile.of_bytes("a.txt", b"top\\r\\n--\\r\\none\\r\\n--\\r\\ntwo"), re.compile("^--$", re.M)))
    ['top\\n', '--\\none\\n', '--\\ntwo']
    """
    held, begin, seen = "", 0, 0
    for block in _blocks(file):
        held, begin, seen = held[begin:] + block, 0, seen - begin
        sure = len(held) - _LONGEST_START if block else len(held) + 1
        while (match := start.search(held, seen)) and match.start() < sure:
            yield held[begin : match.start()]
            begin, seen = match.start(), max(match.end(), match.start() + 1)
        seen = max(seen, min(sure, len(held)))
        if len(held) - begin > LONGEST_PIECE:
            raise InputError(f"an article of more than {LONGEST_PIECE // 1_000_000} million characters")
    yield held[begin:]


def _blocks(file: InputFile) -> Iterator[str]:
    """Yield the decoded text in blocks, "" at the end."""
    encoding = file.encoding
    errors = SINGLE_BYTES if encoding.errors == MARKED_BYTES else encoding.errors
    with file.stream() as opened:
        text = io.TextIOWrapper(opened, encoding.name, errors)
        while block := text.read(_BLOCK):
            if encoding.note == GUESSED and "\ufffd" in block:
                raise InputError("the text is neither UTF-8 nor Windows-1252; save it as UTF-8")
            yield block
        yield ""
