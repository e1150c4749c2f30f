"""Factiva's RTF as text: a table a document with indexing, lines without.

With indexing a row is ``HD|Dam wall cracks|``; a cell of several paragraphs runs on over lines to
the next row, and cells may hold ``|`` themselves. Without, the lines are those of the header in
their order and the paragraphs. A document ends with its number; after the last comes a summary of
the search.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factx.base import InputError
from factx.reading.formats.factiva import CODES, DOCUMENT, fields_of_lines, part_of
from factx.reading.formats.parts import Part

_ROW = re.compile(r"\|?\s*(?P<code>[A-Z]{2,3})\s*\|(?P<value>.*)")
_WITH_CODES = re.compile(r"^\|?[ \t\u00a0]*HD[ \t\u00a0]*\|", re.MULTILINE)
_LAST_LINE = re.compile(rf"^[ \t\u00a0]*{DOCUMENT.pattern}[ \t\u00a0]*$", re.MULTILINE)


def is_factiva(text: str) -> bool:
    """True for the text of an RTF file of Factiva's.

    >>> is_factiva("HD|Dam wall cracks|"), is_factiva("End of Document")
    (True, False)
    """
    return bool(_WITH_CODES.search(text) or _LAST_LINE.search(text))


def parts_of(text: str) -> Iterator[Part]:
    """Yield the articles of the text; raises ``InputError`` if there is none."""
    documents = tables(text, _ROW) if _WITH_CODES.search(text) else _lists(text)
    number = 0
    for number, (fields, paragraphs) in enumerate(documents, start=1):
        yield part_of(fields, paragraphs, number)
    if not number:
        raise InputError("no article in this RTF of Factiva's")


def tables(text: str, row: re.Pattern[str]) -> Iterator[tuple[dict[str, str], list[str]]]:
    """Yield fields and paragraphs of each table; it ends at its number, or where another headline comes.

    ``row`` matches the beginning of a row in a line, with the groups ``code`` and ``value``.
    """
    fields: dict[str, str] = {}
    paragraphs: list[str] = []
    for field, lines in _rows(text, row):
        if "title" in fields and field == "title":
            yield fields, paragraphs
            fields, paragraphs = {}, []
        if field == "text":
            paragraphs = paragraphs + lines
        else:
            fields.setdefault(field, " ".join(lines))
        if field == "end" and "title" in fields:
            yield fields, paragraphs
            fields, paragraphs = {}, []
    if "title" in fields:
        yield fields, paragraphs


def _rows(text: str, pattern: re.Pattern[str]) -> Iterator[tuple[str, list[str]]]:
    """Yield the field of each row that begins with a code, and the lines of its second cell."""
    field, lines = "", list[str]()
    for line in text.split("\n"):
        row = pattern.match(line)
        if row and row["code"] in CODES:
            if field:
                yield field, _cell(lines)
            field, lines = CODES[row["code"]], []
            line = row["value"]
        lines.append(line)
    if field:
        yield field, _cell(lines[:1] if field == "end" else lines)


def _cell(lines: list[str]) -> list[str]:
    """The paragraphs of a cell; the bar at its end parts it from the next row."""
    folded = [" ".join(line.split()) for line in lines]
    filled = [line for line in folded if line.strip("|")]
    return [*filled[:-1], filled[-1].removesuffix("|").rstrip()] if filled else []


def _lists(text: str) -> Iterator[tuple[dict[str, str], list[str]]]:
    """Yield fields and paragraphs of each list of lines that ends with a document's number."""
    *documents, _ = _LAST_LINE.split(text)
    yield from map(list_of, documents)


def list_of(document: str) -> tuple[dict[str, str], list[str]]:
    """Fields and paragraphs of a document without codes: the first line is the headline."""
    lines = [folded for line in document.split("\n") if (folded := " ".join(line.replace("|", " ").split()))]
    fields, begin = fields_of_lines(lines[1:])
    return {**fields, "title": lines[0] if lines else ""}, lines[begin + 1 :]
