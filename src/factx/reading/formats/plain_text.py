"""A text file that is one article."""

from __future__ import annotations

from collections.abc import Iterator

from factx.reading.encoding import decoded
from factx.reading.formats.opened import InputFile
from factx.reading.formats.parts import Part, RawArticle, ReadOptions


def read(file: InputFile, options: ReadOptions) -> Iterator[Part]:
    """Yield the one article of a text file."""
    text, note = decoded(file.data())
    yield RawArticle(text, is_file=True, note=note)
