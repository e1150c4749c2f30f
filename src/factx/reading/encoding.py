"""Bytes to text: the encodings that news archives come in."""

from __future__ import annotations

import re

from factx.base import InputError

_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_BYTE_ORDER_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


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
        except UnicodeDecodeError:
            continue
        if len(_CONTROLS.findall(text[:4000])) > 4:
            raise InputError("a binary file, not text; factx reads plain text and JSON")
        return text
    raise InputError(f"the text is neither {encoding or 'UTF-8 nor Windows-1252'}; save it as UTF-8")
