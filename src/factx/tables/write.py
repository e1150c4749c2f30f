"""Write results to a folder of tables row by row; the folder changes only after the whole run."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from importlib import import_module
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from typing import IO, TYPE_CHECKING, Any, Protocol

from factx import __version__
from factx.base import Failure, OutputError, Text, hint
from factx.claims import ClaimGrouper, EventGrouper, full_names, named_people
from factx.tables.csv_format import header, lines
from factx.tables.datapackage import ALL_TABLES, datapackage
from factx.tables.entity_counts import EntityTally
from factx.tables.schema_sql import load_sql, schema_sql
from factx.tables.views import views_of
from factx.tables.work_folder import WorkFolder, work_folder

if TYPE_CHECKING:
    from factx.base import ArticleRow, EntityMention, Fact, Mention, Official, Quantity, Timex

FORMATS = ("csv", "parquet", "duckdb", "sqlite", "xlsx")
_SCRIPTS = ("schema.sql", "load.sql")
"""What stands beside the CSV tables and loads them into a database."""
_PACKAGE, _RUN = "datapackage.json", "run.json"
"""What stands beside tables of every format: what they are, and what made them."""
_FILES = ("factx.duckdb", "factx.sqlite", "factx.xlsx", *_SCRIPTS, _PACKAGE, _RUN)
_SINKS = {
    "parquet": ("parquet", "ParquetSink"),
    "duckdb": ("parquet", "DuckdbSink"),
    "sqlite": ("sqlite", "SqliteSink"),
    "xlsx": ("xlsx", "XlsxSink"),
}
"""The module and the class of each format beside CSV."""
_OURS = frozenset([f"{name}.{suffix}" for name in ALL_TABLES for suffix in ("csv", "parquet")] + [*_FILES])
_ROWS_AT_ONCE = 1_000
"""Rows that are handed on together, as text or of what the run has kept: one article may have a million."""
_NO_ORIGIN: Mapping[str, Any] = MappingProxyType({"factx": {"version": __version__}})
"""What is known of tables that a library's caller writes."""


class HasTables(Protocol):
    """What a writer takes: a ``Result``, or anything else with the records of an article."""

    @property
    def article(self) -> ArticleRow: ...
    @property
    def facts(self) -> list[Fact]: ...
    @property
    def quantities(self) -> list[Quantity]: ...
    @property
    def dates(self) -> list[Timex]: ...
    @property
    def mentions(self) -> list[Mention]: ...
    @property
    def officials(self) -> list[Official]: ...
    @property
    def named(self) -> list[EntityMention]: ...
    @property
    def failures(self) -> list[Failure]: ...
    @property
    def text(self) -> str | None: ...
    @property
    def is_source(self) -> bool: ...


class Sink(Protocol):
    """One output format: takes rows as they come; ``close`` closes its files, finished or not."""

    def write(self, table: str, records: Sequence[Any]) -> None: ...
    def finish(self) -> None: ...
    def close(self) -> None: ...


class CsvSink:
    """One CSV file per table and what loads them; ``excel`` puts a byte order mark before each table."""

    def __init__(self, folder: Path, excel: bool = False) -> None:
        self._stack = ExitStack()
        self._files: dict[str, IO[str]] = {}
        encoding = "utf-8-sig" if excel else "utf-8"
        for name, record in ALL_TABLES.items():
            file = open(folder / f"{name}.csv", "w", encoding=encoding, newline="")  # noqa: SIM115 (the stack closes it)
            self._files[name] = self._stack.enter_context(file)
            file.write(header(record))
        for name, text in zip(_SCRIPTS, (schema_sql(), load_sql()), strict=True):
            (folder / name).write_text(text, encoding="utf-8", newline="")

    def write(self, table: str, records: Sequence[Any]) -> None:
        """Add rows to a table."""
        if records:
            self._files[table].write(lines(records, ALL_TABLES[table]))

    def finish(self) -> None:
        """Nothing remains to be written."""

    def close(self) -> None:
        """Close every file."""
        self._stack.close()


class RecordSink:
    """Keeps the records of every table in memory."""

    def __init__(self) -> None:
        self.records: dict[str, list[Any]] = {name: [] for name in ALL_TABLES}

    def write(self, table: str, records: Sequence[Any]) -> None:
        """Add rows to a table."""
        self.records[table].extend(records)

    def finish(self) -> None:
        """Nothing remains to be done."""

    def close(self) -> None:
        """Nothing is open."""


