"""ProQuest's HTML, a page or the body of a mail: a document behind each anchor ``DocID_MSTAR_…``.

Labels stand in ``strong``, the text in a ``text`` element that holds a page of its own. Where a tag
of that page was cut (``>html&gt;<head``) it would swallow the documents after it; so the page is
cut at the anchors, and the inner pages' tags are taken out before it is parsed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factx.base import InputError
from factx.reading.formats.markup import html_of, paragraphs_of
from factx.reading.formats.opened import InputFile
from factx.reading.formats.parts import Part, ReadOptions
from factx.reading.formats.pieces import pieces
from factx.reading.formats.proquest import Document, document_of, part_of

ANCHOR = re.compile(r"<a\b[^>]{0,200}?\b(?:name|id)\s*=\s*[\"']?(?:x_)*DocID_\w+[^>]{0,200}>", re.IGNORECASE)
"""What a document starts with; mail programs put ``x_`` before names."""
_INNER_PAGE = re.compile(
    r"<head\b(?:(?!<(?:p|div|strong)\b).)*?</head>|<title\b[^<]*(?:</title>)?|</?(?:html|head|body)\b[^>]*>"
    r"|(?<=>)html&gt;(?=\s*<)",
    re.DOTALL | re.IGNORECASE,
)
_BIBLIOGRAPHY = re.compile(r"<a\b[^>]{0,200}?\bname\s*=\s*[\"']?(?:x_)*Bibliography\b", re.IGNORECASE)
_LINK = "ProQuest document link"


def read(file: InputFile, options: ReadOptions) -> Iterator[Part]:
    """Yield the articles of a page of ProQuest's."""
    number = 0
    for piece in pieces(file, ANCHOR):
        if ANCHOR.match(piece):
            number += 1
            yield _part(_BIBLIOGRAPHY.split(piece)[0], number)
    if not number:
        raise InputError("no article in this page of ProQuest's")


def _part(piece: str, number: int) -> Part:
    """The article of a piece of the page: its text is in an element of its own or behind the label."""
    root = html_of(_INNER_PAGE.sub("", piece))
    text = next((element for element in root.iter("text") if element.text_content().strip()), None)
    blocks = paragraphs_of(root, [] if text is None else [text])
    document = document_of(block for block in blocks if block != _LINK) or Document({"headline": "".join(blocks[:1])})
    if text is not None:
        document.fields.setdefault("words", text.get("wordcount") or "")
        document.paragraphs = [line for paragraph in paragraphs_of(text) for line in paragraph.split("\n")]
    return part_of(document, number)
