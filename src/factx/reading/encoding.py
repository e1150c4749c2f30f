"""Bytes to text: the encodings that news archives come in."""

from __future__ import annotations

import codecs
import re
from contextlib import suppress

from factx.base import InputError
from factx.reading.guessed_encoding import NAMES, looks_odd, recognised

_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_BYTE_ORDER_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_UNSEEN = "\ufeff\u200b-\u200f\u2060\ufffd"
_SEEN = re.compile(rf"[^\s{_UNSEEN}]")
"""What a reader sees: neither blanks, nor marks of order, width and direction, nor what stands for a broken one."""
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_OBEYED = re.compile(r"[\x00-\x1f\x7f-\x9f]")
CUT = "the file ends within a character: it is not complete"
BEGUN = "the file begins within a character: it is not complete"
GUESSED = "read as Windows-1252, but its names look like another encoding: save it as UTF-8"
MIXED = "some of its bytes are no UTF-8: they are read as Windows-1252"
RECOGNISED = "read as {}, which its letters show: save it as UTF-8"
_CUT_SHORT = ("unexpected end of data", "truncated data")
"""What Python's decoders say of bytes that end within a character."""
LONGEST_REST = 3
"""Bytes of a UTF-8 character after its first."""
CONTINUES = re.compile(rb"[\x80-\xbf]+")
_BINARY = "a binary file, not text; factx reads plain text and JSON"
_CHECKED_CHARS = 4000
"""The beginning shows whether a file is text; binary formats put their control characters first."""
_MOST_CONTROLS = 4
"""Stray form feeds and the like occur in old agency copy; a binary file has hundreds."""
SINGLE_BYTES = "factx_single_bytes"
"""Error handler of ``bytes.decode``: bytes that are no UTF-8 are read as Windows-1252; files join texts."""


def _single_bytes(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error(SINGLE_BYTES, _single_bytes)


def decode(data: bytes) -> str:
    """The text of a file: UTF-8 or UTF-16 with byte order mark, UTF-8 without, else of single bytes.

    Raises ``InputError`` for an empty or a binary file, and where no encoding fits.

    >>> decode(b"S\\xe3o Tom\\xe9 \\x96 two held")
    'São Tomé – two held'
    """
    return decoded(data)[0]


def decoded(data: bytes) -> tuple[str, str | None]:
    """The text of a file as ``decode`` returns it, and what is doubtful about it, or None.

    >>> decoded(b"Ji\\xf8\\xed fled")[0]
    'Jiří fled'
    >>> decoded(b"Ji\\xf8\\xed fled from \\xdf\\xb5")[1]
    'read as Windows-1252, but its names look like another encoding: save it as UTF-8'
    """
    if not data.strip():
        raise InputError("the file is empty")
    encoding = next((name for mark, name in _BYTE_ORDER_MARKS if data.startswith(mark)), None)
    if encoding is None and b"\0" in data:
        raise InputError(_BINARY)
    text, note = _as_told(data, encoding) if encoding else _as_found(data)
    if not _SEEN.search(text):
        raise InputError("the file is empty")
    if len(_CONTROLS.findall(text[:_CHECKED_CHARS])) > _MOST_CONTROLS:
        raise InputError(_BINARY)
    return text, note


def _as_told(data: bytes, encoding: str) -> tuple[str, str | None]:
    """The text in the encoding of a byte order mark."""
    try:
        return data.decode(encoding), None
    except UnicodeDecodeError as error:
        if error.reason in _CUT_SHORT:
            return data.decode(encoding, "replace"), CUT
    raise InputError(
        f"the text is not {encoding.removesuffix('-sig').upper()}, as its first bytes say; save it as UTF-8"
    )


def _as_found(data: bytes) -> tuple[str, str | None]:
    """The text of bytes whose encoding nobody told: UTF-8, whole or cut, else of single bytes."""
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError as error:
        if error.reason in _CUT_SHORT and not data[: error.start].isascii():
            return data.decode("utf-8", "replace"), CUT
        if error.start == 0 and (rest := _without_rest(data)) is not None:
            return rest, BEGUN
    read = data.decode("utf-8", "replace")
    wrong = read.count("\ufffd")
    if sum(not letter.isascii() for letter in read) > 2 * wrong:
        return data.decode("utf-8", SINGLE_BYTES), MIXED
    return _of_single_bytes(data)


def _without_rest(data: bytes) -> str | None:
    """UTF-8 without the rest of a character that it begins with, if there are others by which it is told."""
    rest = CONTINUES.match(data[: LONGEST_REST + 1])
    if rest is None or rest.end() > LONGEST_REST:
        return None
    with suppress(UnicodeDecodeError):
        text = data[rest.end() :].decode("utf-8")
        return None if text.isascii() else "\ufffd" + text
    return None


def _of_single_bytes(data: bytes) -> tuple[str, str | None]:
    """The text in Windows-1252, or in the encoding of which its letters leave no doubt."""
    with suppress(UnicodeDecodeError):
        text = data.decode("cp1252")
        if not looks_odd(text):
            return text, None
        if (name := recognised(data)) is None:
            return text, GUESSED
        return data.decode(name), RECOGNISED.format(NAMES[name])
    if name := recognised(data):
        return data.decode(name), RECOGNISED.format(NAMES[name])
    raise InputError("the text is neither UTF-8 nor Windows-1252; save it as UTF-8")


def written_name(name: str) -> str:
    """The name of a file as tables can hold it: bytes that are no UTF-8, which systems allow, are escaped.

    So are characters that a terminal would obey, since tables are looked at there, too.

    >>> written_name("caf\\udce9.txt"), written_name("red\\x1b[31m.txt")
    ('caf\\\\xe9.txt', 'red\\\\x1b[31m.txt')
    """
    if _LONE_SURROGATE.search(name):
        name = name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return _OBEYED.sub(lambda found: f"\\x{ord(found.group()):02x}", name)


def without_lone_surrogates(text: str) -> str:
    """Replace halves of surrogate pairs, which JSON can escape and UTF-8 cannot write.

    >>> without_lone_surrogates("Two \\ud83d men")
    'Two � men'
    """
    return text if text.isascii() else _LONE_SURROGATE.sub("\ufffd", text)
