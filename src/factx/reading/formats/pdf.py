"""PDF: one article, several that were printed one below the other, or an export of Nexis Uni.

The title is what is set in the largest letters at the top; what stands above it (the paper's name,
section, day) is read as a header. Lines, running heads and paragraphs are told by other modules.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from factx.reading.formats import nexis
from factx.reading.formats.blocks import Block
from factx.reading.formats.clippings import articles_in
from factx.reading.formats.opened import InputFile
from factx.reading.formats.parts import Part, ReadOptions
from factx.reading.formats.pdf_lines import Line, read_lines
from factx.reading.formats.pdf_paragraphs import Paragraph, paragraphs_of
from factx.reading.formats.word_files import article_of

_LARGER = 1.2
"""How many times larger than the text a title is."""
_TITLE_AMONG = 4
"""Paragraphs at the top among which the title is."""


def read(file: InputFile, options: ReadOptions) -> Iterator[Part]:
    """Yield the articles of a PDF."""
    printed = read_lines(file)
    text_size = _text_size(printed.lines)
    if any(nexis.is_nexis(Block(line.text)) for line in printed.lines):
        paragraphs = paragraphs_of(printed.lines, text_size, nexis.stands_alone)
        yield from nexis.parts_of(Block(paragraph.text) for paragraph in paragraphs)
        return
    paragraphs = paragraphs_of(printed.lines, text_size)
    pasted = _pasted(paragraphs, text_size)
    for number, (start, end) in enumerate(pasted, start=1):
        yield replace(article_of(_title_first(paragraphs[start:end], text_size)), number=number)
    if not pasted:
        found = article_of(_title_first(paragraphs, text_size))
        yield replace(found, metadata={**found.metadata, "url": printed.url}) if printed.url else found


def _pasted(paragraphs: Sequence[Paragraph], text_size: float) -> list[tuple[int, int]]:
    """The first paragraph of each article and the one behind its last.

    Larger letters set a headline apart.
    """
    lines: list[str] = []
    places: list[int] = []
    for at, paragraph in enumerate(paragraphs):
        above = ["", ""] if paragraph.size >= _LARGER * text_size else []
        lines += [*above, " ".join(paragraph.text.split())]
        places += [at] * (len(above) + 1)
    return [(places[start], places[end - 1] + 1) for start, end in articles_in(lines)]


def _text_size(lines: Sequence[Line]) -> float:
    """The size of the letters of most of the text."""
    counted: Counter[float] = Counter()
    for line in lines:
        counted[round(line.size, 1)] += len(line.text)
    return counted.most_common(1)[0][0]


def _title_first(paragraphs: Sequence[Paragraph], text_size: float) -> list[Block]:
    """The paragraphs, the title before what stands above it."""
    top = paragraphs[:_TITLE_AMONG]
    title = max(range(len(top)), key=lambda index: top[index].size)
    blocks = [Block(paragraph.text) for paragraph in paragraphs]
    if top[title].size < _LARGER * text_size:
        return blocks
    return [Block(blocks[title].text, role="title"), *blocks[:title], *blocks[title + 1 :]]
