"""XML and HTML of exports: parsed without entities and network, and read as paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any, Literal

from lxml import etree, html

from factx.base import InputError, lexicon

_ELEMENTS = lexicon.classes("reading/markup", by="name", column="class")
"""What elements do to text: ``paragraph`` and ``inline``, and ``unread`` for those whose text is none."""
_DECLARATION = re.compile(r"\s*<\?xml\b[^>]*>")
"""What XHTML begins with; lxml refuses decoded text that states an encoding."""
_BLANKS = re.compile(r"[ \t\r\n\f\v\xa0]{2,}|[\t\r\n\f\v\xa0]")
"""Blanks that are not a single space already."""
_Part = Literal["block", "break", "inline", "unread"]
"""What an element is to the text that it stands in."""


def xml_of(data: bytes, *, recover: bool = False) -> Any:
    """The root element of an XML document; raises ``InputError`` if it is not well formed.

    Entities of the document are left as they are, nothing is fetched.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=recover, remove_comments=True,
        remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise InputError(f"not valid XML: {error}") from None
    if root is None:
        raise InputError("not valid XML: there is no element in it")
    return root


def html_of(text: str) -> Any:
    """The root element of a page or of a piece of one; raises ``InputError`` if there is none.

    libxml2 drops what comes after elements nested too deeply; that is an error here, too.
    """
    parser = html.HTMLParser(huge_tree=True)
    declared = _DECLARATION.match(text)
    try:
        root = html.document_fromstring(text[declared.end() :] if declared else text, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise InputError(f"not a page of HTML: {error}") from None
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise InputError("a page of HTML whose elements are nested too deeply")
    return root


def paragraphs_of(element: Any, leave_out: Iterable[Any] = ()) -> list[str]:
    """The paragraphs of an element as text: blocks part them, line breaks stay, other blanks are folded.

    >>> paragraphs_of(html_of("<p>Two  <b>men</b> fled.<p>One<br>died."))
    ['Two men fled.', 'One\\ndied.']
    """
    pieces = "".join(_pieces(element, frozenset(leave_out))).split("\f")
    return [paragraph for piece in pieces if piece and (paragraph := _folded(piece))]


def _folded(piece: str) -> str:
    """A paragraph whose lines have single blanks."""
    if piece.isprintable() and "  " not in piece:
        return piece.strip()
    if "\v" not in piece:
        return _BLANKS.sub(" ", piece).strip()
    return "\n".join(_BLANKS.sub(" ", line).strip() for line in piece.split("\v")).strip()


def text_of(element: Any) -> str:
    """The text of an element in one line."""
    return " ".join(" ".join(paragraphs_of(element)).split())


def _pieces(element: Any, leave_out: frozenset[Any]) -> list[str]:
    """The pieces of text; a form feed stands where a block ends, a vertical tab for a line break."""
    pieces, todo = list[str](), [element]
    while todo:
        node = todo.pop()
        if isinstance(node, str):
            pieces.append(node)
        elif isinstance(node.tag, str) and node not in leave_out and (part := _part_of(node.tag)) != "unread":
            if part == "block":
                pieces.append("\f")
            if part != "inline":
                todo.append("\f" if part == "block" else "\v")
            for child in reversed(node):
                if child.tail:
                    todo.append(_plain(child.tail))
                todo.append(child)
            if node.text:
                pieces.append(_plain(node.text))
    return pieces


def ends_line(element: Any) -> bool:
    """True for a block or a line break; what else stands in a text is within its line."""
    return isinstance(element.tag, str) and _part_of(element.tag) in ("block", "break")


def holds_lines(element: Any) -> bool:
    """True if a block or a line break stands within an element, at whatever depth."""
    return any(map(ends_line, element.iterdescendants()))


def texts_beside(element: Any) -> list[str]:
    """What is said in an element's parent outside of its children: the words among which it stands.

    >>> texts_beside(html_of("<p>It fell on <time>May 3</time>, killing <b>two</b>.</p>").find(".//time"))
    ['It fell on ', ', killing ', '.']
    """
    parent = element.getparent()
    return [text for text in (parent.text, *(child.tail for child in parent)) if text and not text.isspace()]


def paragraph(text: str | None) -> Any:
    """A new ``<p>``."""
    element = html.Element("p")
    element.text = text
    return element


@cache
def _part_of(tag: str) -> _Part:
    name = tag.rpartition("}")[2].lower()
    does = _ELEMENTS.get(name, ())
    if "unread" in does:
        return "unread"
    if name == "br":
        return "break"
    return "block" if "paragraph" in does else "inline"


def _plain(text: str) -> str:
    return text.replace("\f", " ").replace("\v", " ")
