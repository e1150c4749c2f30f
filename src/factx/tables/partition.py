"""A part of a run's results as Parquet tables: what one machine writes, and another puts together.

The tables are those of a run that are made article by article, with the same columns. Claims,
counts of entities and copies need the whole run; ``entity_names`` and ``sketches`` hold what they
are made from. An article that repeats another one has rows here, and loses them later.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, fields, replace
from functools import cache
from itertools import accumulate, pairwise
from operator import attrgetter
from pathlib import Path
from typing import Any

from factx.base import (
    TABLES,
    ArticleRow,
    Claim,
    Entity,
    EntityMention,
    EntityType,
    Event,
    Fact,
    Failure,
    IdKind,
    LinkedBy,
    Mention,
    Official,
    Quantity,
    Text,
    Timex,
    column,
    columns,
    content_id,
    needed,
)
from factx.reading import Place, Sketch
from factx.tables.parquet import ParquetSink
from factx.tables.result import Result

_ROWS = 2000
"""Rows of a table that are in memory while it is read: half a megabyte."""
_RUN_DIGITS = 4
"""Hexadecimal digits of a run's hash, which has 16 bits."""
_IDS: dict[str, tuple[str, IdKind, tuple[str, ...]]] = {
    "facts": ("fact_id", "fact", ("kind", "char_start", "char_end")),
    "mentions": ("mention_id", "mention", ("char_start", "char_end", "key")),
    "quantities": ("quantity_id", "quantity", ("char_start", "char_end")),
}
"""What the ids of rows are made of, beside the article's."""


@dataclass(frozen=True, slots=True)
class EntityName:
    """What a mention says of its entity; rows are those of ``mentions``, in their order."""

    article_id: str | None = column("Article")
    start_char: int | None = column("First character", unit="characters")
    end_char: int | None = column("Character after the last", unit="characters")
    text: str | None = column("The mention as written")
    type: EntityType | None = column("What the entity is")
    key: str | None = column("What the entity's id is made from")
    name: str | None = column("Name of the entity")
    iso3: str | None = column("ISO 3166-1 alpha-3 code")
    linked_by: LinkedBy | None = column("What tied the mention to its entity")
    country: str | None = column("ISO 3166-1 alpha-3 code of the nation in which a place lies")
    admin1: str | None = column("ISO 3166-2 code of its first-level unit")
    latitude: float | None = column("Of a place", unit="degrees north")
    longitude: float | None = column("Of a place", unit="degrees east")
    stated: bool | None = column("Whether the text says where the place lies")
    age: int | None = column("Of a person, where it is told", unit="years")


@dataclass(frozen=True, slots=True)
class SketchRow:
    """What copies of an article are known by."""

    article_id: str | None = column("Article")
    runs: str | None = column("Smallest hashes of its runs of words, four hexadecimal digits each")
    numbers: int | None = column("Hash of its numbers")
    day: int | None = column("Publication day, counted from the year 1; 0 if unknown", unit="days")
    returns: str | None = column("Offsets of CR LF in the text, each from the one before; ids do not count the CR")


PARTITION_TABLES: dict[str, type] = {
    **{name: record for name, record in TABLES.items() if record not in (Entity, Claim, Event)},
    "entity_names": EntityName,
    "sketches": SketchRow,
}
"""The tables of a partition by name."""
_IN_RESULT = [name for name, record in TABLES.items() if record in (Fact, Quantity, Timex, Mention, Official)]
_BY_ARTICLE = [name for name, record in PARTITION_TABLES.items() if record not in (ArticleRow, Failure)]


