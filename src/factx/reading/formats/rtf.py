"""RTF: read to text, then by the reader of the archive whose export the text is, or as one article.

striprtf parts table cells by ``|`` and appends a link's address as ``("https://…")``. It returns
halves of surrogate pairs for letters beyond the basic plane, which are put together here, and shows
hidden text, which is left out before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from factx.base import InputError
from factx.reading.formats import factiva_rtf, word_files
from factx.reading.formats.blocks import blocks_of_lines
from factx.reading.formats.opened import InputFile
from factx.reading.formats.parts import Part, ReadOptions

MOST_BYTES = 100_000_000
"""Bytes of an RTF file: striprtf reads it whole, in about ten times its size of memory."""
_SOFT_HYPHEN = "\u00ad"
_LINK = re.compile(r"\(\"https?://[^\"\s]*\"\)")
_HIDDEN = re.compile(r"\{[^{}]{0,200}?\\v(?![a-z0-9])[^{}]*\}")
"""A group whose text is hidden."""


def read(file: InputFile, options: ReadOptions) -> Iterator[Part]:
    """Yield the articles of an RTF file."""
    text = rtf_text(file.data(MOST_BYTES))
    if factiva_rtf.is_factiva(text):
        yield from factiva_rtf.parts_of(text)
    else:
        yield from _others(text)


def rtf_text(data: bytes) -> str:
    """The text of an RTF file; raises ``InputError`` if it is broken.

    >>> rtf_text(rb"{\\rtf1\\ansi Caf\\'e9s \\u-10179?\\u-8704? closed.\\par Two fled.}")
    'Cafés 😀 closed.\\nTwo fled.'
    """
    from striprtf import striprtf

    convert: Any = striprtf.rtf_to_text
    shown = _HIDDEN.sub("", data.decode("latin-1"))
    source = shown.replace("{\\field", "\n{\\field")  # else a link's pattern runs on to the next
    try:
        text: str = convert(source, errors="replace")
    except (ValueError, TypeError, LookupError, OverflowError, IndexError) as error:
        raise InputError(f"not valid RTF: {error}") from None
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return whole.replace(_SOFT_HYPHEN, "")


def _others(text: str) -> Iterator[Part]:
    """The articles of an export of Nexis Uni, or the one that any other text is."""
    if not text.strip():
        raise InputError("no text in this RTF file")
    return word_files.parts_of(blocks_of_lines(_LINK.sub("", text)))
