"""The tables as one SQLite file, ``factx.sqlite``: keys, and full-text search of sentences and texts.

Datasette opens it as it is: it follows the foreign keys and finds the search tables by their names.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from operator import attrgetter
from pathlib import Path
from typing import Any

from factx.base import OutputError, columns
from factx.tables.datapackage import ALL_TABLES
from factx.tables.schema_sql import schema_sql

SEARCHED = {"facts": "sentence", "texts": "text"}
"""Tables with a column that is searched by ``TABLE_fts``."""
_ROWS_AT_ONCE = 50_000
"""Rows between two commits: some ten megabytes."""


class SqliteSink:
    """One SQLite file with every table."""

    def __init__(self, folder: Path) -> None:
        self._database = sqlite3.connect(folder / "factx.sqlite", isolation_level="DEFERRED")
        with _told():
            self._database.execute("PRAGMA journal_mode = OFF")
            self._database.execute("PRAGMA synchronous = OFF")
            self._database.executescript(schema_sql(keys=True))
        self._values = {name: _values(record) for name, record in ALL_TABLES.items()}
        self._insert = {
            name: f'INSERT INTO "{name}" VALUES ({", ".join("?" * len(columns(record)))})'
            for name, record in ALL_TABLES.items()
        }
        self._waiting = 0

    def write(self, table: str, records: Sequence[Any]) -> None:
        """Add rows to a table."""
        try:
            self._database.executemany(self._insert[table], map(self._values[table], records))
        except sqlite3.Error as error:
            raise OutputError(f"factx.sqlite: a row of {table} cannot be written: {error}") from error
        self._waiting += len(records)
        if self._waiting >= _ROWS_AT_ONCE:
            self._database.commit()
            self._waiting = 0

    def finish(self) -> None:
        """Index the foreign keys and the words."""
        with _told():
            self._database.commit()
            for name, record in ALL_TABLES.items():
                for column in columns(record):
                    if column.key not in (None, "primary"):
                        self._database.execute(f'CREATE INDEX "{name}_{column.name}" ON "{name}" ("{column.name}")')
            self._index_words()
            self._database.commit()

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def _index_words(self) -> None:
        """Tables of FTS5 that keep no text of their own; ``rebuild`` fills them."""
        for table, column in SEARCHED.items():
            try:
                self._database.execute(
                    f'CREATE VIRTUAL TABLE "{table}_fts" USING FTS5 ("{column}", content="{table}", '
                    "tokenize='unicode61 remove_diacritics 2')"
                )
            except sqlite3.OperationalError as error:
                if "no such module" in str(error):  # a SQLite without FTS5 has no search
                    return
                raise
            self._database.execute(f'INSERT INTO "{table}_fts" ("{table}_fts") VALUES (\'rebuild\')')


@contextmanager
def _told() -> Iterator[None]:
    """Say of what SQLite cannot write, such as a full disk, that it is the file that fails."""
    try:
        yield
    except sqlite3.Error as error:
        raise OutputError(f"factx.sqlite cannot be written: {error}") from error


def _values(record: type) -> attrgetter[tuple[Any, ...]]:
    return attrgetter(*(column.name for column in columns(record)))
