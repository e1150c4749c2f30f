"""Text copied from Factiva: codes at the beginning of lines, or a header of lines in a fixed order.

Each document ends with a line that holds its number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factx.base import InputError
from factx.reading.formats.factiva import DOCUMENT, part_of
from factx.reading.formats.factiva_rtf import list_of, tables
from factx.reading.formats.opened import InputFile
from factx.reading.formats.parts import Part, ReadOptions
from factx.reading.formats.pieces import pieces

_LAST_LINE = re.compile(rf"^(?:AN\s+)?{DOCUMENT.pattern}[ \t]*$", re.MULTILINE)
_ROW = re.compile(r"(?P<code>[A-Z]{2,3})(?:\t| {2,}|\s*$)(?P<value>.*)")
_WITH_CODES = re.compile(r"^HD(?:\t| {2,}|[ \t]*$)", re.MULTILINE)
_COUNTED = re.compile(r"^\d[\d.,]* [^\W\d_]{3,12}$", re.MULTILINE)


def read(file: InputFile, options: ReadOptions) -> Iterator[Part]:
    """Yield the articles of a text file from Factiva."""
    number = 0
    for piece in pieces(file, _LAST_LINE):
        document = _LAST_LINE.sub("", piece, count=1)
        for fields, paragraphs in _documents(document):
            number += 1
            yield part_of(fields, paragraphs, number)
    if not number:
        raise InputError("no article in this text of Factiva's")


def _documents(text: str) -> Iterator[tuple[dict[str, str], list[str]]]:
    """Yield fields and paragraphs of what stands before a document's number, if that is a document."""
    if _WITH_CODES.search(text):
        yield from tables(text.split("\n"), _ROW)
    elif _COUNTED.search(text):
        yield list_of(text.split("\n"))
