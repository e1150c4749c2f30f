"""ProQuest's text: documents between lines of 60 underscores, the last part being a footer.

What has no field of ProQuest's is a table of contents, a list of references or the footer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factx.base import InputError
from factx.reading.formats.opened import InputFile
from factx.reading.formats.parts import Part, ReadOptions
from factx.reading.formats.pieces import pieces
from factx.reading.formats.proquest import document_of, part_of

_RULE = re.compile(r"^_{60}[ \t]*$", re.MULTILINE)
_BLANK_LINES = re.compile(r"\n\s*\n")
_FULL_TEXT = re.compile(r"(?<=\S)\n(?=full ?text:)", re.IGNORECASE)


def read(file: InputFile, options: ReadOptions) -> Iterator[Part]:
    """Yield the articles of a text file of ProQuest's."""
    number = 0
    for piece in pieces(file, _RULE):
        document = document_of(_BLANK_LINES.split(_FULL_TEXT.sub("\n\n", piece.removeprefix("_" * 60).lstrip("_"))))
        if document is not None:
            number += 1
            yield part_of(document, number)
    if not number:
        raise InputError("no article in this text of ProQuest's")
