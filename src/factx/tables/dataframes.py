"""Records as pandas data frames with explicit nullable types."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from factx.base import Column, columns
from factx.tables.csv_format import day
from factx.tables.datapackage import ALL_TABLES
from factx.tables.write import HasTables, RecordSink, TableWriter

if TYPE_CHECKING:
    import pandas as pd

DTYPES = {
    "string": "string",
    "integer": "Int64",
    "number": "Float64",
    "boolean": "boolean",
    "date": "datetime64[s]",
}
"""The pandas type of each Table Schema type; seconds, as nanoseconds reach from 1677 to 2262 only."""


def frame(records: Iterable[Any], record: type) -> pd.DataFrame:
    """Return the records of one class as a data frame; empty cells are ``<NA>``, of dates ``NaT``.

    >>> from factx.base.records import Failure
    >>> str(frame([Failure(path="a.txt")], Failure)["path"].dtype)
    'string'
    """
    import pandas as pd

    rows = list(records)
    return pd.DataFrame(
        {column.name: pd.Series(cells_of(rows, column), dtype=DTYPES[column.type]) for column in columns(record)}
    )


def cells_of(rows: Sequence[Any], column: Column) -> list[Any]:
    """Return a column's cells of some records; days are ``datetime.date``."""
    cells = [getattr(row, column.name) for row in rows]
    return [day(cell) for cell in cells] if column.type == "date" else cells


def to_frames(results: Iterable[HasTables]) -> dict[str, pd.DataFrame]:
    """Return every table and view of several results by name, as ``factx extract`` writes them.

    >>> sorted(to_frames([]))[:3]
    ['arrests', 'articles', 'casualties']
    """
    sink = RecordSink()
    writer = TableWriter([sink])
    for result in results:
        writer.add(result)
    writer.finish()
    writer.close()
    return {name: frame(sink.records[name], record) for name, record in ALL_TABLES.items()}
