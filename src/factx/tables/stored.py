"""A folder of tables back to pandas, whatever its format: with declared types, never guessed ones."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factx.base import InputError, columns, hint, needed
from factx.tables.csv_format import day, original
from factx.tables.dataframes import DTYPES
from factx.tables.datapackage import ALL_TABLES

if TYPE_CHECKING:
    import pandas as pd

Pieces = Callable[["int | None"], "Iterator[pd.DataFrame]"]
"""Reads a table by so many rows at a time, or whole with None."""


@dataclass(frozen=True, slots=True)
class StoredTable:
    """A table in a folder, read when it is called, or in ``pieces`` of so many rows."""

    pieces: Pieces

    def __call__(self) -> pd.DataFrame:
        """Return the whole table."""
        return next(self.pieces(None))


Stored = Mapping[str, StoredTable]
"""The tables of a folder by name."""
_STORED_TYPES = {
    **{"string": "string", "int64": "integer", "double": "number", "bool": "boolean", "date32[day]": "date"},
    **{"varchar": "string", "bigint": "integer", "boolean": "boolean", "date": "date", "double precision": "number"},
}
"""The declared type behind each type of Arrow, of DuckDB, and of SQLite."""


def read_tables(folder: str | Path, names: Iterable[str] | None = None) -> dict[str, pd.DataFrame]:
    """Return the tables that ``factx extract -o FOLDER`` wrote, by name, as ``to_frames`` makes them.

    CSV, Parquet, DuckDB and SQLite give the same frames. The types are those of
    ``datapackage.json``, or this version's where it is gone; "NA" and "None" are text, and the
    apostrophe that CSV has before a formula is taken away. ``names`` are the tables wanted, all
    without it. Raises ``InputError`` for a folder without tables, a name that it lacks and a cell
    that is not of its column's type, and ``OutputError`` for a format whose package is not installed.

    >>> read_tables("tables", ["facts"])["facts"].dtypes["value"]  # doctest: +SKIP
    Float64Dtype()
    """
    path = Path(folder)
    stored = stored_tables(path)
    wanted = list(stored if names is None else names)
    for name in wanted:
        if name not in stored:
            raise InputError(f"{path}: no table '{name}'; {hint(name, stored, 'the tables are')}")
    return {name: stored[name]() for name in wanted}


def stored_tables(folder: Path) -> Stored:
    """Return the tables of a folder by name, each read when it is called, as ``read_tables`` does.

    Raises ``InputError`` for a folder without tables.
    """
    if not folder.is_dir():
        raise InputError(f"{folder}: no such folder; give one that factx extract has written")
    stored = _in_csv(folder) or _in_parquet(folder) or _in_duckdb(folder) or _in_sqlite(folder)
    if not stored and (folder / "factx.xlsx").is_file():
        raise InputError(f"{folder}: a workbook alone is not read back; write another format beside it: csv,xlsx")
    if not stored:
        raise InputError(f"{folder}: no tables in this folder; give one that factx extract has written")
    return stored


def _in_csv(folder: Path) -> Stored:
    types = _declared_types(folder / "datapackage.json")
    return {
        name: StoredTable(partial(_from_csv, folder / f"{name}.csv", types[name]))
        for name in types
        if (folder / f"{name}.csv").is_file()
    }


def _declared_types(package: Path) -> dict[str, dict[str, str]]:
    """The type of each column by table, as the folder's description says, or this version of factx."""
    if not package.is_file():
        return {name: {column.name: column.type for column in columns(record)} for name, record in ALL_TABLES.items()}
    try:
        resources = json.loads(package.read_text(encoding="utf-8"))["resources"]
        return {one["name"]: {field["name"]: field["type"] for field in one["schema"]["fields"]} for one in resources}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(f"{package}: no description of tables that factx wrote: {error}") from error


def _from_csv(path: Path, types: Mapping[str, str], rows: int | None) -> Iterator[pd.DataFrame]:
    """Read text, then turn it into the type of each column: no version of pandas loses a digit so."""
    import pandas as pd

    csv_types = {name: "boolean" if kind == "boolean" else "string" for name, kind in types.items()}
    try:
        read: Any = pd.read_csv(
            path,
            dtype=csv_types,
            keep_default_na=False,
            na_values=[""],
            encoding="utf-8-sig",
            lineterminator="\n",
            chunksize=rows,
        )
        for cells in [read] if rows is None else read:
            yield pd.DataFrame({name: _typed(cells[name], types.get(name, "string")) for name in cells})
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: cannot be read as a table: {error}") from error


