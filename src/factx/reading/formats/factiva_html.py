"""Factiva's HTML: a ``div`` of the class ``article enArticle`` a document, with field codes or not.

With codes ("plus indexing") the ``div`` holds a table of two columns. Without, it holds a ``div`` a
header line and may lie in another of the class ``article``; there a ``div`` stands inside a ``p``,
which parsers move. The page ends in a summary of the search with a date of its own, which is none
of a document. The file is cut at the ``div``s before it is parsed, so that it may be of any size.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from factx.base import InputError
from factx.reading.formats.factiva import CODES, DOCUMENT, fields_of_lines, part_of
from factx.reading.formats.markup import html_of, paragraphs_of, text_of
from factx.reading.formats.opened import InputFile
from factx.reading.formats.parts import Part, ReadOptions
from factx.reading.formats.pieces import pieces

_ARTICLE = re.compile(
    r"<div\b[^>]{0,300}?\bclass\s*=\s*[\"']?article(?:[\"'\s>]|\s+[a-z]{2,4}Article\b)[^>]{0,300}>?", re.IGNORECASE
)
_CLASSES = {"articleParagraph": "text", "searchPreview": "summary", "Headline": "title", "author": "author"}
"""What an element is whose class holds a word; the headline's begins with a language."""


def read(file: InputFile, options: ReadOptions) -> Iterator[Part]:
    """Yield the articles of a page of Factiva's."""
    number = 0
    for piece in pieces(file, _ARTICLE):
        if _ARTICLE.match(piece):
            root = html_of(piece)
            fields, paragraphs = _with_codes(root)
            if not fields:
                fields, paragraphs = _without_codes(root)
            if fields or paragraphs:
                number += 1
                yield part_of(fields, paragraphs, number)
    if not number:
        raise InputError("no article in this page of Factiva's; export it in full, with or without indexing")


def _with_codes(root: Any) -> tuple[dict[str, str], list[str]]:
    """The fields and paragraphs of the rows whose first cell is a code; ({}, []) if there is no such row."""
    fields: dict[str, str] = {}
    paragraphs: list[str] = []
    for row in root.iter("tr"):
        cells = row.findall("td")
        field = CODES.get(text_of(cells[0])) if len(cells) > 1 else None
        if field == "text":
            paragraphs += paragraphs_of(cells[1])
        elif field:
            fields.setdefault(field, text_of(cells[1]))
    return fields, paragraphs


def _without_codes(root: Any) -> tuple[dict[str, str], list[str]]:
    """The fields of the ``div``s between headline and text, and the paragraphs after them."""
    fields: dict[str, str] = {}
    lines: list[str] = []
    paragraphs: list[str] = []
    for element in root.iter("div", "span", "b", "p", "pre", "table"):
        part = _part_without_code(element)
        if part == "summary":
            break
        if part == "text":
            paragraphs += paragraphs_of(element)
        elif part == "line" and "title" in fields:
            lines.append(text_of(element))
        elif part in _CLASSES.values():
            fields.setdefault(part, text_of(element))
    stated, _ = fields_of_lines([line for line in lines if line and line != fields["title"]])
    fields = {name: value for name, value in {**stated, "author": "", **fields}.items() if value}
    return fields, [paragraph for paragraph in paragraphs if not DOCUMENT.fullmatch(paragraph)]


def _part_without_code(element: Any) -> str:
    """What an element of a document without codes is: a field, a line, text, the summary, or ""."""
    classes = element.get("class") or ""
    found = next((part for name, part in _CLASSES.items() if name in classes), None)
    if found or element.tag == "pre":
        return found or "text"
    return "line" if element.tag == "div" and element.find(".//div") is None else ""
