"""XML and HTML of exports: parsed without entities and network, and read as paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from lxml import etree, html

from factx.base import InputError, lexicon

_ELEMENTS = lexicon.classes("reading/markup", by="name", column="class")
"""What elements do to text: ``paragraph`` and ``inline``, and ``unread`` for those whose text is none."""
_DECLARATION = re.compile(r"\s*<\?xml\b[^>]*>")
"""What XHTML begins with; lxml refuses decoded text that states an encoding."""
_BLANKS = re.compile(r"[ \t\r\n\f\v\xa0]+")


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
    """The root element of a page or of a piece of one; raises ``InputError`` if there is none."""
    try:
        return html.document_fromstring(_DECLARATION.sub("", text))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise InputError(f"not a page of HTML: {error}") from None


def paragraphs_of(element: Any, leave_out: Iterable[Any] = ()) -> list[str]:
    """The paragraphs of an element as text: blocks part them, line breaks stay, other blanks are folded.

    >>> paragraphs_of(html_of("<p>Two  <b>men</b> fled.<p>One<br>died."))
    ['Two men fled.', 'One\\ndied.']
    """
    pieces = "".join(_pieces(element, frozenset(leave_out)))
    folded = ("\n".join(_BLANKS.sub(" ", line).strip() for line in piece.split("\v")) for piece in pieces.split("\f"))
    return [paragraph for piece in folded if (paragraph := piece.strip())]


def text_of(element: Any) -> str:
    """The text of an element in one line."""
    return " ".join(" ".join(paragraphs_of(element)).split())


def _pieces(element: Any, leave_out: frozenset[Any]) -> Iterator[str]:
    """Yield the pieces of text; a form feed stands where a block ends, a vertical tab for a line break."""
    name = etree.QName(element).localname.lower() if isinstance(element.tag, str) else None
    does = _ELEMENTS.get(name, frozenset()) if name is not None else frozenset(("unread",))
    if "unread" not in does and element not in leave_out:
        is_block = "paragraph" in does and name != "br"
        if is_block:
            yield "\f"
        yield from _plain(element.text)
        for child in element:
            yield from _pieces(child, leave_out)
            yield from _plain(child.tail)
        if is_block:
            yield "\f"
        elif name == "br":
            yield "\v"


def _plain(text: str | None) -> Iterator[str]:
    if text:
        yield text.replace("\f", " ").replace("\v", " ")
