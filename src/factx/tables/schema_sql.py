"""``schema.sql`` and ``load.sql``: the types of the CSV tables for databases.

DuckDB's ``IMPORT DATABASE 'FOLDER'`` reads both, wherever the folder lies; the first also suits
PostgreSQL and SQLite. Without them a database looks at the first rows of a table and guesses.
"""

from __future__ import annotations

from factx.base import Column, columns
from factx.tables.datapackage import ALL_TABLES
from factx.who import nations

_SQL_TYPES = {
    "string": "VARCHAR",
    "integer": "BIGINT",
    "number": "DOUBLE PRECISION",
    "boolean": "BOOLEAN",
    "date": "DATE",
}
_AS_WRITTEN = "FORMAT csv, HEADER true, DELIMITER ',', QUOTE '\"', ESCAPE '\"', NULL ''"


def schema_sql(keys: bool = False) -> str:
    """Return the statements that make the empty tables, and the view of nations.

    With ``keys``, tables have primary and foreign ones.

    Where rows are loaded table by table, as from the CSV files, foreign keys would ask for an order.

    >>> print("".join(schema_sql().splitlines(keepends=True)[:3]), end="")
    CREATE TABLE "articles" (
        "article_id" VARCHAR, -- `a` and a content hash of the article
        "path" VARCHAR, -- Path of the file, relative to the folder that was read
    """
    tables = (f'CREATE TABLE "{name}" (\n{_fields(columns(record), keys)});\n' for name, record in ALL_TABLES.items())
    return "\n".join([*tables, nations_sql()])


def nations_sql() -> str:
    """Return the statement that makes the view of English names by the codes that tables have.

    >>> print("".join(nations_sql().splitlines(keepends=True)[:2]), end="")
    CREATE VIEW "nations" ("iso3", "name") AS VALUES
        ('ABW', 'Aruba'),
    """
    rows = ((code, name.replace("'", "''")) for code, name in nations.nation_names().items())
    return (
        'CREATE VIEW "nations" ("iso3", "name") AS VALUES\n'
        + ",\n".join(f"    ('{code}', '{name}')" for code, name in rows)
        + ";\n"
    )


def load_sql() -> str:
    """Return the statements that fill them from the CSV files, in the folder where they lie.

    >>> print(load_sql().split(" (")[0])
    COPY "articles" FROM 'articles.csv'
    """
    return "".join(f"COPY \"{name}\" FROM '{name}.csv' ({_AS_WRITTEN});\n" for name in ALL_TABLES)


def _fields(table: tuple[Column, ...], keys: bool) -> str:
    """One line for each column: name, type, key, and what it means."""
    last = table[-1].name
    return "".join(
        f'    "{column.name}" {_SQL_TYPES[column.type]}{_key(column) if keys else ""}'
        f"{'' if column.name == last else ','} -- {column.description}\n"
        for column in table
    )


def _key(column: Column) -> str:
    if column.key is None:
        return ""
    table, _, name = column.key.partition(".")
    return f' REFERENCES "{table}" ("{name}")' if name else " PRIMARY KEY"
