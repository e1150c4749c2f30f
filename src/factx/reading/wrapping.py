"""Lines that end for width and not for sense: mail, telex, exports and copies of print are wrapped.

1. A line of some width whose sentence goes on below in small letters was wrapped. Such lines tell
   the width of the text.
2. Another line was wrapped if the next word would not have fitted into that width.
3. Text in capitals has no small letters to go by: there a block of lines was wrapped if none but
   the last had room for the word that follows it.
4. Where most lines inside paragraphs have about one width, all of them were wrapped.

Rows of tables, items of lists and lines on either side of a blank line end where they end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from factx.reading.sentence_ends import ends_sentence

_WIDTHS = range(20, 102)
"""Characters of a wrapped line: columns of print have 20 to 40, mail and telex 55 to 80, some tools 100."""
_FULL_WIDTHS = range(50, 101)
"""Characters of a line in a text or block that is wrapped throughout: rows of lists are shorter."""
_WRAPPED_SHARE = 0.7
"""Share of the lines inside paragraphs that have about one length; long words make some shorter."""
_FEWEST_WRAPPED = 4
"""Lines inside paragraphs: fewer may be of one length by chance."""
_FEWEST_IN_BLOCK = 4
"""Lines of a block that all but fill its width: three headlines may do so by chance."""
_LINE = re.compile(r"[^\n]*\n?")
_BLANK_LINE = re.compile(r"\n[ \t\r]{0,80}\n")
_ROW = re.compile(r"\t|\||\S {3,}\S")
_ITEM = re.compile(r"(?:[-–—•*·‣▪]|\d{1,3}[.)]) ?\S?|https?://|www\.")
_SMALL_START = re.compile(r"[a-z]|[(“\"‘']?[a-z]")
_FIRST_WORD = re.compile(r"\S+")
_REMEMBERED = 16
"""Texts whose line ends are kept: a batch of articles, each of which is asked for several times."""
_LONGEST_WORD = 40
"""Characters of a first word: an address is longer, and says nothing of a line's width."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line without the blanks around it, and the offset of the line end that closes it."""

    text: str
    end: int

    @property
    def width(self) -> int:
        return len(self.text)


@lru_cache(maxsize=_REMEMBERED)
def soft_breaks(text: str) -> frozenset[int]:
    """The offsets of the line ends that are no more than blanks.

    >>> wrapped = "The donors met in Oslo on Sunday and pledged 3 million\\neuros for the camp.\\nThe camp is full."
    >>> [wrapped[at - 7 : at + 6] for at in soft_breaks(wrapped)]
    ['million\\neuros']
    """
    if "\n" not in text.replace("\n\n", ""):
        return frozenset()
    if is_wrapped_throughout(text):
        return _inside_blocks(text)
    lines = [_Line(found.group().strip(), found.end() - 1) for found in _LINE.finditer(text) if found.group()]
    pairs = [(line, after) for line, after in pairwise(lines) if _may_go_on(line, after)]
    sure = {line.end: line.width for line, after in pairs if _goes_on(line, after)}
    width = max(sure.values(), default=0)
    fitting = {line.end for line, after in pairs if len(sure) > 1 and _fills(line, after, width)}
    return frozenset(sure) | fitting | frozenset(_in_full_blocks(lines))


def unwrapped(text: str) -> str:
    """The text with blanks for the line ends that are no more than that: offsets stay what they are.

    >>> unwrapped("The donors met in Oslo on Sunday and pledged 3 million\\neuros for the camp.\\nIt is full.")
    'The donors met in Oslo on Sunday and pledged 3 million euros for the camp.\\nIt is full.'
    """
    soft = soft_breaks(text)
    if not soft:
        return text
    letters = list(text)
    for at in soft:
        letters[at] = " "
        if letters[at - 1 : at] == ["\r"]:
            letters[at - 1] = " "
    return "".join(letters)


def is_wrapped_throughout(text: str) -> bool:
    """True if most lines break for width: blank lines between paragraphs, lines of about one length.

    >>> line = "The minister said that the shipment would arrive within the month, \\n"
    >>> is_wrapped_throughout(line * 4 + "\\n" + line * 3)
    True
    """
    if not _BLANK_LINE.search(text):
        return False
    inner = [line for block in _BLANK_LINE.split(text) for line in block.split("\n")[:-1]]
    wide = sum(len(line.strip()) in _FULL_WIDTHS for line in inner)
    return len(inner) >= _FEWEST_WRAPPED and wide >= _WRAPPED_SHARE * len(inner)


def _inside_blocks(text: str) -> frozenset[int]:
    """All line ends that are not part of a blank line."""
    hard = {at for found in _BLANK_LINE.finditer(text) for at in (found.start(), found.end() - 1)}
    return frozenset(found.start() for found in re.finditer("\n", text)) - hard


def _may_go_on(line: _Line, after: _Line) -> bool:
    """True for a line of some width above another, neither of them a row of a table, the other no item."""
    if line.width not in _WIDTHS or not after.text:
        return False
    return not (_ROW.search(line.text) or _ROW.search(after.text) or _ITEM.match(after.text))


def _goes_on(line: _Line, after: _Line) -> bool:
    """True if the next line goes on in small letters."""
    return bool(_SMALL_START.match(after.text)) and not ends_sentence(line.text, also=":;")


def _fills(line: _Line, after: _Line, width: int) -> bool:
    """True if a line of that width had no room for the next word."""
    word = _FIRST_WORD.match(after.text)
    longest = len(word.group()) if word else 0
    return longest <= _LONGEST_WORD and line.width <= width and line.width + 1 + longest > width


def _in_full_blocks(lines: list[_Line]) -> Iterator[int]:
    """Yield the line ends inside blocks of lines that all but the last fill."""
    block: list[_Line] = []
    for line in (*lines, _Line("", 0)):
        if line.text:
            block.append(line)
            continue
        width = max((item.width for item in block), default=0)
        pairs = list(pairwise(block))
        full = all(_may_go_on(item, after) and _fills(item, after, width) for item, after in pairs)
        if full and width in _FULL_WIDTHS and len(block) >= _FEWEST_IN_BLOCK:
            yield from (item.end for item, _ in pairs)
        block = []
