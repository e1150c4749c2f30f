"""LexisNexis' plain text (to 2019): documents between centred lines ``3 of 383 DOCUMENTS``.

What stands before the first of them is the cover page. Publication, date and editions are centred,
the headline is flush and wrapped, labels are in capitals; text is wrapped at 78 characters, and
``LOAD-DATE:`` may follow its last sentence without a blank line. The copyright is at the end, or
at the top in older files, which label headline and text, too. The count may change within a file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from factx.base import InputError
from factx.reading.formats.blocks import Block
from factx.reading.formats.lexis import date_index, is_edition, is_notice, is_rights, is_whole, label_of, part_of
from factx.reading.formats.opened import InputFile
from factx.reading.formats.parts import Part, ReadOptions
from factx.reading.formats.pieces import pieces
from factx.reading.formats.sniff import LEXIS_DOCUMENT

_CENTRED = " " * 5
"""Blanks before a centred line; the text is flush, an indented paragraph of it has three or four."""


@dataclass(slots=True)
class _Document:
    """A document while it is read: the lines above the labels, fields, and blocks of lines of the text."""

    top: list[str] = field(default_factory=list)
    fields: dict[str, str] = field(default_factory=dict)
    blocks: list[list[str]] = field(default_factory=list)


def read(file: InputFile, options: ReadOptions) -> Iterator[Part]:
    """Yield the articles of a text file of LexisNexis'."""
    number = 0
    for piece in pieces(file, LEXIS_DOCUMENT):
        if LEXIS_DOCUMENT.match(piece):
            number += 1
            yield _part_of(piece.split("\n")[1:], number)
    if not number:
        raise InputError("no document in this text of LexisNexis'")


def is_start(block: Block) -> bool:
    """True for the line with which a document starts, centred or not.

    >>> is_start(Block("Dokument 3 von 12")), is_start(Block("He read 3 of 12 documents."))
    (True, False)
    """
    return LEXIS_DOCUMENT.fullmatch(_CENTRED + block.text.strip()) is not None


def parts_of(blocks: Iterable[Block]) -> Iterator[Part]:
    """Yield the articles of an export as paragraphs, which are neither wrapped nor centred."""
    number, lines = 0, list[str]()
    for block in blocks:
        if is_start(block):
            if number:
                yield _part_of(lines, number)
            number, lines = number + 1, []
        else:
            lines += [*(" ".join(line.split()) for line in block.text.split("\n")), ""]
    yield _part_of(lines, number)


def _part_of(lines: Sequence[str], number: int) -> Part:
    document = _Document()
    begin = _read_head(document, lines)
    end = _read_text(document, lines, begin)
    for place, name, value in map(_label, lines[end:]):
        if place == "tail":
            document.fields.setdefault(name, value)
    if not document.blocks and not document.fields.get("words"):
        _take_text_from_top(document)
    fields = {**_masthead(document.top), **{name: value for name, value in document.fields.items() if value}}
    return part_of(fields, [" ".join(" ".join(block).split()) for block in document.blocks], number)


def _label(line: str) -> tuple[str, str, str]:
    """Place, field and value of a label: flush and in capitals."""
    return label_of(line) if line[:1].isupper() and line.partition(":")[0].isupper() else ("", "", "")


def _is_end(line: str) -> bool:
    """True for the first line after a text: a label, or a centred copyright."""
    return _label(line)[0] == "tail" or (line.startswith(_CENTRED) and is_rights(line))


def _is_flush(line: str) -> bool:
    return line[:1].strip() != ""


def _read_head(document: _Document, lines: Sequence[str]) -> int:
    """Read the lines above the labels and the labels; return where the text begins."""
    named = ""
    for index, line in enumerate(lines):
        place, name, value = _label(line)
        if place == "tail":
            return index
        if place == "head":
            named = "" if is_whole(name, value) else name
            document.fields.setdefault(name, value)
            if name == "text":
                return index + 1
        elif not line.strip():
            named = ""
            document.top.append("")
        elif named:
            document.fields[named] = f"{document.fields[named]} {line.strip()}".strip()
        elif document.fields or (_is_end(line) and any(map(_is_flush, document.top))):
            return index
        else:
            document.top.append(line)
    return len(lines)


def _read_text(document: _Document, lines: Sequence[str], begin: int) -> int:
    """Read the blocks of the text; return where it ends."""
    end = next((index for index in range(begin, len(lines)) if _is_end(lines[index])), len(lines))
    document.blocks = _blocks(lines[begin:end])
    return end


def _blocks(lines: Sequence[str]) -> list[list[str]]:
    """The lines between blank ones."""
    return [list(block) for is_filled, block in groupby(lines, key=lambda line: bool(line.strip())) if is_filled]


def _take_text_from_top(document: _Document) -> None:
    """Of a document without labels the first flush block is the headline, the others are its text."""
    blocks = _blocks(document.top)
    flush = [number for number, block in enumerate(blocks) if not block[0].startswith(_CENTRED)]
    if len(flush) > 1:
        document.top = [line for block in blocks[: flush[1]] for line in block]
        document.blocks = blocks[flush[1] :]


def _masthead(top: Sequence[str]) -> dict[str, str]:
    """Publication, date and headline of the lines above the labels."""
    lines = [line for line in top if line.strip() and not is_rights(line) and not is_notice(line)]
    centred = [line for line in lines if line[:1].isspace()]
    masthead = [" ".join(line.split()) for line in centred or lines if centred or not is_edition(line)]
    dated = date_index(["", *masthead])
    begin = len(masthead[:1]) if dated is None else dated - 1
    headline = [line.strip() for line in lines if line not in centred] if centred else masthead[dated or 0 :]
    return {
        "title": " ".join(headline),
        "publisher": " ".join(masthead[:begin]) if centred or dated else "",
        "published": masthead[dated - 1] if dated else "",
    }
