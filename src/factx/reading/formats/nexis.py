"""Nexis Uni's exports, as blocks of a document of any format: DOCX, RTF, ODT, plain text.

A document starts where ``Bookmark_3`` is and ends with ``End of Document``; formats that lose
bookmarks keep the latter. Its header is headline (perhaps of several paragraphs), publication,
date, editions and copyright, then labels with a no-break space; ``Body`` opens the text,
``Graphic``, ``Classification`` or ``Load-Date:`` end it. Before the first document stands a cover
page with the date of the download, the list of headlines and the search. A file saved again has
bookmarks twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from factx.base import InputError, lexicon
from factx.reading.formats.blocks import Block, blocks_of_lines
from factx.reading.formats.lexis import date_index, is_cover, is_notice, is_rights, label_of, part_of
from factx.reading.formats.opened import InputFile
from factx.reading.formats.parts import BadPart, Part, ReadOptions

_START = re.compile(r"Bookmark_\d+")
_BODY, _CLASSIFICATION = re.compile(r"Body(?:_\d+)?"), re.compile(r"Classification(?:_\d+)?")
_MARKS = lexicon.classes("reading/nexis_marks", column="line")
_LISTED = re.compile(r"\d{1,3}\.\s+(?P<headline>\S.*)")


def is_nexis(block: Block) -> bool:
    """True for a block that only Nexis Uni's exports have.

    >>> is_nexis(Block("End of Document")), is_nexis(Block("", ("Bookmark_3",))), is_nexis(Block("Body"))
    (True, True, False)
    """
    return block.text.strip().lower() in _MARKS["end"] or any(map(_START.fullmatch, block.bookmarks))


def stands_alone(line: str) -> bool:
    """True for a line of an export that is a paragraph of its own: a mark of its parts, or a label.

    >>> stands_alone("Body"), stands_alone("Load-Date: May 5, 2011"), stands_alone("The body was found.")
    (True, True, False)
    """
    plain = line.strip().lower()
    is_mark = plain in _MARKS["body"] or plain in _MARKS["end"] or plain in _MARKS["after"]
    return is_mark or plain.startswith(tuple(_MARKS["last_label"])) or bool(label_of(line)[0])


def read_text(file: InputFile, options: ReadOptions) -> Iterator[Part]:
    """Yield the articles of an export that was saved as text."""
    yield from parts_of(blocks_of_lines(file.text()))


def parts_of(blocks: Iterable[Block]) -> Iterator[Part]:
    """Yield the articles of the blocks; raises ``InputError`` if there is none before an error."""
    number = 0
    try:
        for document in _documents(blocks):
            number += 1
            yield _part_of(document, number)
    except InputError as error:
        if not number:
            raise
        yield BadPart(f"the rest cannot be read: {error}", number + 1)
    if not number:
        raise InputError("no article in this export of Nexis Uni; export the documents, not the list of results")


@dataclass(slots=True)
class _Document:
    """The blocks of a document; ``is_marked`` is true if a bookmark says where it starts."""

    is_marked: bool = False
    head: list[Block] = field(default_factory=list)
    body: list[Block] = field(default_factory=list)
    tail: list[Block] = field(default_factory=list)
    has_body: bool = False


def _documents(blocks: Iterable[Block]) -> Iterator[_Document]:
    """Yield documents; what lies outside bookmarks and ends is none unless it has a ``Body``."""
    document = _Document()
    for block in _with_first_bookmarks(blocks):
        if any(map(_START.fullmatch, block.bookmarks)):
            if document.is_marked or document.has_body:
                yield document
            document = _Document(is_marked=True)
        if block.text.strip().lower() in _MARKS["end"]:
            if document.is_marked or document.has_body:
                yield document
            document = _Document()
        else:
            _add(document, block)
    if document.has_body:
        yield document


def _with_first_bookmarks(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks with each bookmark at its first place only."""
    seen: set[str] = set()
    for block in blocks:
        new = tuple(name for name in block.bookmarks if name not in seen)
        seen.update(new)
        yield Block(block.text, new, block.role, block.in_table)


def _add(document: _Document, block: Block) -> None:
    """Add a block to head, body or tail."""
    line = block.text.strip().lower()
    if document.tail or (document.has_body and _ends_body(block)):
        document.tail.append(block)
    elif document.has_body:
        document.body.append(block)
    elif line in _MARKS["body"] or any(map(_BODY.fullmatch, block.bookmarks)):
        document.has_body = True
        if line not in _MARKS["body"] and line:
            document.body.append(block)
    else:
        document.head.append(block)


def _ends_body(block: Block) -> bool:
    line = block.text.strip()
    is_label = line.lower().startswith(tuple(_MARKS["last_label"]))
    return is_label or line.lower() in _MARKS["after"] or any(map(_CLASSIFICATION.fullmatch, block.bookmarks))


def _part_of(document: _Document, number: int) -> Part:
    head = [block for block in document.head if not block.in_table]
    lines = [line for block in head for line in _lines(block)]
    if number == 1 and not document.is_marked:
        lines = _without_cover(lines)
    fields = _header(lines)
    for line in (line for block in document.tail for line in _lines(block)):
        place, name, value = label_of(line)
        if place == "tail" and name == "language":
            fields.setdefault(name, value)
    return part_of(fields, ("\n".join(_lines(block)) for block in document.body), number)


def _lines(block: Block) -> list[str]:
    """The lines of a block, their blanks folded."""
    lines = (" ".join(line.split()) for line in block.text.split("\n"))
    return [line for line in lines if line]


def _header(lines: Sequence[str]) -> dict[str, str]:
    """The fields that the lines above the text state."""
    fields: dict[str, str] = {}
    for place, name, value in map(label_of, lines[1:]):
        if place:
            fields.setdefault(name, value)
    first = next((index for index, line in enumerate(lines) if index and label_of(line)[0]), len(lines))
    top = [line for line in lines[:first] if not is_notice(line)]
    rights = next((index for index, line in enumerate(top) if index and is_rights(line)), len(top))
    dated = date_index(top)
    titled = (dated - 1 if dated > 1 else 0) if dated is not None else min(rights, 1)
    return {
        **fields,
        "title": " ".join(top[:titled]),
        "publisher": top[titled] if dated is not None else "",
        "published": top[dated] if dated is not None else "",
    }


def _without_cover(lines: Sequence[str]) -> list[str]:
    """The lines of a header behind the cover page, which lists the headlines and the search.

    >>> _without_cover(["Documents (1)", "1. Dam cracks", "Search Terms: dam", "Dam cracks", "Andes Post"])
    ['Dam cracks', 'Andes Post']
    """
    listed = [match["headline"] for line in lines if (match := _LISTED.fullmatch(line))]
    for index in range(len(lines) - 1, -1, -1):
        line = lines[index]
        if any(line == headline or (line.endswith(";") and headline.startswith(line)) for headline in listed):
            return list(lines[_first_of(lines, index, listed) :])
    last = max((index for index, line in enumerate(lines) if is_cover(line) or _LISTED.fullmatch(line)), default=-1)
    return list(lines[last + 1 :])


def _first_of(lines: Sequence[str], index: int, listed: Sequence[str]) -> int:
    """The first line of a headline that line ``index`` belongs to: those before it end in a semicolon."""
    while index and lines[index - 1].endswith(";") and any(head.startswith(lines[index - 1]) for head in listed):
        index -= 1
    return index
