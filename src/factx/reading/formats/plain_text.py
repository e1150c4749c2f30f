"""A text file that is one article."""

from __future__ import annotations

from collections.abc import Iterator

from factx.reading.encoding import decode, doubt
from factx.reading.formats.opened import InputFile
from factx.reading.formats.parts import Part, RawArticle, ReadOptions


def read(file: InputFile, options: ReadOptions) -> Iterator[Part]:
    """Yield the one article of a text file."""
    data = file.data()
    text = decode(data)
    yield RawArticle(text, is_file=True, note=doubt(data, text))
