"""JSON of a table that pandas or Hugging Face's libraries stored by columns, to its rows.

1. A list of values for each column: ``{"title": ["Dam bursts", …], "text": ["Two fled.", …]}``.
2. The values of each column by the names of the rows: ``{"text": {"0": "Two fled.", "1": …}}``.
3. The names of the columns once, and a list for each row: ``{"columns": […], "data": [[…], …]}``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from factx.reading.formats.fields import is_text_key

_COLUMNS, _ROWS = "columns", "data"


def rows_of(content: Mapping[str, Any]) -> list[dict[str, Any]] | None:
    """The rows of a table with texts that an object holds by columns, or None if it holds none.

    One list of texts may be one article's paragraphs: a second column tells.

    >>> rows_of({"columns": ["day", "text"], "index": [0], "data": [["2017-03-22", "Two fled."]]})
    [{'day': '2017-03-22', 'text': 'Two fled.'}]
    >>> rows_of({"text": ["One fled.", "Two fled."], "authors": ["Ada Ling"]}) is None
    True
    """
    names, rows = content.get(_COLUMNS), content.get(_ROWS)
    if isinstance(names, list) and isinstance(rows, list) and _are(str, names) and _are(list, rows):
        table = [dict(zip(names, row, strict=False)) for row in rows]
        return table if any(map(is_text_key, names)) else None
    if not any(map(is_text_key, content)) or _may_be_paragraphs(content):
        return None
    columns = {name: column for name, value in content.items() if (column := _values(value)) is not None}
    keys = [list(column) for column in columns.values()]
    if len(columns) < len(content) or any(each != keys[0] for each in keys):
        return None
    return [{name: column[key] for name, column in columns.items()} for key in keys[0]]


def _values(column: Any) -> dict[Any, Any] | None:
    """The values of a column by their rows, or None for what is no column."""
    if isinstance(column, list):
        return dict(enumerate(column))
    return column if isinstance(column, dict) and all(map(_is_name, column)) else None


def _is_name(key: str) -> bool:
    """True for the name of a row: pandas numbers them; other keys are the fields of an object."""
    return key.isdecimal()


def _may_be_paragraphs(content: Mapping[str, Any]) -> bool:
    return len(content) == 1 and any(isinstance(value, list) for value in content.values())


def _are(kind: type, values: list[Any]) -> bool:
    return bool(values) and all(isinstance(value, kind) for value in values)
