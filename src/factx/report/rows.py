"""What is read of a folder of tables: rows in which a missing cell is None and a day is text."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from operator import itemgetter
from pathlib import Path
from typing import Any

from factx.base import InputError
from factx.report.kept import Kept, KeptTexts, Row
from factx.tables import stored_tables

_ROWS_AT_ONCE = 5_000
"""Rows of a table that are in memory while it is read."""
_LEFT_OUT = (
    "_ids",
    "agent_id",
    "recipient_id",
    "source_id",
    "sentence_id",
    "admin1",
    "_from",
    "_basis",
    "_rate",
)
"""Ends of the names of columns that no report shows: a large run has millions of such cells."""


@dataclass(frozen=True, slots=True)
class Read:
    """The rows of the tables that a report shows, facts by article; by id ``texts`` has those of articles.

    ``nations`` are English names by ISO 3166-1 alpha-3 code, of all that the rows speak of.
    """

    articles: Sequence[Row]
    facts: Kept
    claims: Kept
    events: Sequence[Row]
    errors: Sequence[Row]
    texts: Mapping[str, str]
    nations: Mapping[str, str]
    made_by: Mapping[str, Any]


def read_rows(folder: str | Path) -> Read:
    """Return what the tables of a folder hold, whatever their format; raises ``InputError`` for no tables."""
    stored = stored_tables(Path(folder))
    missing = [name for name in ("articles", "facts") if name not in stored]
    if missing:
        raise InputError(f"{folder}: no table {' and no table '.join(missing)}; give a folder that factx extract wrote")
    facts = Kept(_rows(stored, "facts"), itemgetter("article_id"))
    claims = Kept(_rows(stored, "claims"), lambda row: None)
    articles, events, errors = ([*_rows(stored, name)] for name in ("articles", "events", "errors"))
    return Read(
        articles,
        facts,
        claims,
        events,
        errors,
        texts=KeptTexts(_rows(stored, "texts")),
        nations=_nations((facts, claims, events)),
        made_by=_made_by(Path(folder)),
    )


def _nations(tables: Iterable[Iterable[Row]]) -> dict[str, str]:
    """English names of the nations that facts, claims and events belong to, by code."""
    from factx.who import nations

    rows = chain.from_iterable(tables)
    codes = {row.get(column) for row in rows for column in ("country", "agent_state")}
    return {iso3: name for iso3, name in sorted(nations.display_names().items()) if iso3 in codes}


def _rows(stored: Mapping[str, Any], name: str) -> Iterator[Row]:
    """Yield the rows of a table, or none if there is no such table; days are ISO 8601."""
    if name not in stored:
        return
    for frame in stored[name].pieces(_ROWS_AT_ONCE):
        columns = {column: _cells(frame[column]) for column in frame if not column.endswith(_LEFT_OUT)}
        at = {column: number for number, column in enumerate(columns)}
        yield from (_Row(at, cells) for cells in zip(*columns.values(), strict=True))


class _Row(Mapping[str, Any]):
    """A row whose columns' names are those of all rows: a fifth of the memory of a dict.

    >>> row = _Row({"kind": 0, "low": 1}, ("killed", 9))
    >>> row["low"], dict(row), row.get("high")
    (9, {'kind': 'killed', 'low': 9}, None)
    """

    __slots__ = ("_at", "_told")

    def __init__(self, at: Mapping[str, int], told: tuple[Any, ...]) -> None:
        self._at = at
        self._told = told

    def __getitem__(self, column: str) -> Any:
        return self._told[self._at[column]]

    def __iter__(self) -> Iterator[str]:
        return iter(self._at)

    def __len__(self) -> int:
        return len(self._at)


def _cells(column: Any) -> list[Any]:
    """The cells of a column; equal ones are one object, for most are told many times."""
    if "datetime" in str(column.dtype):
        column = column.dt.strftime("%Y-%m-%d")
    cells = column.astype(object)
    once: dict[tuple[type, Any], Any] = {}
    return [once.setdefault((type(cell), cell), cell) for cell in cells.where(column.notna(), None)]


def _made_by(folder: Path) -> Mapping[str, Any]:
    """What ``run.json`` says of the run, or nothing."""
    try:
        found = json.loads((folder / "run.json").read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
