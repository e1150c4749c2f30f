"""How a table is written: what sets its cells apart, and how quotes stand in them.

Each way that tables are written in is tried on the first rows. The best is the one whose header
names most fields of articles and whose rows are as long as the header; a guess by the characters
alone would take the commas of the texts for separators.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Collection, Iterable, Mapping, Set
from dataclasses import dataclass, replace
from io import StringIO
from itertools import count
from typing import Any

from factx.reading.formats.records import FIELDS, SETTABLE, plain

LONGEST_CELL = 10_000_000
"""Characters: ten times the longest article that is read; a quote that is never closed ends here."""
_SEPARATORS = {",": (True,), ";": (True,), "\t": (True, False), "|": (True, False)}
"""What sets cells apart, and whether quotes may hold them: programs that write tabs or bars often write no quotes."""
_UNKNOWN = 0.5
"""How well rows fit the header if there are none."""
HEAD_CHARS = 200_000
"""Characters by which it is told how a table is written: some dozen articles."""
_SAMPLE_ROWS = 200
"""Rows looked at: quotes and separators stand in the first few texts already."""
_MOST_ABOVE = 15
"""Lines among which the header of a table is: name, search and day of an export may stand above it."""
_LONGEST_NAME = 40
"""Characters of a column's name; a sentence without the separator is longer."""
_SAID = re.compile(r"[\"']?sep=(?P<separator>.)[\"']?\r?\n", re.IGNORECASE)
"""A first line that spreadsheets understand."""
_ESCAPED_QUOTE = re.compile(r'(?<!\\)\\"(?![,;\t|\r\n])')


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a table is written.

    ``first_line`` is the number of lines before its header; ``row_names`` is true if rows have a cell
    more than the header: their numbers, which R writes before them.
    """

    separator: str = ","
    quoted: bool = True
    escaped: bool = False
    first_line: int = 0
    row_names: bool = False

    def rows(self, lines: Iterable[str]) -> Any:
        """A ``csv.reader`` of lines; after a ``csv.Error`` in a row it goes on with the next line."""
        csv.field_size_limit(LONGEST_CELL)
        return csv.reader(
            lines,
            delimiter=self.separator,
            quoting=csv.QUOTE_MINIMAL if self.quoted else csv.QUOTE_NONE,
            escapechar="\\" if self.escaped else None,
            doublequote=not self.escaped,
            strict=True,
        )


def dialect_of(head: str, columns: Mapping[str, str]) -> Dialect:
    """How the table is written that begins with ``head``; ``columns`` are those that the user has named.

    >>> dialect_of("id;Title;Text\\n1;Two held;\\"Two men, both young, were held; 3,5 tons found.\\"\\n", {}).separator
    ';'
    """
    said = _SAID.match(head)
    lines = list(StringIO(head[said.end() if said else 0 :], newline=""))
    is_whole = len(head) < HEAD_CHARS
    escaped = bool(_ESCAPED_QUOTE.search(head)) and '""' not in head
    wanted = set(map(plain, columns.values())) | {key for field in SETTABLE for key in FIELDS[field]}
    separators = {said["separator"]: (True, False)} if said else _SEPARATORS
    above = _lines_above(lines, wanted, separators)
    lines = lines[above:]
    tried = [
        Dialect(separator, quoted, escaped and quoted, above + (1 if said else 0))
        for separator, ways in separators.items()
        for quoted in ways
    ]
    found = max(tried, key=lambda dialect: _merit(dialect, lines, wanted, is_whole))
    return replace(found, row_names=_have_names(_sample(found, lines, is_whole)[0]))


def _lines_above(lines: list[str], wanted: Set[str], separators: Iterable[str]) -> int:
    """The number of lines above the header, where an export says what it is before its table begins.

    The header is the first line with two names of fields; a first line with one is the header, too.
    """
    for at, line in enumerate(lines[:_MOST_ABOVE]):
        cells = ([plain(name.strip(' "\r\n')) for name in line.split(separator)] for separator in separators)
        known = max(len(wanted & set(names)) for names in cells)
        if known > min(at, 1):
            return at
    return 0


def is_table(text: str, columns: Collection[str] = ()) -> bool:
    """True if the first line can only be the header of a table.

    It has names of fields, the text's among them, or one of the columns that the user has named.

    >>> is_table("Title\\tDate\\tText\\nDam bursts\\t..."), is_table("Text, title and date: all were lost.")
    (True, False)
    """
    named = set(map(plain, columns))
    first = _SAID.sub("", text, count=1).split("\n", 1)[0].strip()
    for separator in _SEPARATORS:
        names = [plain(name.strip('"')) for name in first.split(separator)]
        if len(names) > 1 and (_fields_named(names) > 1 or _are_names(names, named)):
            return True
    return False


def _fields_named(names: list[str]) -> int:
    """How many fields of articles are among names, 0 without a text or with a name that is none."""
    found = {field for name in names for field in SETTABLE if name in FIELDS[field]}
    return len(found) if "text" in found and max(map(len, names)) < _LONGEST_NAME else 0


def _are_names(names: list[str], named: Set[str]) -> bool:
    """True for short names, one of them a column that the user has named."""
    return not named.isdisjoint(names) and max(map(len, names)) < _LONGEST_NAME


def _merit(dialect: Dialect, lines: list[str], wanted: set[str], is_whole: bool) -> tuple[int, float, int]:
    """How well it explains the first rows: known columns, rows as long as the header, columns."""
    rows, broken = _sample(dialect, lines, is_whole)
    if not rows:
        return 0, 0.0, 0
    header, body = rows[0], rows[1:]
    known = len({plain(name) for name in header} & wanted)
    fitting = sum(len(row) == len(header) for row in body) / (len(body) + broken) if body or broken else _UNKNOWN
    return known, fitting, len(header)


def _sample(dialect: Dialect, lines: list[str], is_whole: bool) -> tuple[list[list[str]], int]:
    """The first rows, and how many are broken; if the lines are not all, the last row may be cut off."""
    reader = dialect.rows(lines)
    rows: list[list[str]] = []
    broken = 0
    while len(rows) + broken < _SAMPLE_ROWS:
        try:
            row = next(reader, None)
        except csv.Error:
            broken += is_whole or reader.line_num < len(lines)
            continue
        if row is None:
            break
        rows += [row] if row else []
    return rows, broken


def _have_names(rows: list[list[str]]) -> bool:
    """True if each row begins with its number, for which the header has no cell."""
    body = rows[1:]
    return bool(body) and all(
        len(row) == len(rows[0]) + 1 and row[0] == str(number) for row, number in zip(body, count(1), strict=False)
    )