class PartitionWriter:
    """Writes the results of some articles to a folder of Parquet tables.

    With ``all_texts`` the texts of text files are kept, too. Raises ``OutputError`` without pyarrow.
    """

    def __init__(self, folder: Path, all_texts: bool = False) -> None:
        self._sink = ParquetSink(folder, PARTITION_TABLES)
        self._all_texts = all_texts

    def add(self, result: Result, sketch: Sketch | None = None) -> None:
        """Write the rows of one article; ``sketch`` is what its copies are known by."""
        number = result.article.article_id
        rows: dict[str, list[Any]] = {name: getattr(result, name) for name in _IN_RESULT}
        rows["articles"] = [result.article]
        rows["entity_names"] = [EntityName(number, *_values(EntityMention)(item)) for item in result.named]
        rows["errors"] = result.failures
        if result.text is not None and (self._all_texts or not result.is_source):
            rows["texts"] = [Text(number, result.text)]
        if sketch is not None:
            runs = "".join(f"{run:0{_RUN_DIGITS}x}" for run in sketch.runs)
            rows["sketches"] = [SketchRow(number, runs, sketch.numbers, sketch.day, _returns(result.text or ""))]
        for table, records in rows.items():
            self._sink.write(table, records)

    def finish(self) -> None:
        """Write the last rows and close the files."""
        self._sink.finish()
        self._sink.close()


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of an article beside its rows: its sketch, and the offsets of CR LF in its text."""

    sketch: Sketch | None = None
    returns: Sequence[int] = ()


def read_partition(folder: Path) -> Iterator[tuple[Result, Kept]]:
    """Yield the results that a ``PartitionWriter`` has written, in their order; each table is streamed."""
    tables = {name: _Rows(folder / f"{name}.parquet", record) for name, record in PARTITION_TABLES.items()}
    for article in tables["articles"].all():
        taken = {name: tables[name].take("article_id", article.article_id) for name in _BY_ARTICLE}
        text = next((row.text for row in taken["texts"]), None)
        errors = tables["errors"].take("path", article.path)
        failure = errors.pop(0) if errors and article.status == "failed" else None
        result = Result(
            article,
            **{name: taken[name] for name in _IN_RESULT},
            named=[EntityMention(*_values(EntityName)(row)[1:]) for row in taken["entity_names"]],
            failure=failure,
            shortfalls=errors,
            text=text,
            is_source=text is None,
        )
        yield result, next(map(_kept, taken["sketches"]), Kept())


def in_place(result: Result, place: Place, returns: Sequence[int] = ()) -> Result:
    """The result of an article with its place in the run: a copy loses its rows, another id renames them.

    ``returns`` are the offsets of CR LF in its text.
    """
    row = replace(result.article, article_id=place.article_id)
    if place.copy_of is not None:
        told: dict[str, Any] = {"status": "skipped", "message": place.message, "copy_of": place.copy_of}
        return Result(replace(row, words=0, sentences=0, facts=0, **told))
    if place.article_id == result.article.article_id:
        return result
    renamed: dict[str, Any] = {name: _renamed(result, name, place.article_id, returns) for name in _IN_RESULT}
    return replace(result, article=row, **renamed)


def _renamed(result: Result, table: str, number: str, returns: Sequence[int]) -> list[Any]:
    """The rows of a table with another article's id, and ids made from it as ``MentionIndex`` does."""
    keys = [named.key for named in result.named]
    told = Counter[str]()
    rows: list[Any] = []
    for at, row in enumerate(getattr(result, table)):
        changed = {"article_id": number, "sentence_id": _sentence(row.sentence_id, number)}
        if table in _IDS:
            column_name, kind, parts = _IDS[table]
            said = [keys[at] if part == "key" else getattr(row, part) for part in parts]
            said = [part - bisect_left(returns, part) if isinstance(part, int) else part for part in said]
            name = content_id(kind, number, *said)
            told[name] += 1
            changed[column_name] = name if told[name] == 1 else content_id(kind, name, told[name])
        rows.append(replace(row, **changed))
    return rows


def _sentence(sentence: str | None, number: str) -> str | None:
    return sentence and number + sentence[len(number) :]


class _Rows:
    """The rows of a Parquet table as records, read piece by piece."""

    def __init__(self, path: Path, record: type) -> None:
        self._path, self._record = path, record
        self._rows = self.all()
        self._next = next(self._rows, None)

    def all(self) -> Iterator[Any]:
        """Yield every row."""
        names = [item.name for item in columns(self._record)]
        days = [at for at, item in enumerate(columns(self._record)) if item.type == "date"]
        with closing(needed("pyarrow.parquet", "parquet").ParquetFile(self._path)) as file:
            for batch in file.iter_batches(batch_size=_ROWS, columns=names):
                cells = [column.to_pylist() for column in batch.columns]
                for at in days:
                    cells[at] = [day and day.isoformat() for day in cells[at]]
                yield from map(self._record, *cells)

    def take(self, key: str, value: str | None) -> list[Any]:
        """The next rows whose ``key`` is the value."""
        taken = []
        while self._next is not None and getattr(self._next, key) == value:
            taken.append(self._next)
            self._next = next(self._rows, None)
        return taken


def _returns(text: str) -> str | None:
    """The offsets of CR LF, each as its distance from the one before; None if there are none."""
    offsets = [0, *(match.start() for match in re.finditer("\r\n", text))]
    return " ".join(str(end - start) for start, end in pairwise(offsets)) or None


def _kept(row: SketchRow) -> Kept:
    runs = row.runs or ""
    hashes = [int(runs[at : at + _RUN_DIGITS], 16) for at in range(0, len(runs), _RUN_DIGITS)]
    returns = list(accumulate(map(int, (row.returns or "").split())))
    return Kept(Sketch(hashes, row.numbers or 0, row.day or 0), returns)


@cache
def _values(record: type) -> attrgetter[tuple[Any, ...]]:
    return attrgetter(*(field.name for field in fields(record)))