def _typed(cells: Any, kind: str) -> Any:
    """A column of text in its type; formulas lose the apostrophe that keeps them from being run."""
    if kind == "string":
        marked = cells.str.contains(r"^'|;\s*'", regex=True).fillna(False)
        return cells.where(~marked, cells[marked].map(original))
    return (cells.map(day, na_action="ignore") if kind == "date" else cells).astype(DTYPES[kind])


def _in_parquet(folder: Path) -> Stored:
    paths = {name: folder / f"{name}.parquet" for name in ALL_TABLES}
    return {name: StoredTable(partial(_from_parquet, path)) for name, path in paths.items() if path.is_file()}


def _from_parquet(path: Path, rows: int | None) -> Iterator[pd.DataFrame]:
    parquet = needed("pyarrow.parquet", "parquet")
    with parquet.ParquetFile(path) as file:
        for table in [file.read()] if rows is None else file.iter_batches(rows):
            kinds = {field.name: str(field.type) for field in table.schema}
            yield _frame({name: (kind, table.column(name).to_pylist()) for name, kind in kinds.items()})


def _in_duckdb(folder: Path) -> Stored:
    path = folder / "factx.duckdb"
    if not path.is_file():
        return {}
    with needed("duckdb", "duckdb").connect(str(path), read_only=True) as database:
        there = {name for (name,) in database.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
    return {name: StoredTable(partial(_from_duckdb, path, name)) for name in ALL_TABLES if name in there}


def _from_duckdb(path: Path, name: str, rows: int | None) -> Iterator[pd.DataFrame]:
    with needed("duckdb", "duckdb").connect(str(path), read_only=True) as database:
        kinds = [row[:2] for row in database.execute(f'DESCRIBE "{name}"').fetchall()]
        for found in _fetched(database.execute(f'SELECT * FROM "{name}"'), rows):
            yield _frame({column: (kind, [row[at] for row in found]) for at, (column, kind) in enumerate(kinds)})


def _fetched(answer: Any, rows: int | None) -> Iterator[list[tuple[Any, ...]]]:
    """Yield the rows of an answer, so many at a time or all at once."""
    if rows is None:
        yield answer.fetchall()
        return
    while found := answer.fetchmany(rows):
        yield found


def _in_sqlite(folder: Path) -> Stored:
    path = folder / "factx.sqlite"
    if not path.is_file():
        return {}
    there = {name for (name,) in _asked(path, "SELECT name FROM sqlite_master WHERE type = 'table'")}
    return {name: StoredTable(partial(_from_sqlite, path, name)) for name in ALL_TABLES if name in there}


def _from_sqlite(path: Path, name: str, rows: int | None) -> Iterator[pd.DataFrame]:
    kinds = [row[1:3] for row in _asked(path, f'PRAGMA table_info("{name}")')]
    for found in _answers(path, f'SELECT * FROM "{name}" ORDER BY rowid', rows):
        cells = {column: (kind, [row[at] for row in found]) for at, (column, kind) in enumerate(kinds)}
        for kind, column in cells.values():
            if kind == "DATE":
                column[:] = map(day, column)
        yield _frame(cells)


def _asked(path: Path, query: str) -> list[tuple[Any, ...]]:
    return next(_answers(path, query, None))


def _answers(path: Path, query: str, rows: int | None) -> Iterator[list[tuple[Any, ...]]]:
    """Yield the answer of a SQLite file, which is not written to, so many rows at a time or all at once."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as database:
            yield from _fetched(database.execute(query), rows)
    except sqlite3.Error as error:
        raise InputError(f"{path}: cannot be read as a database: {error}") from error


def _frame(table: Mapping[str, tuple[str, list[Any]]]) -> pd.DataFrame:
    """A frame of columns with their stored types: whole numbers stay whole beside empty cells."""
    import pandas as pd

    typed: Any = {
        name: pd.Series(cells, dtype=DTYPES[_STORED_TYPES[kind.lower()]]) for name, (kind, cells) in table.items()
    }
    return pd.DataFrame(typed)
