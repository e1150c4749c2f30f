"""DOCX: the paragraphs of ``word/document.xml``, read one at a time.

What is no text of the article stays out: text boxes (told twice besides), deleted and moved text,
hidden runs, notes, comments and the codes of fields. A paragraph's style is looked up by its name,
since its id is in the language of the program (``berschrift1`` is "heading 1").
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from typing import Any

from factx.reading.formats.blocks import Block, Role
from factx.reading.formats.opened import InputFile
from factx.reading.formats.zipped_xml import attribute, elements, forget, local_name, opened_zip

_DOCUMENT, _STYLES = "word/document.xml", "word/styles.xml"
_CHARACTERS = {"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
"""Characters that are elements."""
_NO_TEXT = frozenset(("del", "moveFrom", "txbxContent", "Fallback", "pPr", "rPr"))
_OFF = frozenset(("0", "false", "off"))
_STYLE_NAMES: tuple[tuple[re.Pattern[str], Role], ...] = (
    (re.compile(r"title", re.IGNORECASE), "title"),
    (re.compile(r"heading \d", re.IGNORECASE), "heading"),
)


def blocks_of(file: InputFile) -> Iterator[Block]:
    """Yield the paragraphs of a DOCX file; a bookmark between two paragraphs counts for the second."""
    with opened_zip(file, _DOCUMENT) as archive:
        roles = _roles(archive)
        between: list[str] = []
        for element in elements(archive, _DOCUMENT, "p", "bookmarkStart"):
            around = {local_name(parent) for parent in element.iterancestors()}
            if "p" in around or "body" not in around:
                continue
            if local_name(element) == "p":
                yield _block(element, between, roles, "tbl" in around)
                between = []
                forget(element)
            else:
                between.append(attribute(element, "name"))


def _roles(archive: zipfile.ZipFile) -> dict[str, Role]:
    """What the styles of paragraphs are, by their ids."""
    if _STYLES not in archive.namelist():
        return {}
    named = {
        attribute(style, "styleId"): attribute(name, "val")
        for style in elements(archive, _STYLES, "style")
        for name in style
        if local_name(name) == "name"
    }
    return {style: role for style, name in named.items() for pattern, role in _STYLE_NAMES if pattern.fullmatch(name)}


def _block(paragraph: Any, between: list[str], roles: dict[str, Role], in_table: bool) -> Block:
    style = next((attribute(element, "val") for element in paragraph.iter("{*}pStyle")), "")
    inside = (attribute(element, "name") for element in paragraph.iter("{*}bookmarkStart"))
    return Block("".join(_texts(paragraph)), (*between, *inside), roles.get(style, "text"), in_table)


def _texts(element: Any) -> Iterator[str]:
    """Yield the visible text of a paragraph or a part of it."""
    for child in element:
        name = local_name(child)
        if name == "t":
            yield child.text or ""
        elif name in _CHARACTERS:
            yield _CHARACTERS[name]
        elif name not in _NO_TEXT and not _is_hidden(child):
            yield from _texts(child)


def _is_hidden(element: Any) -> bool:
    """True for a run that is not shown."""
    marks = (mark for properties in element if local_name(properties) == "rPr" for mark in properties)
    return any(local_name(mark) == "vanish" and attribute(mark, "val") not in _OFF for mark in marks)
