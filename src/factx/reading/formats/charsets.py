"""Bytes of pages and XML to text: by mark, HTTP header and declaration, which are often wrong.

1. What a browser does not know either: pages that declare Latin-1 are Windows-1252 or UTF-8.
2. Valid UTF-8 with letters beyond ASCII is UTF-8, whatever is declared in its family.
3. Single bytes that are none in UTF-8 are read as Windows-1252: feeds join texts.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from factx.reading.encoding import SINGLE_BYTES

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_IN_XML = re.compile(rb"""^\s*<\?xml[^>]{0,200}?\bencoding\s*=\s*["']([\w.:-]+)""")
_IN_PAGE = re.compile(rb"""<meta\b[^>]{0,300}?\bcharset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_IN_HEADER = re.compile(r"""\bcharset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_DECLARED_IN = 8_192
"""Bytes of a page that may declare its encoding: browsers look at 1,024, pages put scripts before it."""
_FAMILY = frozenset(codecs.lookup(name).name for name in ("utf-8", "latin-1", "cp1252", "ascii"))
"""What is read as UTF-8 with single bytes of Windows-1252."""


def text_of_page(data: bytes, content_type: str = "") -> str:
    """The text of a page; ``content_type`` is the header with which it was sent, if that is known.

    >>> text_of_page(b'<meta charset="utf-8">caf\\xe9'), text_of_page("é".encode(), "text/html; charset=iso-8859-1")
    ('<meta charset="utf-8">café', 'é')
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, _errors_for(encoding))
    for encoding in _stated(data, content_type):
        if encoding in _FAMILY:
            break
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("utf-8", SINGLE_BYTES)


def _stated(data: bytes, content_type: str) -> Iterator[str]:
    """Yield the encodings that header and page state; a page that can be read at all is not UTF-16."""
    if (sent := _IN_HEADER.search(content_type)) and (encoding := _known(sent[1])):
        yield encoding
    head = data[:_DECLARED_IN]
    declared = _IN_XML.match(head) or _IN_PAGE.search(head)
    encoding = _known(declared[1].decode("ascii", "replace")) if declared else None
    if encoding and not encoding.startswith(("utf-16", "utf-32")):
        yield encoding


def decoder_of_xml(head: bytes) -> codecs.IncrementalDecoder:
    """What decodes an XML document with these first bytes piece by piece."""
    encoding = next((name for mark, name in _MARKS if head.startswith(mark)), None)
    if encoding is None:
        encoding = next(_stated(head, ""), "utf-8")
        encoding = "utf-8" if encoding in _FAMILY else encoding
    return codecs.getincrementaldecoder(encoding)(_errors_for(encoding))


def _errors_for(encoding: str) -> str:
    return SINGLE_BYTES if encoding == "utf-8" else "replace"


def _known(name: str) -> str | None:
    try:
        info = codecs.lookup(name)
    except (LookupError, ValueError):
        return None
    return info.name if info._is_text_encoding else None
