"""Text that was recognised on scanned pages: ALTO and PAGE of libraries, hOCR of Tesseract.

Each page is an article: these files say where lines stand, and nothing of stories. Lines end as
they are printed, blocks part paragraphs; a sentence that a column cuts goes on in the next.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import Any

from lxml import etree

from factx.base import InputError
from factx.reading.formats.charsets import text_of_page
from factx.reading.formats.dispatches import stories_of
from factx.reading.formats.markup import html_of
from factx.reading.formats.opened import InputFile
from factx.reading.formats.parts import Part, RawArticle, ReadOptions
from factx.reading.formats.xml_stream import document_of, name_of
from factx.reading.formats.zipped_xml import attribute
from factx.reading.sentence_ends import ends_sentence

_WHOLE_WORD, _FIRST_PART, _SECOND_PART = "SUBS_CONTENT", "HypPart1", "HypPart2"
_NO_TEXT = "no text in this scan: nothing was recognised on its pages"


def _of_class(element: str, *names: str) -> Any:
    named = " or ".join(f"contains(concat(' ', normalize-space(@class), ' '), ' {name} ')" for name in names)
    return etree.XPath(f".//{element}[{named}]")


_HOCR_PAGES, _HOCR_BLOCKS = _of_class("*", "ocr_page"), _of_class("*", "ocr_par")
_HOCR_LINES = _of_class("*", "ocr_line", "ocrx_line", "ocr_header", "ocr_textfloat", "ocr_caption")


def read_alto(file: InputFile, options: ReadOptions) -> Iterator[Part]:
    """Yield the pages of ALTO."""
    return _parts(map(_blocks_of_alto, document_of(file).iter("{*}Page")))


def read_page_xml(file: InputFile, options: ReadOptions) -> Iterator[Part]:
    """Yield the pages of PAGE XML (Transkribus, OCR-D), their regions in reading order."""
    return _parts(map(_blocks_of_page, document_of(file).iter("{*}Page")))


def read_hocr(file: InputFile, options: ReadOptions) -> Iterator[Part]:
    """Yield the pages of hOCR."""
    root = html_of(text_of_page(file.data())[0].replace("\0", ""))
    return _parts(map(_blocks_of_hocr, _HOCR_PAGES(root)))


def _parts(pages: Iterable[Iterable[Sequence[str]]]) -> Iterator[Part]:
    """Yield the pages that have words, or the articles on them that have headline and day."""
    texts = filter(None, map(_text_of, pages))
    found = [part for text in texts for part in stories_of(text) or [RawArticle(text.strip())]]
    if not found:
        raise InputError(_NO_TEXT)
    for number, part in enumerate(found, start=1):
        yield replace(part, number=number if len(found) > 1 else None)


def _text_of(blocks: Iterable[Sequence[str]]) -> str:
    """Blocks of lines as text; a block goes on with the one above it if that ends amid a sentence."""
    text = ""
    for block in (lines for lines in blocks if lines):
        goes_on = text and block[0][:1].islower() and not ends_sentence(text, also=":")
        text += ("\n" if goes_on else "\n\n" if text else "") + "\n".join(block)
    return text


def _blocks_of_alto(page: Any) -> Iterator[list[str]]:
    for block in page.iter("{*}TextBlock"):
        yield _filled(" ".join(_words_of_alto(line)) for line in block.iter("{*}TextLine"))


def _words_of_alto(line: Any) -> Iterator[str]:
    """Yield the words of a line; one that a hyphen parts is told whole at its first part."""
    for word in line.iter("{*}String"):
        part, whole = word.get("SUBS_TYPE"), word.get(_WHOLE_WORD)
        if not whole or part not in (_FIRST_PART, _SECOND_PART):
            yield (word.get("CONTENT") or "") + ("-" if part == _FIRST_PART else "")
        elif part == _FIRST_PART:
            yield whole


def _blocks_of_page(page: Any) -> Iterator[list[str]]:
    regions = {region.get("id"): region for region in page.iter("{*}TextRegion")}
    order = next(page.iter("{*}ReadingOrder"), None)
    named = [] if order is None else [attribute(ref, "regionRef") for ref in order.iter() if name_of(ref)]
    ordered = dict.fromkeys(chain((name for name in named if name in regions), regions))
    for region in map(regions.__getitem__, ordered):
        lines = _filled(_recognised(line) for line in region.iterchildren("{*}TextLine"))
        yield lines or _recognised(region).splitlines()


def _recognised(element: Any) -> str:
    """What was recognised in a line or region, by its own text or by that of its words."""
    if own := (element.findtext("{*}TextEquiv/{*}Unicode") or "").strip():
        return own
    return " ".join(filter(None, map(_recognised, element.iterchildren("{*}Word"))))


def _blocks_of_hocr(page: Any) -> Iterator[list[str]]:
    blocks = _HOCR_BLOCKS(page)
    for block in blocks or [page]:
        yield _filled(line.text_content() for line in _HOCR_LINES(block))


def _filled(lines: Iterable[str]) -> list[str]:
    return [folded for line in lines if (folded := " ".join(line.split()))]
