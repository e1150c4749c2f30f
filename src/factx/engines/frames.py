"""Articles in a data frame, facts in a data frame: of pandas, polars, DuckDB, Spark, Ray and Dask."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from contextlib import closing
from typing import TYPE_CHECKING, Any, overload

from factx.base import TABLES, Claim, Event, Fact, Failure, InputError, columns, counted, hint
from factx.claims import ClaimGrouper, EventGrouper
from factx.engines.any_frame import opened
from factx.engines.kept import loaded
from factx.reading import Article, ReadOptions, day_of, read_rows
from factx.run import Extractor

if TYPE_CHECKING:
    import pandas as pd

_OF_ARTICLES = ("articles", "mentions", "officials", "quantities", "dates", "facts", "errors")
"""Tables that are made article by article."""
_SQL_TYPES = {"string": "STRING", "integer": "BIGINT", "number": "DOUBLE", "boolean": "BOOLEAN", "date": "DATE"}


@overload
def extract_frame(
    frame: pd.DataFrame,
    *,
    text: str | None = ...,
    date: str | None = ...,
    title: str | None = ...,
    publisher: str | None = ...,
    keep: Sequence[str] = ...,
    table: str = ...,
    day_first: bool | None = ...,
    extractor: Extractor | None = ...,
) -> pd.DataFrame: ...
@overload
def extract_frame(
    frame: Any,
    *,
    text: str | None = ...,
    date: str | None = ...,
    title: str | None = ...,
    publisher: str | None = ...,
    keep: Sequence[str] = ...,
    table: str = ...,
    day_first: bool | None = ...,
    extractor: Extractor | None = ...,
) -> Any: ...
def extract_frame(
    frame: Any,
    *,
    text: str | None = None,
    date: str | None = None,
    title: str | None = None,
    publisher: str | None = None,
    keep: Sequence[str] = (),
    table: str = "facts",
    day_first: bool | None = None,
    extractor: Extractor | None = None,
) -> Any:
    """Return the facts of the articles in a data frame, a row for each, with typed columns.

    A frame of polars (a ``LazyFrame`` is collected) gives one of polars, with String, Int64, Float64,
    Boolean and Date. One of pandas, a relation of DuckDB, a table of pyarrow and what else narwhals
    can turn into pandas give one of pandas with its nullable types.

    ``text``, ``date``, ``title`` and ``publisher`` name columns; without them they are found by their
    usual names, as those of a Parquet file are (``body``, ``published``, …). The columns in ``keep``
    are taken over from the article's row, as ``DataFrame.explode`` does, and in pandas its index is,
    too. In polars, which has no two columns of one name, one that the table has as well ends in
    ``_kept``.
    ``table`` is another table that is made article by article: articles, mentions, officials,
    quantities, dates or errors. ``day_first`` says whether 3/4/2017 is in April; without it the dates
    of the frame do. ``extractor`` has the model and other settings; it is loaded once a process.

    ``claim_id`` and ``event_id`` are empty: they need all articles, and ``merge_claims`` finds them.
    Rows that cannot be read have no facts, are told of by a ``RuntimeWarning``, and are rows of the
    table ``errors``.
    Raises ``InputError`` for a column or a table that does not exist, and for what is no data frame.

    >>> import pandas as pd
    >>> news = pd.DataFrame({"text": ["Police arrested 33 people."], "date": ["2017-03-22"]})
    >>> extract_frame(news, keep=["date"])[["date", "kind", "value"]]  # doctest: +SKIP
             date    kind  value
    0  2017-03-22  arrest   33.0
    """
    if table not in _OF_ARTICLES:
        raise InputError(f"no table '{table}' is made article by article; those are {', '.join(_OF_ARTICLES)}")
    given = opened(frame)
    named = {"text": text, "published": date, "title": title, "publisher": publisher}
    options = ReadOptions({field: name for field, name in named.items() if name is not None}, day_first)
    missing = [name for name in (*options.columns.values(), *keep) if name not in given.names]
    if missing:
        raise InputError(
            f"no column '{missing[0]}' in the frame; {hint(missing[0], map(str, given.names), 'its columns are')}"
        )
    records = _records(read_rows(given.rows(), options=options), table, extractor or Extractor())
    rows = [at for at, found in enumerate(records) for _ in found]
    made = given.of([record for found in records for record in found], TABLES[table])
    return given.beside(keep, rows, made)


def _records(items: Sequence[Article | Failure], table: str, extractor: Extractor) -> list[list[Any]]:
    """The records of each item for a table; what failed is told of by a warning."""
    records: list[list[Any]] = []
    failed: list[Failure] = []
    with loaded(extractor) as own:
        for result in own.pipe(items):
            failed.extend(result.failures)
            others: dict[str, list[Any]] = {"articles": [result.article], "errors": result.failures}
            records.append(others[table] if table in others else getattr(result, table))
    if failed:
        told = f"{counted(len(failed), 'failure')} in {counted(len(records), 'row')}"
        told = f"{told}, the first: {failed[0].path}: {failed[0].message}"
        warnings.warn(f"{told}; table='errors' gives all", RuntimeWarning, stacklevel=3)
    return records


def columns_sql(table: str = "facts") -> str:
    """Return the columns of a table as a schema that Spark and DuckDB read.

    >>> columns_sql("errors")
    'path STRING, stage STRING, error STRING, message STRING'
    """
    return ", ".join(f"{column.name} {_SQL_TYPES[column.type]}" for column in columns(TABLES[table]))


@overload
def merge_claims(facts: pd.DataFrame, published: str = ...) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]: ...
@overload
def merge_claims(facts: Any, published: str = ...) -> tuple[Any, Any, Any]: ...
def merge_claims(facts: Any, published: str = "published") -> tuple[Any, Any, Any]:
    """Group facts of any number of frames; return them with claim and event ids, the claims, the events.

    ``facts`` are those of ``extract_frame``, put together, in pandas or polars (``pandas.concat``,
    ``polars.concat``), and what is returned is of the same library.
    ``published`` is the column with the publication dates of the articles: that of the facts, or one
    that ``extract_frame`` took over with ``keep``. Facts are grouped in the order of these dates, of
    article ids and of their places in the text, so that the order of the frames makes no difference;
    rows stay where they are.

    Raises ``InputError`` if a column is missing.
    """
    given = opened(facts)
    names = [column.name for column in columns(Fact)]
    missing = [name for name in (published, *names) if name not in given.names]
    if missing:
        raise InputError(
            f"no column '{missing[0]}' in the frame of facts; extract_frame(…, keep=['{missing[0]}']) has it"
        )
    days = [_day(row[published]) for row in given.rows([published])]
    rows = [Fact(**row) for row in given.rows(names)]
    order = sorted(
        range(len(rows)), key=lambda at: (days[at] or "", rows[at].article_id or "", rows[at].char_start or 0)
    )
    assigned: dict[int, Fact] = {}
    with closing(ClaimGrouper()) as claims, closing(EventGrouper()) as events:
        for start, end in _articles([rows[at].article_id for at in order]):
            day = days[order[start]]
            found = events.assign(claims.assign([rows[at] for at in order[start:end]], day), day)
            assigned.update(zip(order[start:end], found, strict=True))
        made = given.of(claims.claims(), Claim), given.of(events.events(), Event)
    ids = {name: [getattr(assigned[at], name) for at in range(len(rows))] for name in ("claim_id", "event_id")}
    return given.assigned(ids), *made


def _day(cell: Any) -> str | None:
    """The day of a cell of dates, as ISO 8601."""
    if cell is None:
        return None
    return cell.date().isoformat() if hasattr(cell, "date") else day_of(str(cell))


def _articles(ids: Sequence[str | None]) -> list[tuple[int, int]]:
    """Where the facts of each article begin and end."""
    starts = [at for at in range(len(ids)) if at == 0 or ids[at] != ids[at - 1]]
    return list(zip(starts, [*starts[1:], len(ids)], strict=True))
