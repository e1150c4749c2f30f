"""Paragraphs of a word processor's document, as readers of DOCX, ODT, RTF and text yield them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Role = Literal["title", "heading", "text"]
"""What a paragraph's style makes it."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph: its text with line breaks, the bookmarks in it, and where it stands."""

    text: str
    bookmarks: tuple[str, ...] = ()
    role: Role = "text"
    in_table: bool = False


def blocks_of_lines(text: str) -> Iterator[Block]:
    """Yield the lines of a text as paragraphs, those of nothing but blanks left out.

    >>> [block.text for block in blocks_of_lines("Body\\n\\n Two  fled.\\n")]
    ['Body', 'Two fled.']
    """
    for line in text.splitlines():
        if folded := " ".join(line.split()):
            yield Block(folded)
