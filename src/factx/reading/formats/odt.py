"""ODT: the paragraphs and headings of ``content.xml``, read one at a time.

What is no text of the article stays out: deleted text that is kept as a tracked change, comments,
notes, text boxes. A paragraph's style may be an automatic one whose parent is "Title".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from factx.base import InputError
from factx.reading.formats.blocks import Block, Role
from factx.reading.formats.opened import InputFile
from factx.reading.formats.xml_stream import BrokenOff, elements_of
from factx.reading.formats.zipped_xml import attribute, elements, forget, local_name, opened_zip

_CONTENT = "content.xml"
_READ = ("style", "p", "h")
_CHARACTERS = {"tab": " ", "s": " ", "line-break": "\n"}
_NO_TEXT = frozenset(("annotation", "note", "frame", "text-box", "ruby-text"))
_APART = frozenset(("p", "h", "tracked-changes", "annotation", "note", "frame"))
"""What a paragraph lies in that is none of the article's."""
_BOOKMARKS = ("bookmark", "bookmark-start")
_TITLE = "Title"


def blocks_of(file: InputFile) -> Iterator[Block]:
    """Yield the paragraphs of an ODT file."""
    with opened_zip(file, _CONTENT) as archive:
        yield from _blocks(elements(archive, _CONTENT, *_READ))


def blocks_of_flat(file: InputFile) -> Iterator[Block]:
    """Yield the paragraphs of a document that is one file of XML (``.fodt``)."""
    try:
        yield from _blocks(elements_of(file, *_READ))
    except BrokenOff:
        raise InputError("not valid XML: the file breaks off before its end") from None


def _blocks(read: Iterator[Any]) -> Iterator[Block]:
    titles = {_TITLE}
    for element in read:
        if local_name(element) == "style":
            if attribute(element, "parent-style-name") in titles:
                titles.add(attribute(element, "name"))
        elif (block := _block(element, titles)) is not None:
            yield block
            forget(element)


def _block(paragraph: Any, titles: set[str]) -> Block | None:
    """A paragraph or heading of the document, or None for one that lies in a note or the like."""
    around = {local_name(parent) for parent in paragraph.iterancestors()}
    if around & _APART or "body" not in around:
        return None
    bookmarks = tuple(attribute(child, "name") for child in paragraph.iter() if local_name(child) in _BOOKMARKS)
    role: Role = "heading" if local_name(paragraph) == "h" else "text"
    if attribute(paragraph, "style-name") in titles:
        role = "title"
    return Block("".join(_texts(paragraph)), bookmarks, role, "table-cell" in around)


def _texts(element: Any) -> Iterator[str]:
    """Yield the text of a paragraph or a part of it."""
    yield element.text or ""
    for child in element:
        name = local_name(child)
        if name in _CHARACTERS:
            yield _CHARACTERS[name]
        elif name not in _NO_TEXT:
            yield from _texts(child)
        yield child.tail or ""
