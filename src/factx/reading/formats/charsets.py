"""Bytes of pages and XML to text: by mark, HTTP header and declaration, which are often wrong.

1. What a browser does not know either: pages that declare Latin-1 are Windows-1252 or UTF-8.
2. Valid UTF-8 with letters beyond ASCII is UTF-8, whatever is declared in its family.
3. What is neither as declared nor UTF-8 is read as texts without a declaration are: single bytes as
   Windows-1252, since feeds join texts, or as the encoding of which the letters leave no doubt.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO

from factx.reading.formats.opened import InputFile
from factx.reading.streamed_encoding import StreamEncoding, has_gap, stream_encoding

MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
LOST = "some of its bytes are no {}, which the file says it is: they are lost"
_IN_XML = re.compile(rb"""^\s*<\?xml[^>]{0,200}?\bencoding\s*=\s*["']([\w.:-]+)""")
_IN_PAGE = re.compile(rb"""<meta\b[^>]{0,300}?\bcharset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_IN_HEADER = re.compile(r"""\bcharset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_DECLARED_IN = 8_192
"""Bytes of a page that may declare its encoding: browsers look at 1,024, pages put scripts before it."""
_FAMILY = frozenset(codecs.lookup(name).name for name in ("utf-8", "latin-1", "cp1252", "ascii"))
"""What is read as UTF-8 with single bytes of Windows-1252."""


def text_of_page(data: bytes, content_type: str = "") -> tuple[str, StreamEncoding]:
    """The text of a page, and its encoding; ``content_type`` is the header that came with it, if known.

    >>> text_of_page(b'<meta charset="utf-8">caf\\xe9')[0]
    '<meta charset="utf-8">café'
    >>> text_of_page("é".encode(), "text/html; charset=iso-8859-1")[0]
    'é'
    """
    marked = data.startswith(MARKS)
    for name in () if marked else _stated(data, content_type):
        if name in _FAMILY:
            break
        with suppress(UnicodeDecodeError):
            return data.decode(name), StreamEncoding(name)
    encoding = stream_encoding(BytesIO(data))
    return data.decode(encoding.name, encoding.errors_unmarked), encoding


def _stated(data: bytes, content_type: str) -> Iterator[str]:
    """Yield the encodings that header and page state; a page that can be read at all is not UTF-16."""
    if (sent := _IN_HEADER.search(content_type)) and (encoding := _known(sent[1])):
        yield encoding
    head = data[:_DECLARED_IN]
    declared = _IN_XML.match(head) or _IN_PAGE.search(head)
    encoding = _known(declared[1].decode("ascii", "replace")) if declared else None
    if encoding and not encoding.startswith(("utf-16", "utf-32")):
        yield encoding


def encoding_of_xml(file: InputFile) -> StreamEncoding:
    """The encoding that an XML document states, or else the one that it has."""
    stated = None if file.head.startswith(MARKS) else next(_stated(file.head, ""), None)
    if stated is None or stated in _FAMILY:
        return file.encoding
    return StreamEncoding(stated, "replace", LOST.format(stated), has_gap)


def _known(name: str) -> str | None:
    try:
        info = codecs.lookup(name)
    except (LookupError, ValueError):
        return None
    return info.name if info._is_text_encoding else None
