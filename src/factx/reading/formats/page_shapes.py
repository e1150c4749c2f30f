"""Elements of pages brought to the few kinds that are surely read: blocks, lists, inline ones.

1. Elements of a site's own making (``<story-paragraph>``), inline elements that hold blocks and
   those shown as blocks are blocks: else the text of one would be glued to that of the next.
2. A table that lays out the page is no table: its cells are blocks, so that their paragraphs stay
   apart.
3. Wire copy in ``<pre>`` is paragraphs, lines that end for width alone go on, and those of the
   source are no lines.
"""

from __future__ import annotations

import re
from typing import Any

from factx.reading.formats.markup import ends_line, paragraph, texts_beside
from factx.reading.wrapping import soft_breaks, unwrapped

_RENAMED = {"menu": "ul", "dir": "ul", "details": "div", "summary": "p", "center": "div", "fieldset": "div"}
_AS_BLOCK = re.compile(r"display\s*:\s*(?:block|flex|grid|table)\b", re.IGNORECASE)
_OF_TABLES = ("table", "tbody", "thead", "tfoot", "tr", "td", "th", "caption")
_LINE_ENDS = re.compile(r"[\r\n]\s*")
_LONGEST_CELL = 400
"""Letters of a cell that holds data; one with more may hold a part of the page."""
_MOST_SHARE = 0.5
"""Share of the letters of a table that is in one cell if that holds a part of the page."""


def simplify(root: Any) -> None:
    """Change the elements of a page so that each is of the kind that a reader sees."""
    for element in list(root.iterdescendants()):
        if isinstance(element.tag, str):
            _rename(element)
    for table in reversed(list(root.iter("table"))):
        if _lays_out(table):
            _make_blocks(table)
    for element in list(root.iter("pre")):
        _write_paragraphs(element)
    for element in root.iter():
        _fold_lines(element)
    for element in dict.fromkeys(line_break.getparent() for line_break in root.iter("br")):
        _join_lines(element)


def _rename(element: Any) -> None:
    if element.tag in _RENAMED:
        element.tag = _RENAMED[element.tag]
    elif "-" in element.tag:
        element.set("class", f"{element.tag} {element.get('class') or ''}".strip())
        element.tag = "span" if _is_in_line(element) else "div"
    elif element.tag == "p" or (element.tag != "a" and not ends_line(element)):
        element.tag = "div" if _is_block(element) else element.tag


def _is_in_line(element: Any) -> bool:
    """True for an element that stands amid words and holds no block."""
    return bool(texts_beside(element)) and not _holds_block(element)


def _is_block(element: Any) -> bool:
    return _holds_block(element) or (element.tag != "p" and _AS_BLOCK.search(element.get("style") or "") is not None)


def _holds_block(element: Any) -> bool:
    return any(held.tag != "br" and ends_line(held) for held in element.iterdescendants())


def _lays_out(table: Any) -> bool:
    """True for a table one cell of which holds most of its text, which is more than a value."""
    if table.get("role") == "presentation" or next(table.iterdescendants("table"), None) is not None:
        return True
    cells = list(table.iter("td", "th"))
    largest = max(cells, key=_letters, default=None)
    if largest is None or _letters(largest) < _MOST_SHARE * _letters(table):
        return False
    return _letters(largest) > _LONGEST_CELL or len(list(largest.iter("p"))) > 1


def _letters(element: Any) -> int:
    return sum(len(text.strip()) for text in element.itertext())


def _make_blocks(table: Any) -> None:
    """The cells of a table become blocks, those of tables within it excepted."""
    for element in [held for held in table.iter(*_OF_TABLES) if held is table or _table_of(held) is table]:
        element.tag = "div"


def _table_of(element: Any) -> Any:
    return next(element.iterancestors("table"), None)


def _write_paragraphs(element: Any) -> None:
    """Each line of preformatted text becomes a paragraph, those that were wrapped joined before."""
    element.tag = "div"
    if _holds_block(element):
        return
    for line_break in list(element.iter("br")):
        line_break.tail = f"\n{line_break.tail or ''}"
    lines = unwrapped(element.text_content().replace("\r\n", "\n")).split("\n")
    element.text = None
    element[:] = [paragraph(line.strip()) for line in lines if not line.isspace() and line]


def _fold_lines(element: Any) -> None:
    """Line ends of the source become the blanks that they are; trafilatura ends sentences there."""
    for place in ("text", "tail"):
        text = getattr(element, place)
        if text and not text.isspace() and ("\n" in text or "\r" in text):
            setattr(element, place, _LINE_ENDS.sub(" ", text))


def _join_lines(element: Any) -> None:
    """The line breaks of an element that stand where its lines were too long are no more than blanks."""
    text, ends = element.text or "", {}
    for child in element:
        if child.tag == "br":
            ends[len(text)] = child
            text += "\n"
        elif ends_line(child):
            text += "\n\n"
        else:
            text += child.text_content()
        text += child.tail or ""
    for at in soft_breaks(text).intersection(ends):
        ends[at].tail = f" {ends[at].tail or ''}"
        ends[at].drop_tag()
