"""Tables with a row for each article, cells set apart by commas."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from factx.base import InputError
from factx.reading.formats.fields import part_of, text_key
from factx.reading.formats.opened import InputFile
from factx.reading.formats.parts import Part, ReadOptions

_LONGEST_CELL = 2**31 - 1
"""Python's own limit for a CSV cell is 128 kB, which a long article exceeds."""


def read(file: InputFile, options: ReadOptions) -> Iterator[Part]:
    """Yield the articles of a table."""
    csv.field_size_limit(_LONGEST_CELL)
    try:
        lines = file.text().splitlines(keepends=True)
        reader = csv.DictReader(lines, strict=True, restkey="more cells than the header")
        text_key(dict.fromkeys(reader.fieldnames or (), ""))
        rows = list(reader)
    except csv.Error as error:
        raise InputError(f"not a valid CSV table: {error}") from None
    yield from (part_of(row, number) for number, row in enumerate(rows, start=1))
