"""The tables as Parquet files and as one DuckDB file; both need packages of the extras of factx."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from factx.base import Column, OutputError, columns, needed
from factx.tables.csv_format import day
from factx.tables.datapackage import ALL_TABLES
from factx.tables.schema_sql import nations_sql

ROWS_PER_GROUP = 20_000
"""Rows that wait in memory before they are written: some ten megabytes, and few groups for readers."""
TEXTS_PER_GROUP = 1000
"""Rows of the table of texts, each of which has a whole article."""
_ARROW_TYPES = {"string": "string", "date": "date32", "integer": "int64", "number": "float64", "boolean": "bool_"}


class ParquetSink:
    """One Parquet file per table, written a group of rows at a time; ``tables`` are their records by name."""

    def __init__(self, folder: Path, tables: Mapping[str, type] = ALL_TABLES) -> None:
        self._arrow = needed("pyarrow", "parquet")
        parquet = needed("pyarrow.parquet", "parquet")
        self._schemas = {name: self._schema(record) for name, record in tables.items()}
        self._writers = {
            name: parquet.ParquetWriter(folder / f"{name}.parquet", schema) for name, schema in self._schemas.items()
        }
        self._waiting: dict[str, list[Any]] = {name: [] for name in tables}

    def write(self, table: str, records: Sequence[Any]) -> None:
        """Add rows to a table."""
        self._waiting[table].extend(records)
        if len(self._waiting[table]) >= (TEXTS_PER_GROUP if table == "texts" else ROWS_PER_GROUP):
            self._flush(table)

    def finish(self) -> None:
        """Write the remaining rows."""
        for table in self._writers:
            self._flush(table)

    def close(self) -> None:
        """Close every file."""
        for writer in self._writers.values():
            writer.close()

    def _flush(self, table: str) -> None:
        rows, self._waiting[table] = self._waiting[table], []
        schema = self._schemas[table]
        arrays = [self._array([getattr(row, field.name) for row in rows], field.type) for field in schema]
        if rows:
            self._writers[table].write_table(self._arrow.Table.from_arrays(arrays, schema=schema))

    def _array(self, values: list[Any], kind: Any) -> Any:
        """One column; days are ISO 8601 in the records."""
        if kind == self._arrow.date32():
            values = [day(value) for value in values]
        return self._arrow.array(values, type=kind)

    def _schema(self, record: type) -> Any:
        """The columns with their types; what they mean, their units and keys stand in the metadata."""
        fields = [
            self._arrow.field(column.name, getattr(self._arrow, _ARROW_TYPES[column.type])(), metadata=_told(column))
            for column in columns(record)
        ]
        return self._arrow.schema(fields, metadata={"description": _meaning(record)})


class DuckdbSink:
    """One DuckDB file, ``factx.duckdb``, with every table; made from Parquet files at the end."""

    def __init__(self, folder: Path) -> None:
        self._duckdb = needed("duckdb", "duckdb")
        self._file = folder / "factx.duckdb"
        self._folder = folder / ".duckdb"
        self._folder.mkdir()
        self._parquet = ParquetSink(self._folder)

    def write(self, table: str, records: Sequence[Any]) -> None:
        """Add rows to a table."""
        self._parquet.write(table, records)

    def finish(self) -> None:
        """Make the database."""
        self._parquet.finish()
        self._parquet.close()
        try:
            with self._duckdb.connect(str(self._file)) as database:
                for name in ALL_TABLES:
                    source = str(self._folder / f"{name}.parquet").replace("'", "''")
                    database.execute(f"CREATE TABLE {name} AS SELECT * FROM read_parquet('{source}')")
                    self._describe(database, name)
                database.execute(nations_sql())
        except self._duckdb.Error as error:
            raise OutputError(f"factx.duckdb cannot be written: {error}") from error
        shutil.rmtree(self._folder)

    def close(self) -> None:
        """Close the Parquet files."""
        self._parquet.close()

    def _describe(self, database: Any, name: str) -> None:
        """Give a table its primary key and its comments.

        DuckDB holds the index of a key in memory: a table too large for it goes without. It has no
        foreign keys, whose indexes it would need as well; the comments name them.
        """
        record = ALL_TABLES[name]
        database.execute(f"COMMENT ON TABLE {name} IS {_quoted(_meaning(record))}")
        for column in columns(record):
            told = _told(column)
            text = "; ".join([told["description"], *(f"{key} {told[key]}" for key in told if key != "description")])
            database.execute(f'COMMENT ON COLUMN {name}."{column.name}" IS {_quoted(text)}')
            if column.key == "primary":
                with suppress(self._duckdb.ConstraintException, self._duckdb.OutOfMemoryException):
                    database.execute(f'ALTER TABLE {name} ADD PRIMARY KEY ("{column.name}")')


def _told(column: Column) -> dict[str, str]:
    """What is said of a column beside its type: meaning, unit, key."""
    known = {"description": column.description, "unit": column.unit, "key": column.key}
    return {name: text for name, text in known.items() if text}


def _meaning(record: type) -> str:
    return (record.__doc__ or "").strip()


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
