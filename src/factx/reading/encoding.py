"""Bytes to text: the encodings that news archives come in."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable

from factx.base import InputError

_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_BYTE_ORDER_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_UNSEEN = "\ufeff\u200b-\u200f\u2060"
_SEEN = re.compile(rf"[^\s{_UNSEEN}]")
"""What a reader sees: neither blanks, nor marks of order, width and direction."""
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_ODD = re.compile("[À-ÖØ-öø-ÿ]{4}|[À-ÖØ-öø-ÿ][¡-©¬-±³-¸¼-¿×÷¹]|[¤¥¦®¹¾][À-ÖØ-öø-ÿ]|ø[íáéý]")
"""What Windows-1252 makes of names in other encodings, and what no name of its own languages has."""
_GUESSED = "read as Windows-1252, but its names look like another encoding: save it as UTF-8"
_CHECKED_CHARS = 4000
"""The beginning shows whether a file is text; binary formats put their control characters first."""
_MOST_CONTROLS = 4
"""Stray form feeds and the like occur in old agency copy; a binary file has hundreds."""


def decode(data: bytes) -> str:
    """The text of a file: UTF-8 or UTF-16 with byte order mark, UTF-8 without, else Windows-1252.

    Raises ``InputError`` for an empty or a binary file, and where no encoding fits.

    >>> decode(b"S\\xe3o Tom\\xe9 \\x96 two held")
    'São Tomé – two held'
    """
    if not data.strip():
        raise InputError("the file is empty")
    encoding = next((name for mark, name in _BYTE_ORDER_MARKS if data.startswith(mark)), None)
    if encoding is None and b"\0" in data:
        raise InputError("a binary file, not text; factx reads plain text and JSON")
    for name in [encoding] if encoding else ["utf-8", "cp1252"]:
        try:
            text = data.decode(name)
        except UnicodeDecodeError as error:
            if not _is_cut_utf8(error):
                continue
            text = data.decode(name, "replace")
        if not _SEEN.search(text):
            raise InputError("the file is empty")
        if len(_CONTROLS.findall(text[:_CHECKED_CHARS])) > _MOST_CONTROLS:
            raise InputError("a binary file, not text; factx reads plain text and JSON")
        return text
    raise InputError(f"the text is neither {encoding or 'UTF-8 nor Windows-1252'}; save it as UTF-8")


def doubt(data: bytes, text: str) -> str | None:
    """What is doubtful about a text decoded of bytes whose encoding nobody told, or None.

    Names of other encodings look odd as Windows-1252: signs within words, four accents in a row.

    >>> doubt(b"Ji\\xf8\\xed fled", "Jiøí fled")
    'read as Windows-1252, but its names look like another encoding: save it as UTF-8'
    """
    if text.isascii() or encoding_of([data]) != "cp1252":
        return None
    if text.endswith("\ufffd"):
        return "the file ends within a character: it is not complete"
    return _GUESSED if _ODD.search(text) else None


def _is_cut_utf8(error: UnicodeDecodeError) -> bool:
    """True for UTF-8 that ends within a character, if there are others by which it is told."""
    before = error.object[: error.start]
    return error.encoding == "utf-8" and error.reason == "unexpected end of data" and not before.isascii()


def encoding_of(blocks: Iterable[bytes]) -> str:
    """The encoding of bytes in blocks: that of a byte order mark, UTF-8 if they are, Windows-1252.

    >>> encoding_of([b"S\\xc3", b"\\xa3o"]), encoding_of([b"S\\xe3o"])
    ('utf-8', 'cp1252')
    """
    decoder = codecs.getincrementaldecoder("utf-8")()
    first = True
    try:
        for block in blocks:
            marked = next((name for mark, name in _BYTE_ORDER_MARKS if first and block.startswith(mark)), None)
            if marked:
                return marked
            decoder.decode(block)
            first = False
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def written_name(name: str) -> str:
    """The name of a file as tables can hold it: bytes that are no UTF-8, which systems allow, are escaped.

    >>> written_name("caf\\udce9.txt")
    'caf\\\\xe9.txt'
    """
    if _LONE_SURROGATE.search(name) is None:
        return name
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def without_lone_surrogates(text: str) -> str:
    """Replace halves of surrogate pairs, which JSON can escape and UTF-8 cannot write.

    >>> without_lone_surrogates("Two \\ud83d men")
    'Two � men'
    """
    return text if text.isascii() else _LONE_SURROGATE.sub("\ufffd", text)
