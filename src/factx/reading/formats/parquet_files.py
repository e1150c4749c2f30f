"""Parquet tables with a row for each article, read by pieces of their groups of rows."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from io import BytesIO
from typing import Any

from factx.base import InputError
from factx.reading.formats.articles import parts_of
from factx.reading.formats.fields import check_table
from factx.reading.formats.opened import InputFile
from factx.reading.formats.parts import Part, ReadOptions

_ROWS = 64
"""Rows that are in memory at a time: a megabyte of articles at most, as a rule."""


def read(file: InputFile, options: ReadOptions) -> Iterator[Part]:
    """Yield the articles of a Parquet table."""
    return parts_of(partial(_items, file, options), options)


def names(file: InputFile, options: ReadOptions) -> Iterator[list[str]]:
    """Yield the names of the columns; raises ``InputError`` if the file is broken."""
    import pyarrow as pa
    from pyarrow import parquet

    with file.seekable() as stream:
        try:
            found = parquet.read_schema(stream).names
        except (pa.ArrowException, OSError, ValueError) as error:
            raise InputError(f"not a valid Parquet table: {error}") from None
    yield found


def _items(file: InputFile, options: ReadOptions) -> Iterator[tuple[int, Any]]:
    """Yield the rows with their numbers; raises ``InputError`` if the file is broken."""
    import pyarrow as pa
    from pyarrow import parquet

    number = 0
    with file.stream() as stream:
        try:
            table = parquet.ParquetFile(stream if stream.seekable() else BytesIO(file.data()))
            check_table(table.schema_arrow.names, options)
            for batch in table.iter_batches(batch_size=_ROWS):
                for row in batch.to_pylist():
                    number += 1
                    yield number, row
        except (pa.ArrowException, OSError, ValueError, OverflowError) as error:
            problem = InputError(f"not a valid Parquet table: {error}")
            if number == 0:
                raise problem from None
            yield number + 1, problem
