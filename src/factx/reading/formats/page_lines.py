"""What trafilatura would lose or cut within a story, put in a form that it keeps.

1. ``<time>`` in a sentence is left out, so that its day is gone; ``<q>`` parts its sentence.
2. Of a block of several lines, what stands before its first ``<br>`` or its first paragraph is left
   out, and what stands between its blocks, and a sentence that is a ``<div>`` among paragraphs.
3. A list in a cell of a table leaves the cell empty.
"""

from __future__ import annotations

from typing import Any

from factx.reading.formats.markup import ends_line, holds_lines, paragraph, texts_beside
from factx.reading.sentence_ends import ends_sentence

_BLOCKS = ("div", "section", "article", "main", "blockquote", "td", "li")
_LISTS = ("ul", "ol")
_NEXT_ITEM = "; "
_LONGEST_CAPTION = 300
"""Letters of all that stands beside a picture, if that is its caption."""


def keep_lines(root: Any) -> None:
    """Change the elements of a page so that all of its sentences are kept."""
    for element in list(root.iter("time", "q")):
        if texts_beside(element):  # else it is a line of its own
            _unwrap(element)
    for cell in root.iter("td", "th"):
        for held in list(cell.iter(*_LISTS)):
            _write_in_line(held)
    for block in list(root.iter(*_BLOCKS)):
        _wrap_lines(block)
    for block in list(root.iter("div", "section")):
        if _is_sentence(block):
            block.tag = "p"


def _is_sentence(block: Any) -> bool:
    """True for a block that holds nothing but the words of a sentence, no link and no caption."""
    if holds_lines(block) or next(block.iterancestors("a"), None) is not None:
        return False
    around = block.getparent()
    if next(around.iter("img"), None) is not None and len(around.text_content()) <= _LONGEST_CAPTION:
        return False
    return ends_sentence(str(block.text_content()))


def _unwrap(element: Any) -> None:
    if element.tag == "q":
        element.text = f"“{element.text or ''}"
        element.tail = f"”{element.tail or ''}"
    element.drop_tag()


def _write_in_line(held: Any) -> None:
    """A list as words of its cell, a semicolon between its items."""
    for item in held.findall("li"):
        if item.getnext() is not None:
            item.tail = _NEXT_ITEM
        item.drop_tag()
    held.drop_tag()


def _wrap_lines(block: Any) -> None:
    """The lines of a block that has several become paragraphs, if they are none."""
    if not any(map(ends_line, block)):
        return
    parts = [paragraph(block.text)]  # in turn the words of a line and what ends it
    for child in list(block):
        if ends_line(child):
            rest, child.tail = child.tail, None
            parts += [child, paragraph(rest)]
        else:
            parts[-1].append(child)
    lines = [line for line in parts[::2] if len(line) or (line.text and not line.text.isspace())]
    ends = parts[1::2]
    if not lines:
        return
    block.text = None
    block[:] = [part for part in parts if part in lines or (part in ends and part.tag != "br")]
