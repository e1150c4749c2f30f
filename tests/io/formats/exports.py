"""What tests of exports share: a file from a string, read to its parts."""

from __future__ import annotations

from factx.reading.formats import BadPart, InputFile, RawArticle, ReadOptions, read_parts
from factx.reading.formats.parts import Part


def parts(data: str | bytes, name: str = "export.txt") -> list[Part]:
    """The parts of a file."""
    raw = data.encode() if isinstance(data, str) else data
    return list(read_parts(InputFile.of_bytes(name, raw), ReadOptions()))


def articles(data: str | bytes, name: str = "export.txt") -> list[RawArticle]:
    """The parts of a file all of which are articles."""
    found = parts(data, name)
    assert not [part for part in found if isinstance(part, BadPart)]
    return [part for part in found if isinstance(part, RawArticle)]


def article(data: str | bytes, name: str = "export.txt") -> RawArticle:
    """The one article of a file."""
    (found,) = articles(data, name)
    return found
