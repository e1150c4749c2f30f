"""Lines of a PDF to paragraphs.

A line goes on in the next one unless the next begins with an indent, further below or in letters of
another size, or its first word would have had room in the line before. From column to column and
page to page a sentence that has not ended goes on. Words that hyphens part at the ends of lines are
made whole over all of the text, whose other words tell whether the hyphen is the word's own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from factx.reading.formats.pdf_lines import Line
from factx.reading.repair import repaired
from factx.reading.sentence_ends import ends_sentence

_HYPHENS = ("-", "‐", "\u00ad")
_BEFORE_HYPHEN = -2
_BETWEEN = "\f"
"""What parts paragraphs while their letters are repaired."""
_SAME_SIZE = 0.08
"""Share by which sizes of letters differ within a paragraph at most."""
_MOST_LEADING = 1.35
"""How many times farther than usual the next line of a paragraph may lie."""
_INDENT = 0.6
"""Heights of a letter by which the first line of a paragraph is indented, at least."""
_BLANK = 0.25
"""Width of a blank in heights of a letter."""
_COLUMN = 25
"""Points by which lines of a column begin farther left or right: indents and quotations."""
_OUTSIDE = 0.05
"""Share of a column's letters in lines that reach beyond its edge: tables, headings."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph's text and the size of its letters."""

    text: str
    size: float


def _none_alone(line: str) -> bool:
    return False


def paragraphs_of(
    lines: Sequence[Line], text_size: float, alone: Callable[[str], bool] = _none_alone
) -> list[Paragraph]:
    """The paragraphs of lines; what is larger than ``text_size`` is a headline, broken where it pleases.

    ``alone`` is true for a line that is a paragraph of its own.
    """
    layout = _Layout(lines, text_size)
    found: list[list[Line]] = []
    for line in lines:
        before = found[-1][-1] if found else None
        if before and not alone(line.text) and not alone(before.text) and layout.goes_on(before, line):
            found[-1].append(line)
        else:
            found.append([line])
    texts = repaired(_BETWEEN.join(_joined([line.text for line in group]) for group in found)).split(
        _BETWEEN.strip("\n")
    )
    return [Paragraph(text.strip(), group[0].size) for text, group in zip(texts, found, strict=True)]


class _Layout:
    """How the lines of a document are set: the edges of columns and the usual distance of lines."""

    def __init__(self, lines: Sequence[Line], text_size: float) -> None:
        self._text_size = text_size
        self._by_left: dict[tuple[int, int], list[Line]] = {}
        for line in (line for line in lines if not line.is_row):
            self._by_left.setdefault(self._column(line), []).append(line)
        steps = Counter(
            round((one.base - other.base) / one.size, 1)
            for one, other in pairwise(lines)
            if _is_below(one, other) and _are_alike(one, other)
        )
        self._leading = steps.most_common(1)[0][0] if steps else 1.0
        self._edges: dict[tuple[int, int], tuple[float, float]] = {}

    def goes_on(self, one: Line, other: Line) -> bool:
        """True if the paragraph of a line goes on in the one that comes next."""
        if one.is_row or other.is_row or not _are_alike(one, other):
            return False
        if not _is_below(one, other):
            return not ends_sentence(one.text, also=":") and self._is_full(one, other)
        if one.base - other.base > _MOST_LEADING * self._leading * one.size:
            return False
        if self._is_headline(one):
            return True
        return not self._is_indented(one, other) and self._is_full(one, other)

    def _is_headline(self, line: Line) -> bool:
        return line.size > self._text_size * (1 + _SAME_SIZE)

    def _column(self, line: Line) -> tuple[int, int]:
        """Where a line begins, with its size if that is a headline's: those reach beyond a column."""
        return (round(line.size) if self._is_headline(line) else 0), round(line.left)

    def _is_full(self, one: Line, other: Line) -> bool:
        """True if the first word of the next line had no room in this one, or is the rest of its last word."""
        room = self._edges_of(one)[1] - one.right
        return one.text.endswith(_HYPHENS) or other.first_word + _BLANK * one.size > room

    def _is_indented(self, one: Line, other: Line) -> bool:
        """True if the next line begins farther right than this one and its column."""
        return min(other.left - one.left, other.left - self._edges_of(other)[0]) > _INDENT * other.size

    def _edges_of(self, line: Line) -> tuple[float, float]:
        """The left and the right edge of a line's column."""
        key = self._column(line)
        if key not in self._edges:
            near = (self._by_left.get((key[0], left), ()) for left in range(key[1] - _COLUMN, key[1] + _COLUMN + 1))
            lines = [line for group in near for line in group]
            left = Counter(round(line.left) for line in lines).most_common(1)[0][0]
            self._edges[key] = (left, _right_edge(lines))
        return self._edges[key]


def _right_edge(lines: Sequence[Line]) -> float:
    """Where lines of a column end at most, but for a small part of their letters."""
    outside = _OUTSIDE * sum(len(line.text) for line in lines)
    for line in sorted(lines, key=lambda line: -line.right):
        outside -= len(line.text)
        if outside < 0:
            return line.right
    return 0.0


def _are_alike(one: Line, other: Line) -> bool:
    return abs(one.size - other.size) <= _SAME_SIZE * max(one.size, other.size)


def _is_below(one: Line, other: Line) -> bool:
    return one.page == other.page and one.base > other.base


def _joined(lines: Sequence[str]) -> str:
    """The text of a paragraph's lines; a line break stays where a word may be broken.

    >>> _joined(["A mini-", "ster of the 3-", "month plan -", "fled."])
    'A mini-\\nster of the 3-month plan - fled.'
    """
    return "".join(one + _between(one, other) for one, other in pairwise([*lines, ""])).strip()


def _between(one: str, other: str) -> str:
    """What stands between two lines: a blank, a line break in a word, nothing after a figure's hyphen."""
    if not one.endswith(_HYPHENS) or not one[_BEFORE_HYPHEN:-1].isalnum() or not other[:1].isalnum():
        return " "
    return "\n" if one[_BEFORE_HYPHEN].isalpha() and other[0].isalpha() else ""
