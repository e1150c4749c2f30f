"""The encoding of a file that is read piece by piece, told in a pass over its bytes.

It is told as that of a text is. What is kept is the words that are not ASCII, up to a bound:
memory does not grow with the file.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, BinaryIO

from factx.reading.encoding import BEGUN, CONTINUES, CUT, GUESSED, LONGEST_REST, MIXED, RECOGNISED, SINGLE_BYTES
from factx.reading.guessed_encoding import NAMES, looks_odd, recognised

MARKED_BYTES = "factx_marked_bytes"
"""Error handler of ``bytes.decode`` as ``SINGLE_BYTES``, which sets a mark before what it has read."""
_MARK = "\ufdd0"
"""Stands in no text: Unicode keeps it for programs."""
_BLOCK = 250_000
"""Bytes read at a time, and on to the end of the line, so that no character is cut."""
_LONGEST_LINE = 65_536
"""Bytes up to which the end of a line is looked for."""
_KEPT = 200_000
"""Bytes of foreign words by which an encoding is told: some ten thousand words."""
_WORD = re.compile(rb"[^\x00-\x2f]+")
"""A run of letters; the second byte of GBK may be one of ASCII."""
_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def _marked(error: UnicodeError) -> tuple[str | bytes, int]:
    text, end = codecs.lookup_error(SINGLE_BYTES)(error)
    return f"{_MARK}{text!s}", end


codecs.register_error(MARKED_BYTES, _marked)


@dataclass(frozen=True, slots=True)
class StreamEncoding:
    """How a file is decoded, what is doubtful about it, and of which of its texts that is said.

    ``is_doubtful`` takes a text as decoded. ``letters`` are those that bytes of no UTF-8 were read as.
    """

    name: str = "utf-8-sig"
    errors: str = "strict"
    note: str | None = None
    is_doubtful: Callable[[str], bool] = bool
    letters: frozenset[str] = frozenset()

    @property
    def errors_unmarked(self) -> str:
        """The error handler that reads what ``errors`` does, and sets no marks."""
        return SINGLE_BYTES if self.errors == MARKED_BYTES else self.errors

    def note_on(self, text: str) -> str | None:
        """What is doubtful about a text that was decoded without marks, or None."""
        if self.note is None or text.isascii():
            return None
        is_doubtful = not self.letters.isdisjoint(text) if self.errors == MARKED_BYTES else self.is_doubtful(text)
        return self.note if is_doubtful else None

    def told(self, item: Any) -> tuple[Any, str | None]:
        """An item of JSON or a row as it is meant, and what is doubtful about it, or None."""
        if self.note is None:
            return item, None
        texts = list(_texts_in(item))
        note = self.note if any(map(self.is_doubtful, texts)) else None
        has_marks = self.errors == MARKED_BYTES and any(map(_has_mark, texts))
        return (_without_marks(item) if has_marks else item), note


UTF8 = StreamEncoding()
"""Text of which nothing is doubtful."""


def without_marks(text: str) -> str:
    """The text without the marks of bytes that were no UTF-8."""
    return text.replace(_MARK, "")


def _texts_in(item: Any) -> Iterator[str]:
    """Yield the texts of an item, its keys among them."""
    left = [item]
    while left:
        one = left.pop()
        if isinstance(one, str):
            yield one
        elif isinstance(one, Mapping):
            left.extend([*one, *one.values()])
        elif isinstance(one, (list, tuple)):
            left.extend(one)


def _without_marks(item: Any) -> Any:
    if isinstance(item, str):
        return without_marks(item)
    if isinstance(item, Mapping):
        return {_without_marks(key): _without_marks(value) for key, value in item.items()}
    return [*map(_without_marks, item)] if isinstance(item, (list, tuple)) else item


def stream_encoding(stream: BinaryIO) -> StreamEncoding:
    """The encoding of a stream of bytes, by its mark, else as ``decoded`` finds that of a text.

    >>> import io
    >>> stream_encoding(io.BytesIO("Stanisław Wąs fled.".encode("latin2"))).name
    'iso8859-2'
    >>> stream_encoding(io.BytesIO("São Tomé".encode()[:-1])).note
    'the file ends within a character: it is not complete'
    """
    block = _next_block(stream)
    if block.startswith(_UTF16_MARKS):
        return _of_utf16(stream, block)
    seen = _Seen()
    while block:
        seen.add(block)
        block = _next_block(stream)
    return seen.encoding()


def _next_block(stream: BinaryIO) -> bytes:
    return stream.read(_BLOCK) + stream.readline(_LONGEST_LINE)


def _of_utf16(stream: BinaryIO, block: bytes) -> StreamEncoding:
    """UTF-16 as its mark says, which may end within a character."""
    decoder = codecs.getincrementaldecoder("utf-16")("replace")
    while block:
        decoder.decode(block)
        block = _next_block(stream)
    note = CUT if decoder.getstate()[0] else None
    return StreamEncoding("utf-16", "replace", note, has_gap)


class _Seen:
    """What of the bytes so far tells their encoding."""

    def __init__(self) -> None:
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._is_marked: bool | None = None
        self._rest = 0
        self._letters = 0
        self._wrong = 0
        self._words = bytearray()

    def add(self, block: bytes) -> None:
        """Take the next bytes, whole lines if they are not overlong."""
        if self._is_marked is None:
            self._is_marked = block.startswith(codecs.BOM_UTF8)
            block = block.removeprefix(codecs.BOM_UTF8)
            rest = CONTINUES.match(block)
            self._rest = rest.end() if rest else 0
        if block.isascii() and not self._decoder.getstate()[0]:
            return
        text = self._decoder.decode(block)
        self._letters += len(text) - len(text.encode("ascii", "ignore"))
        self._wrong += text.count("\ufffd")
        if "\ufffd" in text and len(self._words) < _KEPT:
            words = (found[0] for found in _WORD.finditer(block))
            self._words += b"".join(word + b" " for word in words if not word.isascii() and not _is_utf8(word))

    def encoding(self) -> StreamEncoding:
        """The encoding of all that has come."""
        is_cut = bool(self._decoder.getstate()[0])
        right = self._letters - self._wrong
        if not self._wrong and (right or not is_cut):
            return StreamEncoding("utf-8-sig", "replace", CUT if is_cut else None, has_gap)
        if self._wrong == self._rest <= LONGEST_REST and right and not is_cut:
            return StreamEncoding("utf-8-sig", "replace", BEGUN, has_gap)
        if self._is_marked or right > self._wrong + is_cut:
            return _marking(MIXED, _has_mark, bytes(self._words))
        return _of_single_bytes(bytes(self._words), is_mixed=right > 0)


def _is_utf8(word: bytes) -> bool:
    try:
        word.decode()
    except UnicodeDecodeError:
        return False
    return True


def _of_single_bytes(words: bytes, is_mixed: bool) -> StreamEncoding:
    """The encoding of which the words leave no doubt; else UTF-8 with bytes of Windows-1252."""
    text = words.decode("cp1252", "replace")
    is_whole = "\ufffd" not in text
    if is_whole and not looks_odd(text):
        return _marking(MIXED, _has_mark, words) if is_mixed else _SINGLE
    if name := recognised(words):
        return StreamEncoding(name, SINGLE_BYTES, RECOGNISED.format(NAMES[name]), _is_foreign)
    return _marking(GUESSED, _is_odd if is_whole else _has_mark, words)


def _marking(note: str, is_doubtful: Callable[[str], bool], words: bytes) -> StreamEncoding:
    """UTF-8 with other bytes in the words, read as Windows-1252 with marks."""
    read = words.decode("utf-8", MARKED_BYTES)
    letters = frozenset(letter for mark, letter in pairwise(read) if mark == _MARK)
    return StreamEncoding("utf-8-sig", MARKED_BYTES, note, is_doubtful, letters)


_SINGLE = StreamEncoding("utf-8-sig", SINGLE_BYTES)
"""Windows-1252 of which nothing is odd; rows may still be joined from several files."""


def has_gap(text: str) -> bool:
    """True if a letter of the text is lost."""
    return "\ufffd" in text


def _has_mark(text: str) -> bool:
    return _MARK in text


def _is_odd(text: str) -> bool:
    return _MARK in text and looks_odd(without_marks(text))


def _is_foreign(text: str) -> bool:
    return not text.isascii()
