"""The columns of a record: what its fields declare of type, unit, key and meaning."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from functools import cache
from typing import Any, get_args, get_type_hints


def column(
    description: str,
    *,
    unit: str | None = None,
    key: str | None = None,
    format: str | None = None,
    natural: bool = False,
) -> Any:
    """Declare a column, empty by default.

    ``key`` is ``primary`` or ``table.column`` (a foreign key). The ``natural`` columns of a table
    identify a row by what it is about: rows of two runs that agree in them are versions of one row.
    """
    known = {"description": description, "unit": unit, "key": key, "format": format, "natural": natural}
    return field(default=None, metadata=known)


@dataclass(frozen=True, slots=True)
class Column:
    """A column; ``type`` is a Table Schema type, ``values`` the closed list of its values, or empty."""

    name: str
    type: str
    description: str
    unit: str | None
    key: str | None
    natural: bool
    values: tuple[str, ...]


_SCHEMA_TYPES: dict[type, str] = {str: "string", int: "integer", float: "number", bool: "boolean"}


def columns(record: type) -> tuple[Column, ...]:
    """Return the columns of a record class, in the order of the table."""
    return _columns(record)


@cache
def _columns(record: type) -> tuple[Column, ...]:
    hints = get_type_hints(record)
    return tuple(_column(item.name, hints[item.name], item.metadata) for item in fields(record))


def _column(name: str, hint: Any, metadata: Any) -> Column:
    inner = next(arg for arg in get_args(hint) if arg is not type(None))
    values = tuple(get_args(inner))
    kind = metadata["format"] or ("string" if values else _SCHEMA_TYPES[inner])
    return Column(name, kind, metadata["description"], metadata["unit"], metadata["key"], metadata["natural"], values)
