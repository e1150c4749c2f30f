"""Word lists: one CSV file with a header row per lexicon, beside the room that reads it."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

from factx.base.errors import LexiconError


@cache
def read(name: str) -> list[dict[str, str]]:
    """The entries of the lexicon ``ROOM/NAME`` in file order, one dictionary per row.

    The list is shared between callers: do not change it. Raises ``LexiconError`` naming file and line when the file
    is absent or a row does not fit the header.

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


def parse(text: str, name: str) -> list[dict[str, str]]:
    """The entries of a lexicon's text; blank lines are passed over. ``name`` is what errors call the file.

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
