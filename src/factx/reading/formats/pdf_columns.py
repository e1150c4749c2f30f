"""The lines of a page in reading order: column by column, and tables row by row.

A gutter parts columns: left of it stand lines that fill their width, right of it others beside
them. Lines that cross it (headlines, text of full width) are read where they stand, and part what
is above them from what is below. Cells are in rows; of tables beside each other the left one is
first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise, takewhile
from statistics import median
from typing import Protocol, TypeVar


class Placed(Protocol):
    """A line of text with its edges in points and the size of its letters."""

    @property
    def text(self) -> str: ...
    @property
    def left(self) -> float: ...
    @property
    def right(self) -> float: ...
    @property
    def base(self) -> float: ...
    @property
    def size(self) -> float: ...


_Line = TypeVar("_Line", bound=Placed)
_FEWEST = 3
"""Lines of a column, and rows of a table: two may stand beside each other by chance."""
_FEWEST_LETTERS = 15
"""Letters of half of the lines of a column: cells have fewer, the narrowest columns of papers more."""
_FULL, _MOST_FULL = 0.75, 0.5
"""Share of a column's width that a line fills, and of its lines that do so."""
_SLACK = 2
"""Points by which lines of a column may reach beyond its edges."""
_SAME_ROW = 0.5
"""Heights of a letter by which cells of a row stand apart."""
_MOST_BESIDE = 0.2
"""Share of lines that have others beside them on a page of columns or cells."""
_NUMBER = re.compile(r"[^\w]*\d[\d.,:/ %-]*[^\w]*")


def in_reading_order(lines: Sequence[_Line]) -> list[_Line]:
    """The lines of a page or a part of it as a reader takes them; they come in the order of boxes."""
    for gutter in _gutters(lines):
        bands = list(_bands(lines, gutter))
        if any(_are_columns(band, gutter) for band in bands):
            return [line for band in bands for line in _ordered_band(band, gutter)]
    rows = rows_of(lines)
    beside = sum(len(row) - 1 for row in rows)
    if beside > _MOST_BESIDE * len(lines) and median(len(line.text) for line in lines) >= _FEWEST_LETTERS:
        return list(lines)
    return [line for row in _by_table(rows) for line in row]


def rows_of(lines: Sequence[_Line]) -> list[list[_Line]]:
    """Lines from top to bottom, those beside each other in one row from left to right."""
    rows: list[list[_Line]] = []
    for line in sorted(lines, key=lambda line: -line.base):
        if rows and rows[-1][0].base - line.base < _SAME_ROW * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [sorted(row, key=lambda line: line.left) for row in rows]


def in_rows(lines: Sequence[_Line]) -> Iterator[list[_Line]]:
    """Yield the rows of tables in lines that are in reading order, and other lines one by one."""
    rows: list[list[_Line]] = []
    for line in lines:
        last = rows[-1][-1] if rows else None
        if last and abs(last.base - line.base) < _SAME_ROW * line.size and last.right < line.left:
            rows[-1].append(line)
        else:
            rows.append([line])
    for is_table, group in groupby(rows, key=lambda row: len(row) > 1):
        held = list(group)
        if is_table and len(held) >= _FEWEST:
            yield from held
        else:
            yield from ([line] for row in held for line in row)


def _gutters(lines: Sequence[Placed]) -> Iterator[float]:
    """Yield where columns may begin but for the first, from left to right."""
    lefts = sorted(line.left for line in lines)
    for at, left in enumerate(lefts[: len(lefts) - _FEWEST + 1]):
        if (at == 0 or left > lefts[at - 1]) and lefts[at + _FEWEST - 1] - left <= _SLACK:
            yield left - _SLACK / 2


def _bands(lines: Sequence[_Line], gutter: float) -> Iterator[list[_Line]]:
    """Yield the lines between those that cross a gutter, and these one by one, from top to bottom."""
    band: list[_Line] = []
    for line in sorted(lines, key=lambda line: -line.base):
        if line.left < gutter - _SLACK and line.right > gutter + _SLACK:
            yield from ([band] if band else [])
            yield [line]
            band = []
        else:
            band.append(line)
    yield from ([band] if band else [])


def _parted(band: Sequence[_Line], gutter: float) -> tuple[list[_Line], list[_Line]]:
    left = [line for line in band if line.left < gutter - _SLACK]
    return left, [line for line in band if line.left >= gutter - _SLACK]


def _are_columns(band: Sequence[Placed], gutter: float) -> bool:
    """True if lines that fill their width stand left of a gutter, and lines of text right beside them."""
    left, right = _parted(band, gutter)
    if min(_count_beside(left, right), _count_beside(right, left)) < _FEWEST:
        return False
    if min(median(len(line.text) for line in side) for side in (left, right)) < _FEWEST_LETTERS:
        return False
    width = max(line.right for line in left) - min(line.left for line in left)
    return sum(line.right - line.left >= _FULL * width for line in left) >= _MOST_FULL * len(left)


def _count_beside(lines: Sequence[Placed], others: Sequence[Placed]) -> int:
    """How many lines stand within the height that others take up."""
    if not others:
        return 0
    foot, top = min(line.base for line in others), max(line.base for line in others)
    return sum(foot - line.size < line.base < top + line.size for line in lines)


def _ordered_band(band: list[_Line], gutter: float) -> list[_Line]:
    """The lines of a band: those of columns column by column, others as they stand."""
    if not _are_columns(band, gutter):
        return [line for row in rows_of(band) for line in row]
    return [line for side in _parted(band, gutter) for line in in_reading_order(side)]


def _by_table(rows: Sequence[list[_Line]]) -> list[list[_Line]]:
    """The rows, those of tables beside each other parted: the left table first, each with its heads."""
    found: list[list[_Line]] = []
    at = 0
    while at < len(rows):
        place = _second_table(rows[at])
        alike = _alike(rows[at:], place) if place else []
        if place and len(alike) >= _FEWEST:
            has_heads = at > 0 and found[-1] is rows[at - 1] and _fits(rows[at - 1], rows[at], place)
            parted = [*([found.pop()] if has_heads else []), *alike]
            found += [*(row[:place] for row in parted), *(row[place:] for row in parted)]
            at += len(alike)
        else:
            found.append(rows[at])
            at += 1
    return found


def _second_table(row: Sequence[Placed]) -> int | None:
    """The cell of a row with which another table begins: words behind numbers, with numbers behind them."""
    kinds = [_NUMBER.fullmatch(cell.text) is not None for cell in row]
    places = [at for at, (one, other) in enumerate(pairwise(kinds), start=1) if one and not other]
    return places[0] if len(places) == 1 and not kinds[0] and any(kinds[places[0] :]) else None


def _alike(rows: Sequence[list[_Line]], place: int) -> list[list[_Line]]:
    """The first rows in which a second table begins at the same place."""
    return [*takewhile(lambda row: _second_table(row) == place and _fits(row, rows[0], place), rows)]


def _fits(row: Sequence[Placed], other: Sequence[Placed], place: int) -> bool:
    """True if two rows have as many cells, and those at a place begin below each other."""
    return len(row) == len(other) and abs(row[place].left - other[place].left) <= _SLACK
