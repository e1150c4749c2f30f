"""An object or a row with the fields of an article, found by any of the names that they go by.

Keys are compared without case, blanks, underscores and hyphens: ``Publication Date`` is
``publication_date``. Fields may lie in an inner object (``fields.bodyText``, ``_source``), in JSON
as in the flat columns that programs make of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from factx.base import InputError, hint, lexicon, nearest

_KEYS = lexicon.classes("reading/article_fields", by="field", column="key")


def _keys_of(field: str) -> tuple[str, ...]:
    return tuple(row["key"] for row in lexicon.read("reading/article_fields") if row["field"] == field)


FIELDS = {field: _keys_of(field) for field in _KEYS}
"""Fields with their keys, the preferred key first."""
VALUE_KEYS = FIELDS["value"]
LIST_KEYS = _KEYS["list"]
SETTABLE = ("text", "title", "published", "updated", "author", "publisher", "url", "language", "dateline")
"""Fields whose column a user can name; ``date`` is published."""
SHOWN_FIELDS = 40
"""Names that an error lists: a table may have hundreds of columns."""
_NAMED_COLUMN = re.compile(r'\s*(?P<field>[^=,]+)=\s*(?:"(?P<quoted>[^"]+)"|(?P<plain>[^",]+))\s*(?:,|$)')
_NO_LETTERS = re.compile(r"[\s_-]+")


@lru_cache(maxsize=4096)
def plain(key: str) -> str:
    """A key as it is compared.

    >>> plain("Publication Date"), plain("source.name"), plain("fields.bodyText"), plain("source-hostname")
    ('publicationdate', 'source', 'bodytext', 'sourcehostname')
    """
    parts = [part.strip().lower() for part in key.split(".")] if "." in key else [key.strip().lower()]
    if len(parts) > 1 and parts[0] in _KEYS["container"]:
        parts = parts[1:]
    if len(parts) > 1 and parts[-1] in VALUE_KEYS:
        parts = parts[:-1]
    return _NO_LETTERS.sub("", ".".join(parts))


class _Shape:
    """What the names of an object's keys tell: all rows of a table, and most objects, have the same."""

    __slots__ = ("containers", "fields", "keys", "places")

    def __init__(self, names: tuple[str, ...]) -> None:
        self.places: dict[str, list[int]] = {}
        for at, name in enumerate(names):
            self.places.setdefault(plain(name), []).append(at)
        self.keys = frozenset(self.places)
        self.fields = {field: [at for key in keys for at in self.places.get(key, ())] for field, keys in FIELDS.items()}
        self.containers = [at for at, name in enumerate(names) if name.lower() in _KEYS["container"]]


@lru_cache(maxsize=256)
def _shape_of(names: tuple[str, ...]) -> _Shape:
    return _Shape(names)


def plain_keys(names: tuple[str, ...]) -> frozenset[str]:
    """Keys as they are compared.

    >>> sorted(plain_keys(("Publication Date", "source.name")))
    ['publicationdate', 'source']
    """
    return _shape_of(names).keys


class Record:
    """The fields of an article under factx's names.

    ``columns`` are keys that the user has named for some fields: no others count for these.
    """

    def __init__(self, item: Mapping[str, Any], columns: Mapping[str, str]) -> None:
        self.item, self._columns = item, columns
        self._names, self._values = tuple(item), list(item.values())
        self._shape = _shape_of(self._names)
        if any(isinstance(self._values[at], dict) for at in self._shape.containers):
            pairs = list(_flat(item))
            self._names, self._values = tuple(name for name, _ in pairs), [value for _, value in pairs]
            self._shape = _shape_of(self._names)

    @property
    def names(self) -> tuple[str, ...]:
        """The keys that the record has, filled or not, as they are written."""
        return self._names

    @property
    def keys(self) -> frozenset[str]:
        """The keys that the record has, filled or not, as they are compared."""
        return self._shape.keys

    def values(self, field: str) -> Iterator[tuple[str, Any]]:
        """Yield the names of a field's keys in the record with their values, the preferred one first."""
        return ((self._names[at], value) for at in self._places(field) if (value := self._values[at]) is not None)

    def _places(self, field: str) -> list[int]:
        if field in self._columns:
            return self._shape.places.get(plain(self._columns[field]), [])
        return self._shape.fields[field]

    def no_text(self) -> str:
        """What is said of a record without a text field, or with nothing in it."""
        if places := self._places("text"):
            return f"no text: the field '{self._names[places[0]]}' is empty"
        wanted = self._columns.get("text", "text")
        if plain(wanted) in self.keys:
            return f"no text: the field '{wanted}' is empty"
        return f"no text: the article needs a field '{wanted}' (fields found: {shown(self.item)})"


def _flat(item: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield the keys and values of an object, behind them those of the objects that hold its fields."""
    inner = []
    for key, value in item.items():
        if isinstance(value, dict) and key.lower() in _KEYS["container"]:
            inner.append(value)
        else:
            yield key, value
    for value in inner:
        yield from _flat(value)


def shown(names: Mapping[str, Any] | list[str]) -> str:
    """Names as an error lists them."""
    listed = list(names)
    more = f" and {len(listed) - SHOWN_FIELDS} more" if len(listed) > SHOWN_FIELDS else ""
    return (", ".join(map(repr, listed[:SHOWN_FIELDS])) or "none") + more


def named_columns(text: str) -> dict[str, str]:
    """Columns by field of what a user writes; raises ``InputError`` for a field that there is none of.

    >>> named_columns('text=Body, date="Day, printed"')
    {'text': 'Body', 'published': 'Day, printed'}
    """
    columns: dict[str, str] = {}
    place = 0
    while place < len(text):
        match = _NAMED_COLUMN.match(text, place)
        if match is None:
            raise InputError(f"'{text[place:]}' names no column; write FIELD=COLUMN, or FIELD=\"A, B\"")
        name = match["field"].strip().lower()
        field = "published" if name == "date" else name
        if field not in SETTABLE:
            raise InputError(f"there is no field '{name}'; {hint(name, ('date', *SETTABLE), 'the fields are')}")
        columns[field] = match["quoted"] or match["plain"].strip()
        place = match.end()
    return columns


def check_columns(columns: Mapping[str, str], names: list[str]) -> None:
    """Raise ``InputError`` if a column that the user has named is not among those that a table has."""
    known = set(map(plain, names))
    for field, column in columns.items():
        if plain(column) not in known:
            raise InputError(f"there is no {column_told(field, column, names)}")


def column_told(field: str, column: str, names: list[str]) -> str:
    """A column that is not among those that there are, and what may have been meant.

    >>> column_told("text", "Bdy", ["Day", "Body"])
    "column 'Bdy' for text; did you mean 'Body'? The columns are 'Day', 'Body'"
    """
    near = nearest(column, names)
    meant = f"did you mean '{near}'? The" if near else "the"
    return f"column '{column}' for {field}; {meant} columns are {shown(names)}"
