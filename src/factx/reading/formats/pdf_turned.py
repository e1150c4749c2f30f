"""Words of a PDF that are set along the page's height: heads of narrow columns, credits, whole tables.

pdfminer takes each of their letters for a line, from the top to the foot, which reads backwards.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

_BLANK, _APART = 0.15, 2.0
"""Gaps between letters, in their heights, that part words and lines."""


@dataclass(frozen=True, slots=True)
class Turned:
    """A line along the page's height: its text, edges in points, size, and whether it runs upwards."""

    text: str
    left: float
    right: float
    foot: float
    top: float
    size: float
    is_upwards: bool


def turned_lines(page: Any) -> list[Turned]:
    """The turned lines of a page, from left to right."""
    columns: dict[tuple[bool, int], list[Any]] = defaultdict(list)
    for letter in _letters(page):
        if not letter.upright and letter.get_text().strip():
            columns[letter.matrix[1] > 0, round(letter.x0)].append(letter)
    found = [_line(run, is_upwards) for (is_upwards, _), column in columns.items() for run in _runs(column, is_upwards)]
    return sorted(found, key=lambda line: line.left)


def rows_of(lines: Sequence[Turned]) -> list[list[Turned]]:
    """Lines beside each other, the rows from the top to the foot of the page, each from left to right.

    >>> heads = [Turned("Hurt", 9, 19, 60, 99, 10, True), Turned("Dead", 29, 39, 50, 99, 10, True)]
    >>> [[line.text for line in row] for row in rows_of([*heads, Turned("Foot", 9, 19, 1, 20, 10, True)])]
    [['Hurt', 'Dead'], ['Foot']]
    """
    rows: list[list[Turned]] = []
    for line in sorted(lines, key=lambda line: -line.top):
        if rows and line.top > min(other.foot for other in rows[-1]):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [sorted(row, key=lambda line: line.left) for row in rows]


def _letters(container: Any) -> Iterator[Any]:
    """Yield the letters within a page, a box or a line."""
    for item in container:
        if hasattr(item, "matrix") and hasattr(item, "upright"):
            yield item
        elif hasattr(item, "__iter__"):
            yield from _letters(item)


def _runs(column: Sequence[Any], is_upwards: bool) -> Iterator[list[Any]]:
    """Yield the letters of each line of a column, in the order in which they are read."""
    letters = sorted(column, key=lambda letter: letter.y0 if is_upwards else -letter.y0)
    run = letters[:1]
    for one, other in pairwise(letters):
        if _gap(one, other) > _APART * _size(one):
            yield run
            run = []
        run.append(other)
    yield run


def _gap(one: Any, other: Any) -> float:
    lower, upper = sorted((one, other), key=lambda letter: float(letter.y0))
    return float(upper.y0 - lower.y1)


def _size(letter: Any) -> float:
    return float(letter.x1 - letter.x0)


def _line(run: Sequence[Any], is_upwards: bool) -> Turned:
    text = str(run[0].get_text())
    for one, other in pairwise(run):
        text += f"{' ' * (_gap(one, other) > _BLANK * _size(one))}{other.get_text()}"
    foot, top = min(letter.y0 for letter in run), max(letter.y1 for letter in run)
    return Turned(" ".join(text.split()), run[0].x0, run[0].x1, foot, top, _size(run[0]), is_upwards)
