"""Tables with a row for each article, cells set apart by commas, semicolons, tabs or bars.

Rows are read one by one. A row that is broken is told of, and the lines after it that have not as
many cells as the header are left out: they are what remains of it.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from itertools import islice
from typing import Any

from factx.base import InputError
from factx.reading.formats.articles import parts_of
from factx.reading.formats.dialects import HEAD_CHARS, Dialect, dialect_of
from factx.reading.formats.field_values import cell
from factx.reading.formats.fields import check_table
from factx.reading.formats.opened import InputFile
from factx.reading.formats.parts import Part, ReadOptions
from factx.reading.formats.streamed import text_stream
from factx.reading.streamed_encoding import without_marks


def read(file: InputFile, options: ReadOptions) -> Iterator[Part]:
    """Yield the articles of a table."""
    with text_stream(file) as stream:
        dialect = dialect_of(without_marks(stream.read(HEAD_CHARS)), options.columns)
    return parts_of(partial(_items, file, dialect, options), options, file.encoding)


def names(file: InputFile, options: ReadOptions) -> Iterator[list[str]]:
    """Yield the names of the columns."""
    with text_stream(file) as stream:
        dialect = dialect_of(without_marks(stream.read(HEAD_CHARS)), options.columns)
    with suppress(csv.Error), text_stream(file) as stream:
        rows = dialect.rows(islice(stream, dialect.first_line, None))
        yield next(([without_marks(name).strip() for name in row] for row in rows if any(map(str.strip, row))), [])


def _items(file: InputFile, dialect: Dialect, options: ReadOptions) -> Iterator[tuple[int, Any]]:
    """Yield the rows as objects with their numbers; raises ``InputError`` if none can be read."""
    broken: list[tuple[int, InputError]] = []
    for number, item in enumerate(_rows(file, dialect, options), start=1):
        if isinstance(item, InputError):
            broken.append((number, item))
            continue
        yield from broken
        broken = []
        yield number, item
    if broken and broken[0][0] == 1:
        raise broken[0][1]
    yield from broken


def _rows(file: InputFile, dialect: Dialect, options: ReadOptions) -> Iterator[dict[str, Any] | InputError]:
    """Yield the rows of a table that are not blank, and what is broken."""
    with text_stream(file) as stream:
        reader = dialect.rows(islice(stream, dialect.first_line, None))
        header: list[str] | None = None
        is_remainder = False
        while True:
            try:
                row = next(reader, None)
            except csv.Error as error:
                is_remainder = True
                yield InputError(f"not a valid CSV table: {error} (line {reader.line_num})")
                continue
            if row is None:
                return
            if not any(map(str.strip, row)):
                continue
            if header is None:
                header = [without_marks(name).strip() for name in ([""] if dialect.row_names else []) + row]
                check_table(header, options)
            elif not is_remainder or len(row) == len(header):
                is_remainder = False
                yield _item(header, row)


def _item(header: list[str], row: list[str]) -> dict[str, Any] | InputError:
    """A row as an object; cells beyond the header show that separators in a text were not quoted."""
    if any(map(str.strip, row[len(header) :])):
        return InputError(
            f"the row has {len(row)} cells, the header {len(header)}: put cells with separators in quotes"
        )
    item: dict[str, Any] = {}
    for name, text in zip(header, row, strict=False):
        item.setdefault(name, cell(text))
    return item
