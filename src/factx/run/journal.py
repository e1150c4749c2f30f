"""What a run has done, kept beside its tables: a later run goes on from there.

Results are kept by all that they depend on: the article, and what it is read with (factx, model,
rules, rates, options). So nothing has to be forgotten when something changes, and articles that are
added, removed or changed cost what they cost alone.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import time
import zlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, fields
from functools import cache
from operator import attrgetter
from pathlib import Path
from typing import Any

from factx.base import ArticleRow, EntityMention, Fact, Mention, Official, OutputError, Quantity, Timex
from factx.reading import Article
from factx.tables import Result

FILE = "results.sqlite"
_SECONDS = 2.0
"""Between two commits: what is lost if the run is killed."""
_QUICK = 1
"""How hard zlib tries: rows shrink to a fifth at once, and to a sixth in four times the time."""
_ROWS_AT_ONCE = 1_000
"""Rows that are text together."""
_LISTS: Mapping[str, Any] = {
    "facts": Fact, "quantities": Quantity, "dates": Timex, "mentions": Mention, "officials": Official,
    "named": EntityMention,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Known:
    """An article whose result is in the journal, in the place of the article."""

    key: bytes


class Journal:
    """Results by key in one file, safe against an end at any moment; ``resumed_count`` were known before."""

    def __init__(self, folder: Path, settings: Mapping[str, Any], with_texts: bool = False) -> None:
        self._settings = json.dumps({**settings, "texts": with_texts}, sort_keys=True, default=str).encode()
        self._with_texts = with_texts
        self._database = _opened(folder / FILE)
        self._committed = time.monotonic()
        self.resumed_count = 0

    def marked(self, items: Iterable[Any], keys: deque[bytes | None]) -> Iterator[Any]:
        """Yield the items, those whose results are known as ``Known``; their keys are added to ``keys``."""
        for item in items:
            key = self.key(item) if isinstance(item, Article) else None
            keys.append(key)
            yield Known(key) if key is not None and self._has(key) else item

    def resumed(self, items: Iterable[Any], extract: Callable[[Iterable[Any]], Iterator[Any]]) -> Iterator[Result]:
        """Yield the results of the items in their order; ``extract`` yields a ``Known`` as it is.

        New results are kept, but not those with failures: a later run tries those again.
        """
        keys: deque[bytes | None] = deque()
        for result in extract(self.marked(items, keys)):
            key = keys.popleft()
            if isinstance(result, Known):
                self.resumed_count += 1
                yield self._result(result.key)
                continue
            if key is not None and not result.failures:
                self._keep(key, result)
            yield result

    def key(self, item: Article) -> bytes:
        """What the result of an article is kept by."""
        digest = hashlib.sha256(self._settings)
        for field in fields(item):
            digest.update(repr(getattr(item, field.name)).encode("utf-8", "surrogatepass"))
            digest.update(b"\0")
        return digest.digest()

    def close(self) -> None:
        """Commit what is kept and close the file."""
        with closing(self._database):
            self._database.commit()

    def _has(self, key: bytes) -> bool:
        return self._database.execute("SELECT 1 FROM results WHERE key = ?", (key,)).fetchone() is not None

    def _result(self, key: bytes) -> Result:
        (stored,) = self._database.execute("SELECT result FROM results WHERE key = ?", (key,)).fetchone()
        return unpacked(stored)

    def _keep(self, key: bytes, result: Result) -> None:
        needs_text = self._with_texts or not result.is_source
        stored = packed(result, needs_text)
        self._database.execute("INSERT OR REPLACE INTO results VALUES (?, ?)", (key, stored))
        if time.monotonic() - self._committed > _SECONDS:
            self._database.commit()
            self._committed = time.monotonic()


@contextmanager
def journal(
    folder: Path, settings: Mapping[str, Any], *, with_texts: bool = False, fresh: bool = False
) -> Iterator[Journal]:
    """Open the journal in a folder; ``fresh`` forgets what it holds.

    Raises ``OutputError`` if it cannot be written.
    """
    if fresh:
        (folder / FILE).unlink(missing_ok=True)
    try:
        with closing(Journal(folder, settings, with_texts)) as opened:
            yield opened
    except sqlite3.Error as error:
        raise OutputError(f"{folder / FILE}: {error}; to start over without it, use --fresh") from error


def _opened(path: Path) -> sqlite3.Connection:
    """The database; one that is damaged is begun anew: it holds nothing that cannot be made again."""
    database = sqlite3.connect(path, isolation_level="DEFERRED")
    try:
        database.execute("PRAGMA quick_check").fetchone()
    except sqlite3.DatabaseError:
        database.close()
        path.unlink()
        database = sqlite3.connect(path, isolation_level="DEFERRED")
    database.execute("CREATE TABLE IF NOT EXISTS results (key BLOB PRIMARY KEY, result BLOB) WITHOUT ROWID")
    return database


@cache
def _values(record: type) -> attrgetter[tuple[Any, ...]]:
    return attrgetter(*(field.name for field in fields(record)))


def packed(result: Result, with_text: bool) -> bytes:
    """A result as compressed JSON: of each table the values of its records, by their columns."""
    packer = zlib.compressobj(_QUICK)
    parts = (packer.compress(part.encode("utf-8", "surrogatepass")) for part in _json_of(result, with_text))
    return b"".join([*parts, packer.flush()])


def _json_of(result: Result, with_text: bool) -> Iterator[str]:
    """Yield the JSON of a result by parts: that of a long article at once would double its memory."""
    yield f'{{"article":{_json(_values(ArticleRow)(result.article))}'
    for name, record in _LISTS.items():
        records, values = getattr(result, name), _values(record)
        yield f',"{name}":['
        for first in range(0, len(records), _ROWS_AT_ONCE):
            rows = [values(item) for item in records[first : first + _ROWS_AT_ONCE]]
            yield ("," if first else "") + _json(rows)[1:-1]
        yield "]"
    yield f',"text":{_json(result.text if with_text else None)},"is_source":{_json(result.is_source)}}}'


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def unpacked(stored: bytes) -> Result:
    """The result that ``packed`` was given, without its shortfalls."""
    plain = json.loads(zlib.decompress(stored))
    lists: dict[str, Any] = {name: [record(*values) for values in plain[name]] for name, record in _LISTS.items()}
    return Result(ArticleRow(*plain["article"]), **lists, text=plain["text"], is_source=plain["is_source"])
