"""``datapackage.json``: what every table and column means, as a Frictionless Data Package."""

from __future__ import annotations

import json
from typing import Any

from factx import __version__
from factx.base import TABLES, Column, columns
from factx.tables.views import VIEWS

ALL_TABLES: dict[str, type] = TABLES | VIEWS
_NOTE = (
    "Written by factx. An empty cell is a value that is not known or not stated. Text that a spreadsheet would run as "
    "a formula (it begins with =, +, - or @ and is no plain number) has an apostrophe before it; take it away to get "
    "the original."
)


def datapackage(excel: bool = False) -> str:
    """Return the description of the CSV tables as JSON; ``excel``: they begin with a byte order mark."""
    package = {
        "$schema": "https://datapackage.org/profiles/1.0/datapackage.json",
        "profile": "tabular-data-package",
        "name": "factx",
        "title": "Facts counted in news articles",
        "description": _NOTE,
        "version": __version__,
        "resources": [_resource(name, record, excel) for name, record in ALL_TABLES.items()],
    }
    return json.dumps(package, indent=2, ensure_ascii=False) + "\n"


def _resource(name: str, record: type, excel: bool) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "path": f"{name}.csv",
        "description": (record.__doc__ or "").strip(),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig" if excel else "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\n", "quoteChar": '"', "doubleQuote": True, "header": True},
        "schema": _schema(record),
    }


def _schema(record: type) -> dict[str, Any]:
    table = columns(record)
    schema: dict[str, Any] = {"fields": [_field(column) for column in table], "missingValues": [""]}
    primary = [column.name for column in table if column.key == "primary"]
    if primary:
        schema["primaryKey"] = primary
    foreign = [_foreign_key(column) for column in table if column.key not in (None, "primary")]
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


def _foreign_key(column: Column) -> dict[str, Any]:
    table, name = (column.key or "").split(".")
    return {"fields": [column.name], "reference": {"resource": table, "fields": [name]}}
