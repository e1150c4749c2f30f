"""The lines of a PDF in reading order, without what stands on the pages' edges.

Lines at the top and the bottom of a page are left out if they come again on other pages (running
heads), hold nothing but a page number, or are what a browser prints: the day of the printing, which
is none of the article's, and the address. A headline that is told again as a running head stays.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import Any

from factx.base import InputError
from factx.reading.formats.blocks import Block
from factx.reading.formats.nexis import is_nexis
from factx.reading.formats.opened import InputFile
from factx.reading.formats.pdf_columns import in_reading_order, in_rows
from factx.reading.formats.pdf_limits import check_streams
from factx.reading.formats.pdf_turned import Turned, rows_of, turned_lines

_EDGE_LINES, _MARGIN = 3, 0.1
"""Running heads and page numbers are among so many lines at the top and the bottom, in a tenth of the page."""
_SAME_PLACE = 4
"""Points by which running heads differ in height from page to page."""
_REPEATED = 3
"""A running head may stand on every third page only: left, right and first pages have their own."""
_NEAR = 5
"""Lines by which a table's first row lies below its turned heads, at most."""
_BETWEEN_CELLS = " | "
_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(r"\W*(?:page|p\.?|seite|s\.)?\s*\d{1,4}\s*(?:(?:of|/|von|de|sur)\s*\d{1,4})?\W*", re.IGNORECASE)
_PRINTED = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}:\d\d\b.*")
_ADDRESS = re.compile(r"(?P<url>https?://\S+?)(?:\s+(?:page )?\d{1,4}(?:/| of )\d{1,4})?", re.IGNORECASE)
_UNKNOWN_LETTER = re.compile(r"\(cid:\d+\)")
_LEAST_KNOWN = 20
"""Of so many letters one may be unknown: a sign of a special font."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line, or a row of a table: its text, page, edges in points, letters' size and first word's width."""

    text: str
    page: int
    left: float
    right: float
    base: float
    size: float
    first_word: float
    is_in_margin: bool
    is_row: bool = False


@dataclass(frozen=True, slots=True)
class Printed:
    """The lines of a PDF, and the address that a browser has printed on its pages, "" without one."""

    lines: list[Line]
    url: str


def read_lines(file: InputFile) -> Printed:
    """The lines of a PDF; raises ``InputError`` if it is broken, encrypted or has no text."""
    pages = list(_pages(file))
    lines = [line for page in pages for line in page]
    text = "".join(line.text for line in lines)
    if not text:
        raise InputError("no text in this PDF: its pages are pictures; recognise their text first (OCR)")
    if len(_UNKNOWN_LETTER.findall(text)) * _LEAST_KNOWN > len(_UNKNOWN_LETTER.sub("x", text)):
        raise InputError("the fonts of this PDF do not say which letters they show; recognise its text first (OCR)")
    edges = [line for page in pages for line in _edges(page)]
    left_out = {id(line) for line in edges if _is_apart(line.text)} | _running(edges, len(pages))
    url = next((match["url"] for line in edges if (match := _ADDRESS.fullmatch(line.text))), "")
    kept = [replace(line, text=_UNKNOWN_LETTER.sub("", line.text)) for line in lines if id(line) not in left_out]
    if not any(line.text for line in kept):
        raise InputError("no text in this PDF but running heads and page numbers")
    return Printed([line for line in kept if line.text], url)


def _pages(file: InputFile) -> Iterator[list[Line]]:
    """Yield the lines of each page in reading order."""
    from pdfminer.high_level import extract_pages
    from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect

    data = file.data()
    check_streams(data)
    with io.BytesIO(data) as opened:
        try:
            for number, page in enumerate(extract_pages(opened)):
                found = (_line(item, number, page.height) for item in _items(page))
                yield _with_turned([line for line in found if line is not None], turned_lines(page), number, page)
        except (PDFPasswordIncorrect, PDFEncryptionError):
            raise InputError("the PDF is encrypted; save it without a password") from None
        except Exception as error:  # of many kinds, also of those that say nothing
            raise InputError(f"not a valid PDF: {error or type(error).__name__}") from None


