"""A dictionary of any size: what was used last is in memory, the rest in a file that goes with it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Generic, TypeVar

from factx.base.errors import OutputError

Value = TypeVar("Value")
_NAMELESS = ""
"""What SQLite takes for a file in the system's folder for temporary ones."""
_LEAVES = 4
"""One in so many values leaves the memory when it is full: one by one, each would cost a statement."""
_SETTINGS = ("journal_mode = OFF", "synchronous = OFF", "cache_size = -2000", "locking_mode = EXCLUSIVE")
"""The file need not outlive the process; two megabytes of it stay in memory."""


@dataclass(frozen=True, slots=True)
class Form(Generic[Value]):
    """How a value is written as JSON: to lists, dictionaries, texts and numbers, and back."""

    plain: Callable[[Value], Any]
    revived: Callable[[Any], Value]


def form_of(record: type[Value]) -> Form[Value]:
    """How a dataclass is written, by the types of its fields.

    >>> from factx.base.records import Text
    >>> form = form_of(Text)
    >>> form.revived(form.plain(Text("a1", "Rain fell.")))
    Text(article_id='a1', text='Rain fell.')
    """

    @cache
    def adapter() -> Any:
        from pydantic import TypeAdapter

        return TypeAdapter(record)

    return Form(lambda value: adapter().dump_python(value, mode="json"), lambda plain: adapter().validate_python(plain))


class DiskMap(Generic[Value]):
    """Values by key, of which ``most`` are in memory; the others are in ``file``.

    The file is made when it is needed first, a nameless one if none is given. A value that was changed
    must be put again. Raises ``OutputError`` if the file cannot be written.

    >>> squares = DiskMap(Form(int, int), most=2)
    >>> for number in range(9):
    ...     squares.put(f"{number}", number * number)
    >>> squares.get("3"), squares.get("9"), [value for _, value in squares.items()][-2:]
    (9, None, [49, 64])
    """

    def __init__(self, form: Form[Value], most: int, file: Path | None = None) -> None:
        self._form, self._most, self._file = form, most, file
        self._values: dict[str, Value] = {}
        self._changed: set[str] = set()
        self._database: sqlite3.Connection | None = None

    def get(self, key: str) -> Value | None:
        """The value of a key, or None."""
        value = self._values.pop(key, None)
        if value is None and self._database is not None:
            found = self._asked("SELECT value FROM kept WHERE key = ?", (_stored(key),)).fetchone()
            value = None if found is None else self._form.revived(json.loads(found[0]))
        if value is not None:
            self._hold(key, value)
        return value

    def put(self, key: str, value: Value) -> None:
        """Set the value of a key."""
        self._values.pop(key, None)
        self._changed.add(key)
        self._hold(key, value)

    def items(self) -> Iterator[tuple[str, Value]]:
        """Yield all keys with their values, sorted by key; nothing may be put meanwhile."""
        if self._database is None:
            yield from sorted(self._values.items(), key=lambda item: item[0])
            return
        self._write(list(self._values))
        for key, value in self._asked("SELECT key, value FROM kept ORDER BY key"):
            yield key.decode("utf-8", "surrogatepass"), self._form.revived(json.loads(value))

    def close(self) -> None:
        """Close the file and remove it."""
        self._values.clear()
        if self._database is not None:
            self._database.close()
            self._database = None
            if self._file is not None:
                self._file.unlink(missing_ok=True)

    def _hold(self, key: str, value: Value) -> None:
        self._values[key] = value
        if len(self._values) > self._most:
            oldest = list(self._values)[: max(1, self._most // _LEAVES)]
            self._write(oldest)
            for leaving in oldest:
                del self._values[leaving]

    def _write(self, keys: list[str]) -> None:
        changed = [key for key in keys if key in self._changed]
        rows = [(_stored(key), json.dumps(self._form.plain(self._values[key]))) for key in changed]
        try:
            self._opened().executemany("INSERT OR REPLACE INTO kept VALUES (?, ?)", rows)
        except sqlite3.Error as error:
            raise OutputError(f"{self._file or 'a temporary file'}: {error}") from error
        self._changed.difference_update(changed)

    def _asked(self, statement: str, values: tuple[bytes, ...] = ()) -> sqlite3.Cursor:
        try:
            return self._opened().execute(statement, values)
        except sqlite3.Error as error:
            raise OutputError(f"{self._file or 'a temporary file'}: {error}") from error

    def _opened(self) -> sqlite3.Connection:
        if self._database is None:
            self._database = sqlite3.connect(self._file or _NAMELESS, isolation_level=None)
            for setting in _SETTINGS:
                self._database.execute(f"PRAGMA {setting}")
            self._database.execute("CREATE TABLE kept (key BLOB PRIMARY KEY, value TEXT) WITHOUT ROWID")
        return self._database


def _stored(key: str) -> bytes:
    """A key as bytes, whose order is that of the characters."""
    return key.encode("utf-8", "surrogatepass")
