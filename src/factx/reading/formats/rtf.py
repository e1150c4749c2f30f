"""RTF: read to lines, then by the reader of the archive whose export they are, or as one article.

striprtf parts table cells by ``|`` and appends a link's address as ``("https://…")``. It returns
halves of surrogate pairs for letters beyond the basic plane, which are put together here, and shows
hidden text, which is left out before. It reads a text whole, in ten times its size of memory: it
gets a file in pieces.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from factx.base import InputError
from factx.reading.formats import factiva_rtf, word_files
from factx.reading.formats.blocks import Block, blocks_of_lines
from factx.reading.formats.opened import InputFile
from factx.reading.formats.parts import Part, ReadOptions
from factx.reading.formats.rtf_pieces import pieces_of

LONGEST_ARTICLE = 50_000_000
"""Characters of a text that is no export: a book has two million."""
_SOFT_HYPHEN = "\u00ad"
_LINK = re.compile(r"\(\"https?://[^\"\s]*\"\)")
_HIDDEN = re.compile(r"\{[^{}]{0,200}?\\v(?![a-z0-9])[^{}]*\}")
"""A group whose text is hidden."""


def read(file: InputFile, options: ReadOptions) -> Iterator[Part]:
    """Yield the articles of an RTF file."""
    with file.stream() as stream:
        yield from _parts_of(_lines(map(_text_of, pieces_of(stream))))


def _parts_of(lines: Iterator[str]) -> Iterator[Part]:
    """Yield the articles of Factiva's export or one of Nexis Uni, or the one that any other text is."""
    seen: list[str] = []
    size = 0
    for line in lines:
        seen.append(line)
        size += len(line)
        if factiva_rtf.is_factiva(line):
            yield from factiva_rtf.parts_of(chain(seen, lines))
            return
        if any(map(word_files.is_of_export, _blocks((line,)))):
            break
        if size > LONGEST_ARTICLE:
            raise InputError(f"an article of more than {LONGEST_ARTICLE // 1_000_000} million characters; split it")
    if not any(map(str.strip, seen)):
        raise InputError("no text in this RTF file")
    yield from word_files.parts_of(_blocks(chain(seen, lines)))


def _blocks(lines: Iterable[str]) -> Iterator[Block]:
    for line in lines:
        yield from blocks_of_lines(_LINK.sub("", line))


def _lines(texts: Iterable[str]) -> Iterator[str]:
    """Yield the lines of a text that comes in pieces.

    >>> list(_lines(["Two \\ud83d", "\\ude00 fled.\\nOne ", "died."]))
    ['Two 😀 fled.', 'One died.']
    """
    rest = ""
    for text in texts:
        *lines, rest = (rest + text).split("\n")
        yield from map(_whole, lines)
    yield _whole(rest)


def _whole(line: str) -> str:
    """A line with its surrogate pairs put together and without soft hyphens."""
    return line.encode("utf-16", "surrogatepass").decode("utf-16", "replace").replace(_SOFT_HYPHEN, "")


def _text_of(piece: str) -> str:
    """The text of an RTF file, its bytes as characters; raises ``InputError`` if it is broken.

    >>> _text_of(r"{\\rtf1\\ansi Caf\\'e9s closed.\\par Two fled.}")
    'Cafés closed.\\nTwo fled.'
    """
    from striprtf import striprtf

    convert: Any = striprtf.rtf_to_text
    shown = _HIDDEN.sub("{}", piece)
    source = shown.replace("{\\field", "\n{\\field")  # else a link's pattern runs on to the next
    try:
        text: str = convert(source, errors="replace")
    except (ValueError, TypeError, LookupError, OverflowError, IndexError) as error:
        raise InputError(f"not valid RTF: {error}") from None
    return text
