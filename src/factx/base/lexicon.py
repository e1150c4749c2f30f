"""Word lists: one CSV file with a header row per lexicon, beside the room that reads it.

A module asks for one with ``words`` (a set), ``table`` (one column by another) or ``classes`` (sets
by class) and keeps the answer as a constant; ``about.toml`` beside the files says what their
columns mean.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import NoReturn

from factx.base.errors import LexiconError
from factx.base.hints import hint


@cache
def read(name: str) -> list[dict[str, str]]:
    """Return the entries of the lexicon ``ROOM/NAME`` in file order, one dictionary per row.

    The list is shared between callers: do not change it. Raises ``LexiconError`` naming file and line
    if the file is absent or a row does not fit the header.

    >>> read("reading/article_fields")[0]
    {'field': 'text', 'key': 'text'}
    """
    room, _, file = name.partition("/")
    source = files("factx") / room / "lexicons" / f"{file}.csv"
    try:
        text = source.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise LexiconError(
            f"{name}.csv: no such lexicon; a lexicon ROOM/NAME is factx/ROOM/lexicons/NAME.csv"
        ) from None
    except UnicodeDecodeError as error:
        raise LexiconError(f"{name}.csv: not UTF-8 at byte {error.start}; save it as UTF-8") from None
    return parse(text, f"{name}.csv")


@cache
def words(name: str, column: str = "word") -> frozenset[str]:
    """Return the entries of one column as a set.

    >>> "mrs" in words("who/honorifics")
    True
    """
    return frozenset(row[_known_column(name, row, column)] for row in read(name))


@cache
def table(name: str, key: str, value: str) -> Mapping[str, str]:
    """Return one column's entries by another's; of two rows with one key the later counts.

    >>> table("dates/holidays", "name", "feast")["christmas day"]
    'christmas'
    """
    return MappingProxyType(
        {row[_known_column(name, row, key)]: row[_known_column(name, row, value)] for row in read(name)}
    )


class Classes(dict[str, frozenset[str]]):
    """Words by class; ``LexiconError`` lists the classes if the one asked for does not exist."""

    def __init__(self, name: str, groups: Mapping[str, frozenset[str]]) -> None:
        super().__init__(groups)
        self.name = name

    def __missing__(self, wanted: str) -> NoReturn:
        raise LexiconError(f"{self.name}: no class {wanted!r}; {hint(wanted, self.keys(), 'classes are')}")


@cache
def classes(name: str, by: str = "class", column: str = "word") -> Classes:
    """Return the entries of one column as sets, grouped by another.

    >>> "announce" in classes("facts/cues")["report"]
    True
    >>> classes("dates/time_phrases", column="phrase")["zz"]
    Traceback (most recent call last):
    factx.base.errors.LexiconError: dates/time_phrases: no class 'zz'; classes are ...
    """
    groups: dict[str, set[str]] = {}
    for row in read(name):
        groups.setdefault(row[_known_column(name, row, by)], set()).add(row[_known_column(name, row, column)])
    return Classes(name, {key: frozenset(group) for key, group in groups.items()})


def _known_column(name: str, row: Mapping[str, str], column: str) -> str:
    if column not in row:
        raise LexiconError(f"{name}: no column {column!r}; {hint(column, row, 'columns are')}")
    return column


def parse(text: str, name: str) -> list[dict[str, str]]:
    """Return the entries of a lexicon's text without its blank lines; errors call the file ``name``.

    >>> parse("word,value\\ndozen,12\\n", "scales.csv")
    [{'word': 'dozen', 'value': '12'}]
    """
    lines = csv.reader(text.removeprefix("\ufeff").splitlines(keepends=True), strict=True)
    try:
        header = next(lines, [])
        _check_header(header, name)
        return [_entry(header, row, f"{name}, line {lines.line_num}") for row in lines if row]
    except csv.Error as error:
        raise LexiconError(f"{name}, line {lines.line_num}: {error}") from None


def _check_header(header: list[str], name: str) -> None:
    if not header or not all(header):
        raise LexiconError(f"{name}, line 1: the first line must name every column")
    if len(set(header)) < len(header):
        raise LexiconError(f"{name}, line 1: a column is named twice: {', '.join(header)}")


def _entry(header: list[str], row: list[str], where: str) -> dict[str, str]:
    if len(row) != len(header):
        raise LexiconError(f"{where}: {len(row)} cells where the header has {len(header)} ({', '.join(header)})")
    return dict(zip(header, row, strict=True))
