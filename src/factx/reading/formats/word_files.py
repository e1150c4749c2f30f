"""Documents of word processors: an archive's export, pasted articles, or one with its title.

The title is a first paragraph in the style "Title" or a heading; without one the first line is read
as in a text file. Paragraphs stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from factx.base import InputError
from factx.reading.formats import docx, factiva_txt, lexis_txt, nexis, odt
from factx.reading.formats.blocks import Block
from factx.reading.formats.clippings import articles_in
from factx.reading.formats.opened import InputFile
from factx.reading.formats.parts import Part, RawArticle, ReadOptions
from factx.reading.formats.sniff import is_factiva


def read_docx(file: InputFile, options: ReadOptions) -> Iterator[Part]:
    """Yield the articles of a DOCX file."""
    yield from parts_of(docx.blocks_of(file))


def read_odt(file: InputFile, options: ReadOptions) -> Iterator[Part]:
    """Yield the articles of an ODT file."""
    yield from parts_of(odt.blocks_of(file))


def read_fodt(file: InputFile, options: ReadOptions) -> Iterator[Part]:
    """Yield the articles of a flat file of OpenDocument."""
    yield from parts_of(odt.blocks_of_flat(file))


def parts_of(blocks: Iterable[Block]) -> Iterator[Part]:
    """Yield the articles of a document: those of an export, or the one that it is.

    >>> [part.text for part in parts_of([Block("Dam cracks", role="title"), Block("Two fled."), Block("One died.")])]
    ['Two fled.\\n\\nOne died.']
    """
    left = iter(blocks)
    seen: list[Block] = []
    for block in left:
        seen.append(block)
        if nexis.is_nexis(block):
            yield from nexis.parts_of(chain(seen, left))
            return
        if lexis_txt.is_start(block):
            yield from lexis_txt.parts_of(chain(seen, left))
            return
    text = "\n".join(block.text for block in seen)
    if is_factiva(text):
        yield from factiva_txt.read(InputFile.of_bytes("", text.encode("utf-8", "replace")), ReadOptions())
    elif found := articles_in([block.text for block in seen]):
        for number, (start, end) in enumerate(found, start=1):
            yield replace(article_of(seen[start:end]), number=number)
    else:
        yield article_of(seen)


def is_of_export(block: Block) -> bool:
    """True for a block by which an export of Nexis Uni or LexisNexis is told."""
    return nexis.is_nexis(block) or lexis_txt.is_start(block)


def article_of(blocks: Iterable[Block]) -> RawArticle:
    """The article that a document is; raises ``InputError`` if it has no text."""
    filled = [block for block in blocks if block.text.strip()]
    titled = 1 if len(filled) > 1 and filled[0].role != "text" else 0
    text = "\n\n".join(_folded(block.text) for block in filled[titled:])
    if not text:
        raise InputError("no text in this document")
    title = " ".join(" ".join(block.text.split()) for block in filled[:titled])
    return RawArticle(text, {"title": title} if title else {})


def _folded(text: str) -> str:
    """The lines of a paragraph without superfluous blanks."""
    return "\n".join(filter(None, (" ".join(line.split()) for line in text.split("\n"))))
