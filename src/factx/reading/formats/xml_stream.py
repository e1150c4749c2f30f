"""XML with its usual faults mended, as feeds and archives have it, read element by element.

1. Encodings are declared wrongly, and texts of several encodings are joined.
2. Control characters, a bare ``&`` and entities of HTML, which XML does not know, stand in texts.
3. A download breaks off; what came before it is whole.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from functools import lru_cache
from html.entities import html5
from typing import Any, BinaryIO

from lxml import etree

from factx.base import InputError
from factx.reading.formats.charsets import encoding_of_xml
from factx.reading.formats.opened import MOST_BYTES, InputFile
from factx.reading.streamed_encoding import StreamEncoding

_PIECE = 65_536
"""Bytes read at a time."""
_HEAD = 1_024
"""Bytes in which the encoding is declared."""
_LONGEST_ENTITY = 40
"""Characters that the end of a piece may hold back: the longest name of an entity has 31."""
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_IN_XML = frozenset(("amp", "lt", "gt", "quot", "apos"))
_SPECIAL = frozenset("&<>\"'")
_REFERENCE = re.compile(r"&(?:(?P<number>#(?:\d{1,7}|[xX][0-9A-Fa-f]{1,6});)|(?P<name>[A-Za-z]\w{1,31});)?")
_PIECES = re.compile(r"(<!\[CDATA\[|\]\]>)")
_TAIL = 1_000
"""Characters at the end of a document that are looked at: servers write comments behind it."""
_CLOSING = re.compile(r"</(?:[\w.-]+:)?(?P<name>[\w.-]+)\s*>(?:\s|<!--(?:(?!-->).)*-->)*$", re.DOTALL)
_DECLARATION = re.compile(r"^\s*<\?xml\b[^>]*\?>")


class BrokenOff(Exception):
    """The document ends before its root element does."""


class Mended:
    """A stream of XML as UTF-8 that a parser takes: decoded, control characters and bare ``&`` mended."""

    def __init__(self, stream: BinaryIO, encoding: StreamEncoding) -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder(encoding.name)(encoding.errors_unmarked)
        self._text = _DECLARATION.sub("", self._decoder.decode(stream.read(_HEAD)).lstrip("\ufeff \t\r\n"))
        self._in_cdata = self._at_end = False
        self._tail = ""

    @property
    def last_tag(self) -> str:
        """The local name of the element that the document ends with, "" if it ends within something."""
        closing = _CLOSING.search(self._tail)
        return closing["name"] if closing else ""

    def read(self, size: int = -1) -> bytes:
        """The next bytes, none at the end; a piece never ends within an entity or a mark."""
        while not self._at_end:
            data = self._stream.read(_PIECE)
            self._at_end = not data
            text = self._text + self._decoder.decode(data, final=self._at_end)
            cut = len(text) if self._at_end else _safe_end(text)
            self._text = text[cut:]
            self._tail = (self._tail + text[:cut])[-_TAIL:]
            if cut:
                return self._mended(text[:cut]).encode("utf-8")
        return b""

    def _mended(self, text: str) -> str:
        pieces = []
        for piece in _PIECES.split(_ILLEGAL.sub("", text)):
            if piece == "<![CDATA[":
                self._in_cdata = True
            elif piece == "]]>":
                piece, self._in_cdata = (piece, False) if self._in_cdata else ("]]&gt;", False)
            elif not self._in_cdata and "&" in piece:
                piece = _REFERENCE.sub(_resolved, piece)
            pieces.append(piece)
        return "".join(pieces)


def _safe_end(text: str) -> int:
    """Where a text can be cut so that no entity and no mark of a section is torn."""
    held = max(text.rfind(sign, len(text) - _LONGEST_ENTITY) for sign in "&<]")
    if held > 0 and text[held - 1] == "]":
        held -= 1
    return len(text) if held < 0 else held


def _resolved(reference: re.Match[str]) -> str:
    """A reference that XML knows as it is, an entity of HTML as its character, a bare ``&`` escaped."""
    name = reference["name"]
    if reference["number"] or name in _IN_XML:
        return reference.group()
    character = html5.get(f"{name};", "") if name else ""
    if character and not _SPECIAL.intersection(character):
        return character
    return f"&amp;{reference.group()[1:]}"


def elements_of(file: InputFile, *names: str) -> Iterator[Any]:
    """Yield the elements with these local names at their ends, and forget each after it was looked at.

    Raises ``InputError`` if the file holds no element at all, ``BrokenOff`` after the last whole
    element of a document that has no end.
    """
    with file.stream() as stream:
        mended = Mended(stream, encoding_of_xml(file))
        parser = etree.iterparse(
            mended, events=("end",), tag=[f"{{*}}{name}" for name in names], recover=True,
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True,
        )  # type: ignore[call-overload,unused-ignore]  # fmt: skip
        looked_at = None
        try:
            for _, element in parser:
                if _is_cut(parser, mended, element.getroottree().getroot()):
                    break
                yield element
                _forget(looked_at)
                looked_at = element
        except etree.XMLSyntaxError as error:
            raise InputError(f"not valid XML: {error}") from None
        if parser.root is None:
            raise InputError("not valid XML: there is no element in it")
        if _is_cut(parser, mended, parser.root):
            raise BrokenOff


def _is_cut(parser: Any, mended: Mended, root: Any) -> bool:
    """True if the document has ended too early: the parser then closes what is open, also a torn element."""
    unclosed = any(entry.type == etree.ErrorTypes.ERR_TAG_NOT_FINISHED for entry in parser.error_log)
    return unclosed and mended.last_tag != name_of(root)


def _forget(element: Any) -> None:
    """Free an element whose end, with the text behind it, is surely read."""
    if element is not None and (parent := element.getparent()) is not None:
        parent.remove(element)


def name_of(element: Any) -> str:
    """The local name of an element, "" for comments and entities.

    >>> name_of(etree.fromstring("<dc:date xmlns:dc='x'/>"))
    'date'
    """
    return _local(element.tag) if isinstance(element.tag, str) else ""


@lru_cache(maxsize=1024)
def _local(name: str) -> str:
    return name.rpartition("}")[2].rpartition(":")[2]


def document_of(file: InputFile) -> Any:
    """The root element of a document that is small enough to be held whole, its faults mended.

    Raises ``InputError`` if there is none, or if the document breaks off.
    """
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True,
    )  # fmt: skip
    with file.stream() as stream:
        mended = Mended(stream, encoding_of_xml(file))
        parts, size = [], 0
        while part := mended.read():
            parts.append(part)
            size += len(part)
            if size > MOST_BYTES:
                raise InputError(f"the file is larger than {MOST_BYTES // 1_000_000} MB; split it")
    try:
        root = etree.fromstring(b"".join(parts), parser)
    except etree.XMLSyntaxError as error:
        raise InputError(f"not valid XML: {error}") from None
    if root is None:
        raise InputError("not valid XML: there is no element in it")
    if _is_cut(parser, mended, root):
        raise InputError("not valid XML: the file breaks off before its end")
    return root
