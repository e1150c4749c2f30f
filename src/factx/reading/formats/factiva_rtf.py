"""Factiva's RTF as text: a table a document with indexing, lines without.

With indexing a row is ``HD|Dam wall cracks|``; a cell of several paragraphs runs on over lines to
the next row, and cells may hold ``|`` themselves. Without, the lines are those of the header in
their order and the paragraphs. A document ends with its number; after the last comes a summary of
the search.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from factx.base import InputError
from factx.reading.formats.factiva import CODES, DOCUMENT, fields_of_lines, part_of
from factx.reading.formats.parts import Part

_ROW = re.compile(r"\|?\s*(?P<code>[A-Z]{2,3})\s*\|(?P<value>.*)")
_WITH_CODES = re.compile(r"\|?[ \t\u00a0]*HD[ \t\u00a0]*\|")
_LAST_LINE = re.compile(rf"[ \t\u00a0]*{DOCUMENT.pattern}[ \t\u00a0]*")


def is_factiva(line: str) -> bool:
    """True for a line of Factiva's by which its RTF files are told.

    >>> is_factiva("HD|Dam wall cracks|"), is_factiva("End of Document")
    (True, False)
    """
    return bool(_WITH_CODES.match(line) or _LAST_LINE.fullmatch(line))


def parts_of(lines: Iterable[str]) -> Iterator[Part]:
    """Yield the articles of the lines; raises ``InputError`` if there is none."""
    left = iter(lines)
    seen: list[str] = []
    for line in left:
        seen.append(line)
        if is_factiva(line):
            break
    rows = bool(seen) and bool(_WITH_CODES.match(seen[-1]))
    documents = tables(chain(seen, left), _ROW) if rows else _lists(chain(seen, left))
    number = 0
    for number, (fields, paragraphs) in enumerate(documents, start=1):
        yield part_of(fields, paragraphs, number)
    if not number:
        raise InputError("no article in this RTF of Factiva's")


def tables(lines: Iterable[str], row: re.Pattern[str]) -> Iterator[tuple[dict[str, str], list[str]]]:
    """Yield fields and paragraphs of each table; it ends at its number, or where another headline comes.

    ``row`` matches the beginning of a row in a line, with the groups ``code`` and ``value``.
    """
    fields: dict[str, str] = {}
    paragraphs: list[str] = []
    for field, cell in _rows(lines, row):
        if "title" in fields and field == "title":
            yield fields, paragraphs
            fields, paragraphs = {}, []
        if field == "text":
            paragraphs = paragraphs + cell
        else:
            fields.setdefault(field, " ".join(cell))
        if field == "end" and "title" in fields:
            yield fields, paragraphs
            fields, paragraphs = {}, []
    if "title" in fields:
        yield fields, paragraphs


def _rows(lines: Iterable[str], pattern: re.Pattern[str]) -> Iterator[tuple[str, list[str]]]:
    """Yield the field of each row that begins with a code, and the lines of its second cell."""
    field, held = "", list[str]()
    for line in lines:
        row = pattern.match(line)
        if row and row["code"] in CODES:
            if field:
                yield field, _cell(held)
            field, held = CODES[row["code"]], []
            line = row["value"]
        held.append(line)
    if field:
        yield field, _cell(held[:1] if field == "end" else held)


def _cell(lines: list[str]) -> list[str]:
    """The paragraphs of a cell; the bar at its end parts it from the next row."""
    folded = [" ".join(line.split()) for line in lines]
    filled = [line for line in folded if line.strip("|")]
    return [*filled[:-1], filled[-1].removesuffix("|").rstrip()] if filled else []


def _lists(lines: Iterable[str]) -> Iterator[tuple[dict[str, str], list[str]]]:
    """Yield fields and paragraphs of each list of lines that ends with a document's number."""
    held: list[str] = []
    for line in lines:
        if _LAST_LINE.fullmatch(line):
            yield list_of(held)
            held = []
        else:
            held.append(line)


def list_of(document: Iterable[str]) -> tuple[dict[str, str], list[str]]:
    """Fields and paragraphs of a document without codes: the first line is the headline."""
    lines = [folded for line in document if (folded := " ".join(line.replace("|", " ").split()))]
    fields, begin = fields_of_lines(lines[1:])
    return {**fields, "title": lines[0] if lines else ""}, lines[begin + 1 :]