def _with_turned(lines: list[Line], turned: list[Turned], number: int, page: Any) -> list[Line]:
    """The lines of a page in reading order; turned ones stand above what lies below them, or at the end.

    A page most of whose letters are turned is read as if the page were.
    """
    letters = sum(len(line.text) for line in lines)
    if sum(len(line.text) for line in turned) > letters:
        return [*in_reading_order([_as_upright(line, number, page) for line in turned]), *lines]
    ordered = [_row(row) for row in in_rows(in_reading_order(lines))]
    for row in rows_of(turned):
        foot = min(line.foot for line in row)
        heads = [Line(line.text, number, line.left, line.right, foot, line.size, 0, False) for line in row]
        near = (at for at, line in enumerate(ordered) if 0 < foot - line.base < _NEAR * line.size)
        at = next(near, len(ordered)) if len(row) > 1 else len(ordered)
        ordered[at:at] = heads
    return ordered


def _row(cells: Sequence[Line]) -> Line:
    """The cells of a row of a table as one line, whose numbers stay apart."""
    if len(cells) == 1:
        return cells[0]
    text = _BETWEEN_CELLS.join(cell.text for cell in cells)
    return replace(cells[0], text=text, right=cells[-1].right, is_row=True)


def _as_upright(line: Turned, number: int, page: Any) -> Line:
    """A line of a page that is turned as a whole."""
    left, base = (line.foot, page.width - line.right) if line.is_upwards else (page.height - line.top, line.left)
    width = (line.top - line.foot) * len(line.text.split()[0]) / len(line.text)
    return Line(line.text, number, left, left + line.top - line.foot, base, line.size, width, False)


def _items(page: Any) -> Iterator[Any]:
    """Yield the lines of a page's boxes of text."""
    from pdfminer.layout import LTTextBox, LTTextLine

    for box in page:
        if isinstance(box, LTTextBox):
            yield from (item for item in box if isinstance(item, LTTextLine))


def _line(item: Any, page: int, height: float) -> Line | None:
    """A line of text, or None for blanks and turned words."""
    pieces = [piece for piece in item if getattr(piece, "upright", True)]
    letters = [letter for letter in pieces if hasattr(letter, "fontname") and letter.get_text().strip()]
    text = " ".join("".join(piece.get_text() for piece in pieces).split())
    if not letters or not text:
        return None
    first = [letters[0]]
    for letter in pieces:
        if not letter.get_text().strip() and letter is not first[0]:
            break
        if hasattr(letter, "x1"):
            first.append(letter)
    size = median(letter.size for letter in letters)
    width = first[-1].x1 - letters[0].x0
    is_in_margin = min(item.y0, height - item.y1) < _MARGIN * height
    return Line(text, page, letters[0].x0, letters[-1].x1, item.y0, size, width, is_in_margin)


def _edges(page: Sequence[Line]) -> list[Line]:
    """The lines at the top and at the bottom of a page."""
    by_height = sorted(page, key=lambda line: -line.base)
    outermost = dict.fromkeys((*by_height[:_EDGE_LINES], *by_height[-_EDGE_LINES:]))
    return [line for line in outermost if line.is_in_margin and not is_nexis(Block(line.text))]


def _is_apart(text: str) -> bool:
    """True for a page number and for what browsers print."""
    return any(form.fullmatch(text) for form in (_NUMBER, _PRINTED, _ADDRESS))


def _running(edges: Sequence[Line], pages: int) -> set[int]:
    """The lines that come again on other pages; on its first page one only at the same height."""
    places: dict[str, list[Line]] = {}
    for line in edges:
        places.setdefault(_DIGITS.sub("0", line.text), []).append(line)
    found: set[int] = set()
    for lines in places.values():
        heights = Counter(round(line.base / _SAME_PLACE) for line in lines)
        if len({line.page for line in lines}) * _REPEATED >= max(pages, 2 * _REPEATED):
            first = min(line.page for line in lines)
            found |= {id(line) for line in lines if line.page > first or heights[round(line.base / _SAME_PLACE)] > 1}
    return found
