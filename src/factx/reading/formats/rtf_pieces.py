"""An RTF file in pieces that are RTF files of their own: memory does not grow with the file.

A piece ends with a paragraph, a row or a group, outside whatever belongs together (a destination,
a field). The next begins with what the file says of fonts and encoding and with the groups that are
open there. Pictures are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import BinaryIO

from factx.base import InputError

_BLOCK = 1 << 20
"""Bytes read at a time."""
PIECE = 250_000
"""Characters from which on a piece ends where it can."""
LONGEST_PIECE = 50_000_000
"""Characters of a piece that has no end: a paragraph or a field has no such length."""
_LONGEST_WORD = 50
"""Characters of a control word with its number."""
_TOKEN = re.compile(r"[{}]|\\(?:(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?|[^a-zA-Z])", re.DOTALL)
_ENDS = frozenset(("par", "row", "sect", "page"))
"""What ends a line."""
_OF_FILE = ("ansicpg", "deff")
"""What holds for the whole file wherever it stands."""
_FONTS = re.compile(r"\{[^{}]*\\fonttbl")
_BRACE = re.compile(r"[{}]")


@dataclass(frozen=True, slots=True)
class _Group:
    """What holds in an open group: letters behind a Unicode character, font, what may not be torn."""

    skip: str | None = None
    font: str | None = None
    is_whole: bool = False
    is_hidden: bool = False

    def opening(self) -> str:
        """What brings this about in another file."""
        words = [r"\uc" + self.skip if self.skip else "", r"\f" + self.font if self.font else ""]
        return "".join(f"{word} " for word in words if word)


def pieces_of(stream: BinaryIO) -> Iterator[str]:
    """Yield the pieces of an RTF file, its bytes as characters; raises ``InputError`` if one has no end.

    >>> from io import BytesIO
    >>> list(pieces_of(BytesIO(rb"{\\rtf1 Two{\\pict 00ff} fled.\\par}")))
    ['{\\\\rtf1 Two{} fled.\\\\par}']
    """
    cutter = _Cutter()
    for block in _blocks(stream):
        yield from cutter.pieces(block)
        if cutter.is_done:
            break
    yield cutter.rest()


def _blocks(stream: BinaryIO) -> Iterator[str]:
    """Yield the characters of a file in blocks that end within no control word."""
    rest = ""
    while data := stream.read(_BLOCK):
        text = rest + data.decode("latin-1")
        cut = text.rfind("\\", len(text) - _LONGEST_WORD)
        cut = len(text) if cut < 0 else len(text[:cut].rstrip("\\"))
        yield text[:cut]
        rest = text[cut:]
    yield rest


class _Cutter:
    """Cuts blocks of a file into pieces."""

    def __init__(self) -> None:
        self.is_done = False
        self._open: list[_Group] = []
        self._kept: list[str] = []
        self._size = 0
        self._skip = 0
        self._picture: int | None = None
        self._words: dict[str, str] = {}
        self._fonts: str | None = None
        self._destinations = _destinations()

    def pieces(self, block: str) -> Iterator[str]:
        """Yield the pieces that end in the block."""
        begin = at = self._skipped(block, 0)
        while not self.is_done and (token := _TOKEN.search(block, at)):
            at = token.end()
            if self._picture is not None:
                begin = at = self._in_picture(block, token)
            elif token["word"] == "pict":
                self._keep(block[begin : token.start()])
                self._picture, begin = len(self._open), at
            elif token["word"] == "bin":
                self._keep(block[begin:at])
                self._skip = int(token["number"] or 0)
                begin = at = self._skipped(block, at)
            elif self._take(token) and self._size + at - begin >= PIECE and self._may_end():
                self._keep(block[begin:at])
                begin = at
                yield self._next()
        if self._picture is None:
            self._keep(block[begin : at if self.is_done else len(block)])

    def rest(self) -> str:
        """What is left at the end of the file."""
        return "".join(self._kept)

    def _skipped(self, block: str, at: int) -> int:
        """Where a block goes on behind bytes that are no text."""
        end = min(len(block), at + self._skip)
        self._skip -= end - at
        return end

    def _in_picture(self, block: str, token: re.Match[str]) -> int:
        """Leave out what belongs to a picture; return where the block goes on."""
        if token["word"] == "bin":
            self._skip = int(token["number"] or 0)
            return self._skipped(block, token.end())
        if token.group() == "{":
            self._open.append(self._open[-1])
        elif token.group() == "}":
            if len(self._open) == self._picture:
                self._picture = None
                self._keep("}")
            self._open.pop()
            self.is_done = not self._open
        return token.end()

    def _take(self, token: re.Match[str]) -> bool:
        """Note what a token changes; True if a piece may end behind it."""
        text, word = token.group(), token["word"]
        if text == "{":
            self._open.append(self._open[-1] if self._open else _Group())
        elif text == "}":
            self._open = self._open[:-1]
            self.is_done = not self._open
            return not self.is_done
        elif self._open:
            if word:
                self._open[-1] = self._after(word, token["number"])
            elif text == r"\*":
                self._open[-1] = replace(self._open[-1], is_whole=True)
        return word in _ENDS and bool(self._open)

    def _after(self, word: str, number: str | None) -> _Group:
        """The innermost group after a control word."""
        group = self._open[-1]
        if word in _OF_FILE and number:
            self._words[word] = rf"\{word}{number} "
        if word == "uc":
            return replace(group, skip=number)
        if word == "f":
            return replace(group, font=number)
        if word == "v":
            return replace(group, is_hidden=number is None)
        return replace(group, is_whole=True) if word == "field" or word in self._destinations else group

    def _may_end(self) -> bool:
        return not (self._open[-1].is_whole or self._open[-1].is_hidden)

    def _keep(self, text: str) -> None:
        self._kept.append(text)
        self._size += len(text)
        if self._size > LONGEST_PIECE:
            raise InputError(f"not valid RTF: more than {LONGEST_PIECE // 1_000_000} million characters in one group")

    def _next(self) -> str:
        """The piece that ends here; the next one begins with what holds on."""
        piece = "".join(self._kept) + "}" * len(self._open)
        if self._fonts is None:
            self._fonts = _fonts_of(piece)
        outer, *inner = (group.opening() for group in self._open)
        start = "{\\rtf1 " + "".join(self._words.values()) + self._fonts + outer
        self._kept = [start, *("{" + opening for opening in inner)]
        self._size = 0
        return piece


def _fonts_of(piece: str) -> str:
    """The table of fonts in the first piece, "" if there is none."""
    start = _FONTS.search(piece)
    if start is None:
        return ""
    depth = 1
    for brace in _BRACE.finditer(piece, start.end()):
        depth += 1 if brace.group() == "{" else -1
        if depth == 0:
            return piece[start.start() : brace.end()]
    return ""


def _destinations() -> frozenset[str]:
    """The control words whose groups hold no text."""
    from striprtf import striprtf

    known: frozenset[str] = striprtf.destinations
    return known
