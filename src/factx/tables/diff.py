"""Compare two folders of tables: rows that only one has, and cells in which rows of both differ.

Rows are matched by their natural key (``factx.base.records``): a fact by article, kind and offsets,
not by its place in the table. So neither the order of rows nor that of columns is a difference.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Literal

from factx.base import InputError, columns, hint
from factx.tables.datapackage import ALL_TABLES

Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """A CSV file's cells as text."""

    columns: list[str]
    rows: list[Row]


@dataclass(frozen=True, slots=True)
class Change:
    """A row of both tables, as in the newer; ``cells`` are the old and new text of those that differ."""

    row: Row
    cells: dict[str, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs between two tables of one name; ``absent`` is the folder that has no such table."""

    table: str
    added: list[Row] = field(default_factory=list)
    removed: list[Row] = field(default_factory=list)
    changed: list[Change] = field(default_factory=list)
    absent: Literal["old", "new"] | None = None

    def __bool__(self) -> bool:
        """Return True if anything differs."""
        return bool(self.added or self.removed or self.changed or self.absent)


def compare(old: Path, new: Path, table: str | None = None) -> list[Difference]:
    """Return what differs in each table, also if nothing does; only in ``table`` if that is given.

    Raises ``InputError`` for a folder without tables, an unreadable table, and columns that differ.
    """
    if table is not None and table not in ALL_TABLES:
        raise InputError(f"no table '{table}'; {hint(table, ALL_TABLES, 'the tables are')}")
    before, after = _tables_in(old), _tables_in(new)
    wanted = [name for name in ALL_TABLES if name in before | after and table in (None, name)]
    if not wanted:
        raise InputError(f"{table}.csv is neither in {old} nor in {new}")
    return [_compare_table(name, old if name in before else None, new if name in after else None) for name in wanted]


def _tables_in(folder: Path) -> set[str]:
    if not folder.is_dir():
        raise InputError(f"{folder}: no such folder; give one that factx extract has written")
    found = {name for name in ALL_TABLES if (folder / f"{name}.csv").is_file()}
    if not found:
        raise InputError(f"{folder}: no CSV tables in this folder; give one that factx extract has written")
    return found


def _compare_table(name: str, old: Path | None, new: Path | None) -> Difference:
    before = read_cells(old / f"{name}.csv") if old else None
    after = read_cells(new / f"{name}.csv") if new else None
    if before is None or after is None:
        added, removed = (table.rows if table else [] for table in (after, before))
        return Difference(name, added, removed, absent="old" if before is None else "new")
    if set(before.columns) != set(after.columns):
        only = [sorted(set(one.columns) - set(other.columns)) for one, other in ((before, after), (after, before))]
        reasons = [
            f"only {place} has {', '.join(names)}" for place, names in zip((old, new), only, strict=True) if names
        ]
        raise InputError(f"{name}.csv: the columns differ: {'; '.join(reasons)}")
    missing = set(natural_key(name)) - set(before.columns)
    if missing:
        raise InputError(f"{old}/{name}.csv: no column {', '.join(sorted(missing))}, by which rows are told apart")
    return difference(name, before.rows, after.rows)


def read_cells(path: Path) -> Table:
    """Read the cells of a CSV table; ``InputError`` names a line that does not fit the header."""
    csv.field_size_limit(2**31 - 1)
    rows: list[Row] = []
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            lines = csv.reader(file, strict=True)
            header = next(lines, [])
            for cells in lines:
                if len(cells) != len(header):
                    raise InputError(
                        f"{path}, line {lines.line_num}: {len(cells)} cells where the header has {len(header)}"
                    )
                rows.append(dict(zip(header, cells, strict=True)))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"{path}: cannot be read as a table: {error}") from error
    return Table(header, rows)


def difference(name: str, before: Sequence[Row], after: Sequence[Row]) -> Difference:
    """Return what differs between the rows of a table.

    >>> before = {"path": "a.txt", "stage": "read", "error": "InputError"}
    >>> after = {**before, "error": "OSError"}
    >>> difference("errors", [before], [after]).changed[0].cells
    {'error': ('InputError', 'OSError')}
    """
    key = natural_key(name)
    waiting: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in before:
        waiting[tuple(row[part] for part in key)].append(row)
    unlike: list[Row] = []
    for row in after:
        others = waiting[tuple(row[part] for part in key)]
        if row in others:
            others.remove(row)
        else:
            unlike.append(row)
    found = Difference(name)
    for row in unlike:  # only now that, of several rows with one key, those that are alike have found each other
        others = waiting[tuple(row[part] for part in key)]
        if others:
            found.changed.append(_change(others.pop(0), row))
        else:
            found.added.append(row)
    found.removed.extend(row for rows in waiting.values() for row in rows)
    return found


def _change(old: Row, new: Row) -> Change:
    return Change(new, {name: (old[name], text) for name, text in new.items() if old[name] != text})


@cache
def natural_key(name: str) -> tuple[str, ...]:
    """Return the columns that identify a row of a table.

    >>> natural_key("facts")
    ('article_id', 'kind', 'char_start', 'char_end')
    """
    return tuple(column.name for column in columns(ALL_TABLES[name]) if column.natural)
