"""What holds of every article, whatever stands in it: each law yields what breaks it, in words."""

from __future__ import annotations

import csv
import io
import math
import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from factx.base import Fact, Failure, Mention, Quantity, Timex, columns
from factx.reading import Article
from factx.run.journal import packed, unpacked
from factx.tables import Result
from factx.tables.csv_format import cell, header, lines, value
from factx.tables.datapackage import ALL_TABLES
from factx.tables.views import views_of

_IS_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MOST = 2**63 - 1
_TYPES: dict[str, type | tuple[type, ...]] = {"integer": int, "number": (int, float), "boolean": bool}


def tables_of(result: Result) -> dict[str, Sequence[Any]]:
    """The records of an article by table."""
    return {
        "articles": [result.article],
        "mentions": result.mentions,
        "officials": result.officials,
        "quantities": result.quantities,
        "dates": result.dates,
        "facts": result.facts,
        "errors": result.failures,
        **views_of(result.facts),
    }


def misplaced(article: Article, result: Result) -> Iterator[str]:
    """Rows whose offsets do not select the text that they quote, or that lie in the header."""
    rows: list[tuple[Fact | Quantity | Timex | Mention, str | None]] = [
        *((row, row.value_text) for row in result.facts),
        *((row, row.text) for row in result.quantities),
        *((row, row.text) for row in result.dates),
        *((row, row.text) for row in result.mentions),
    ]
    for row, text in rows:
        name = type(row).__name__
        if row.char_start is None or article.text[row.char_start : row.char_end] != text:
            yield f"{name}: the offsets select another text: {row}"
        elif not isinstance(row, Timex) and any(start <= row.char_start < end for start, end in article.skip):
            yield f"{name}: a row of the header: {row}"
    for official in result.officials:
        name = article.text[official.char_start : official.char_end]
        if not set(name.lower().split()) <= set(
            (official.name or "").lower().split()
        ):  # "PASTO", elsewhere "Luz Pasto"
            yield f"Official: the offsets select another name: {official}"
    for fact in result.facts:
        sentence, shown = fact.sentence or "absent", fact.value_text or "absent"
        if sentence not in article.text or shown not in sentence:
            yield f"Fact: the sentence is not that of the value: {fact}"


def unordered(result: Result) -> Iterator[str]:
    """Ranges whose ends are the wrong way round."""
    amounts: list[Fact | Quantity] = [*result.facts, *result.quantities]
    for row in amounts:
        if row.low is not None and row.high is not None and row.low > row.high:
            yield f"{type(row).__name__}: low is above high: {row}"
    for name, start, end in [
        *(("Fact", row.time_start, row.time_end) for row in result.facts),
        *(("Timex", row.start, row.end) for row in result.dates),
    ]:
        if start and end and _is_later(start, end):
            yield f"{name}: the time ends before it begins: {start} {end}"


def _is_later(start: str, end: str) -> bool:
    """True if one partial date is after another, as far as both go; years before 1 are not compared."""
    known = min(len(start), len(end))
    return "-" not in (start[0], end[0]) and start[:known] > end[:known]


def untyped(result: Result) -> Iterator[str]:
    """Cells that are not of their column's type, not of its list, or read back as something else."""
    for table, rows in tables_of(result).items():
        record = ALL_TABLES[table]
        for row in rows:
            yield from (f"{table}.{name}: {why}" for name, why in _untyped(row, record))
        yield from _changed_by_csv(table, rows)
        primary = [column.name for column in columns(record) if column.key == "primary"]
        keys = [tuple(getattr(row, name) for name in primary) for row in rows]
        if primary and len(set(keys)) < len(keys):
            yield f"{table}: two rows of one key"


def _untyped(row: Any, record: type) -> Iterator[tuple[str, str]]:
    for column in columns(record):
        item: Any = getattr(row, column.name)
        if item is None:
            continue
        if not isinstance(item, _TYPES.get(column.type, str)) or (column.type != "boolean" and isinstance(item, bool)):
            yield column.name, f"a {type(item).__name__} as {column.type}"
        elif column.type == "integer" and isinstance(item, int) and abs(item) > _MOST:
            yield column.name, "an integer of more than 64 bits"
        elif isinstance(item, float) and not math.isfinite(item):
            yield column.name, "no finite number"
        elif column.values and item not in column.values:
            yield column.name, f"not of the list: {item!r}"
        elif column.type == "date" and not _is_day(item):
            yield column.name, f"no day: {item!r}"


def _is_day(text: Any) -> bool:
    try:
        return bool(_IS_DAY.fullmatch(text) and date.fromisoformat(text))
    except ValueError:
        return False


def _changed_by_csv(table: str, rows: Sequence[Any]) -> Iterator[str]:
    record = ALL_TABLES[table]
    text = header(record) + lines(rows, record)
    if text.encode("utf-8", "replace").decode() != text:
        yield f"{table}: cells that UTF-8 cannot hold"
    written = io.StringIO(text, newline="")
    table_columns = columns(record)
    back = list(csv.DictReader(written))
    if len(back) != len(rows):
        yield f"{table}: {len(rows)} rows are read back as {len(back)}"
    for row, cells in zip(rows, back, strict=False):
        for column in table_columns:
            item = getattr(row, column.name)
            read = value(cells[column.name], column)
            if read != item and cell(item) != "":
                yield f"{table}.{column.name}: {item!r} is read back as {read!r}"


def forgotten(result: Result) -> Iterator[str]:
    """What a result loses when it is kept for a later run."""
    back = unpacked(packed(result, True))
    if back != result:
        yield "kept and revived, the result is another"


def ill_told(failure: Failure) -> Iterator[str]:
    """A failure that is not of a kind that a reader foresees."""
    if failure.error not in ("InputError", "UnreadKind"):
        yield f"{failure.stage}: {failure.error}: {failure.message}"
    elif not failure.message:
        yield f"{failure.stage}: {failure.error} without a message"


def broken(article: Article, result: Result) -> Iterator[str]:
    """Everything about a result that no article may bring about."""
    if result.failure is not None:
        yield from ill_told(result.failure)
        return
    yield from misplaced(article, result)
    yield from unordered(result)
    yield from untyped(result)
    yield from forgotten(result)
