"""``datapackage.json``: what every table and column means, as a Frictionless Data Package."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from factx import __version__
from factx.base import TABLES, Column, columns
from factx.tables.views import VIEWS

ALL_TABLES: dict[str, type] = TABLES | VIEWS
_NOTE = "Written by factx. An empty cell is a value that is not known or not stated."
_NOTE_ON_CSV = (
    " Text that a spreadsheet would run as a formula (it begins with =, +, - or @ and is no plain number) has an "
    "apostrophe before it; take it away to get the original."
)
_FILES = {
    "csv": ("{name}.csv", "text/csv"),
    "parquet": ("{name}.parquet", "application/vnd.apache.parquet"),
    "duckdb": ("factx.duckdb", "application/vnd.duckdb"),
    "sqlite": ("factx.sqlite", "application/vnd.sqlite3"),
    "xlsx": ("factx.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}
"""The file of a table in each format, and its media type."""


def datapackage(formats: Sequence[str] = ("csv",), excel: bool = False) -> str:
    """Return the description of the tables in these formats as JSON.

    ``excel``: the CSV files begin with a byte order mark. Resources of CSV, or else of the first
    format, bear the names of the tables; those of further formats end in the format.

    >>> [one["name"] for one in json.loads(datapackage(["parquet", "sqlite"]))["resources"]][::20]
    ['articles', 'dates.sqlite']
    """
    first = "csv" if "csv" in formats else formats[0]
    ordered = [first, *(name for name in formats if name != first)]
    package = {
        "$schema": "https://datapackage.org/profiles/1.0/datapackage.json",
        "profile": "tabular-data-package" if ordered == ["csv"] else "data-package",
        "name": "factx",
        "title": "Facts counted in news articles",
        "description": _NOTE + (_NOTE_ON_CSV if first == "csv" else ""),
        "version": __version__,
        "resources": [
            {"profile": "tabular-data-resource", "name": name + suffix, "path": _FILES[one][0].format(name=name)}
            | {"description": (record.__doc__ or "").strip()}
            | _format(name, one, excel)
            | {"schema": _schema(record, suffix)}
            for one in ordered
            for suffix in ["" if one == first else f".{one}"]
            for name, record in ALL_TABLES.items()
        ],
    }
    return json.dumps(package, indent=2, ensure_ascii=False) + "\n"


def _format(name: str, form: str, excel: bool) -> dict[str, Any]:
    """How to read a table in a format, and where it is in a file of several."""
    place: dict[str, Any] = {"format": form, "mediatype": _FILES[form][1]}
    if form == "csv":
        dialect = {"delimiter": ",", "lineTerminator": "\n", "quoteChar": '"', "doubleQuote": True, "header": True}
        return place | {"encoding": "utf-8-sig" if excel else "utf-8", "dialect": dialect}
    if form == "xlsx":
        return place | {"dialect": {"header": True, "sheetName": name, "excel": {"sheet": name}}}
    return place | ({} if form == "parquet" else {"dialect": {"table": name}})


def _schema(record: type, suffix: str) -> dict[str, Any]:
    table = columns(record)
    schema: dict[str, Any] = {"fields": [_field(column) for column in table], "missingValues": [""]}
    primary = [column.name for column in table if column.key == "primary"]
    if primary:
        schema["primaryKey"] = primary
    foreign = [_foreign_key(column, suffix) for column in table if column.key not in (None, "primary")]
    if foreign:
        schema["foreignKeys"] = foreign
    return schema


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "type": column.type, "description": column.description}
    if column.unit:
        field["unit"] = column.unit
    constraints: dict[str, Any] = {"enum": list(column.values)} if column.values else {}
    if column.key == "primary":
        constraints |= {"required": True, "unique": True}
    if constraints:
        field["constraints"] = constraints
    return field


def _foreign_key(column: Column, suffix: str) -> dict[str, Any]:
    table, name = (column.key or "").split(".")
    return {"fields": [column.name], "reference": {"resource": table + suffix, "fields": [name]}}