class TableWriter:
    """Takes results in article order; keeps the counts of entities and the clusters of facts.

    Texts are written if they are not those of text files, or if all are asked for. What does not fit
    into memory lies in ``scratch``, or else where the system keeps its temporary files.
    """

    def __init__(self, sinks: Sequence[Sink], all_texts: bool = False, scratch: Path | None = None) -> None:
        self._sinks = sinks
        self._all_texts = all_texts
        self._entities = EntityTally(scratch)
        self._claims = ClaimGrouper(scratch)
        self._events = EventGrouper(scratch)
        self._articles: Counter[str] = Counter()
        self._rows: Counter[str] = Counter()

    def add(self, result: HasTables) -> list[Failure]:
        """Write the rows of one article; return why its facts have no claims or events, if that failed."""
        self._articles[result.article.status or ""] += 1
        facts, ungrouped = self._grouped(result)
        self._entities.add(result.named)
        self._write("articles", [result.article])
        self._write("mentions", result.mentions)
        self._write("officials", result.officials)
        self._write("quantities", result.quantities)
        self._write("dates", result.dates)
        self._write("facts", facts)
        if result.text is not None and (self._all_texts or not result.is_source):
            self._write("texts", [Text(result.article.article_id, result.text)])
        self._write("errors", [*result.failures, *ungrouped])
        for name, rows in views_of(facts).items():
            self._write(name, rows)
        return ungrouped

    def _grouped(self, result: HasTables) -> tuple[list[Fact], list[Failure]]:
        """The facts of an article with their claims and events; what goes wrong costs these ids alone."""
        published = result.article.published
        facts = list(result.facts)
        stage = "claims"
        try:
            facts = self._claims.assign(facts, published, full_names(result.mentions, result.named))
            stage = "events"
            people = named_people(result.mentions, result.named, result.officials)
            return self._events.assign(facts, published, people), []
        except OSError:
            raise  # the disk's, which all further articles need
        except Exception as error:  # what no rule of grouping has foreseen
            return facts, [Failure(result.article.path, stage, type(error).__name__, str(error))]

    def finish(self) -> None:
        """Write entities, claims and events, which need the whole run; finish and close the files."""
        known: dict[str, Iterator[Any]] = {
            "entities": self._entities.entities(),
            "claims": self._claims.claims(),
            "events": self._events.events(),
        }
        for table, records in known.items():
            while rows := list(islice(records, _ROWS_AT_ONCE)):
                self._write(table, rows)
        for sink in self._sinks:
            sink.finish()
            sink.close()

    def counts(self) -> dict[str, dict[str, int]]:
        """The numbers of articles by their status and of rows by table."""
        return {
            "articles": dict(sorted(self._articles.items())),
            "rows": {name: self._rows[name] for name in ALL_TABLES},
        }

    def close(self) -> None:
        """Remove what was kept outside the memory."""
        self._entities.close()
        self._claims.close()
        self._events.close()

    def _write(self, table: str, records: Sequence[Any]) -> None:
        self._rows[table] += len(records)
        for first in range(0, len(records), _ROWS_AT_ONCE):
            rows = records[first : first + _ROWS_AT_ONCE]
            for sink in self._sinks:
                sink.write(table, rows)


@contextmanager
def writing_to(
    folder: str | Path,
    formats: Sequence[str] = ("csv",),
    excel: bool = False,
    all_texts: bool = False,
    origin: Mapping[str, Any] = _NO_ORIGIN,
) -> Iterator[TableWriter]:
    """Open a writer whose tables appear in ``folder`` when the block ends without an error.

    ``excel`` marks the CSV files as UTF-8; ``all_texts`` keeps the texts of text files as well;
    ``origin`` says what made the tables, and stands in ``run.json`` with the counts of articles and
    rows; it may be filled until the block ends. After an error the tables are as they were. Raises
    ``OutputError`` for an unknown format, a missing package, a folder that cannot be written, that
    another run writes or whose tables are not factx's.
    """
    target = Path(folder)
    for name in formats:
        if name not in FORMATS:
            raise OutputError(f"unknown format '{name}'; {hint(name, FORMATS, 'the formats are')}")
    try:
        with work_folder(target, _OURS) as work:
            with ExitStack() as stack:
                sinks = [_opened(stack, _sink(name, work.new, excel)) for name in formats]
                writer = TableWriter(sinks, all_texts, work.scratch)
                stack.callback(writer.close)
                yield writer
                writer.finish()
            told = json.dumps({**origin, **writer.counts()}, indent=2, ensure_ascii=False)
            (work.new / _RUN).write_text(told + "\n", encoding="utf-8", newline="")
            (work.new / _PACKAGE).write_text(datapackage(formats, excel), encoding="utf-8", newline="")
            work.publish()
    except OSError as error:
        raise OutputError(f"{target}: {error.strerror or error}; {WorkFolder(target, _OURS).state()}") from error


def _sink(name: str, folder: Path, excel: bool) -> Sink:
    """Open the sink of a format; its module is imported when it is asked for."""
    if name == "csv":
        return CsvSink(folder, excel)
    module, sink = _SINKS[name]
    opened: Sink = getattr(import_module(f"factx.tables.{module}"), sink)(folder)
    return opened


def _opened(stack: ExitStack, sink: Sink) -> Sink:
    """The sink, to be closed with the stack."""
    stack.callback(sink.close)
    return sink
