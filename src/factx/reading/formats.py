"""The file formats: text of a ``.txt``, ``.json``, ``.jsonl`` or ``.csv`` file to raw articles.

``.txt`` is one article; ``.json`` is one or a list; ``.jsonl`` and ``.csv`` hold one per row, and
``archive.jsonl#3`` is the third of its file. A row that is no article becomes a ``Failure`` and the
others are read all the same.
"""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from factx.base import Failure, InputError, lexicon
from factx.reading.encoding import without_lone_surrogates

FIELDS = tuple((row["field"], row["key"]) for row in lexicon.read("reading/article_fields"))
"""factx's fields with the keys that news archives use for them, the preferred key first."""
SHOWN_FIELDS = 8
"""Fields that an error lists: a table may have hundreds."""
_WEB = ("http://", "https://")
_LONGEST_CELL = 2**31 - 1
"""Python's own limit for a CSV cell is 128 kB, which a long article exceeds."""


@dataclass(frozen=True, slots=True)
class RawArticle:
    """An article as its file has it: the text, and the other known fields under factx's names."""

    path: str
    text: str
    metadata: Mapping[str, str] = field(default_factory=dict)


def raw_articles(path: str, text: str) -> Iterator[RawArticle | Failure]:
    """Yield the articles of a file by its suffix, and a ``Failure`` for each row without one.

    Raises ``InputError`` if the whole file is in no known format.

    >>> [item.path for item in raw_articles("a.json", '[{"text": "One fled."}, {"text": 2}]')]
    ['a.json#1', 'a.json#2']
    """
    suffix = os.path.splitext(path)[1].lower()
    if suffix not in _READERS:
        raise InputError(f"'{suffix or path}' is no kind of file that factx reads: {', '.join(SUFFIXES)}")
    for place, item in _READERS[suffix](path, text):
        try:
            yield _raw_article(place, item)
        except InputError as error:
            yield read_failure(place, error)


def read_failure(path: str, error: Exception) -> Failure:
    """The failure that an error in reading makes; what the system says of a file loses its number."""
    message = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return Failure(path=path, stage="read", error=type(error).__name__, message=message)


def _txt(path: str, text: str) -> Iterable[tuple[str, Any]]:
    return [(path, text)]


def _json(path: str, text: str) -> Iterable[tuple[str, Any]]:
    content = _parsed(text)
    return _numbered(path, content) if isinstance(content, list) else [(path, content)]


def _jsonl(path: str, text: str) -> Iterable[tuple[str, Any]]:
    return _numbered(path, (_row(line) for line in text.split("\n") if line.strip()))


def _csv(path: str, text: str) -> Iterable[tuple[str, Any]]:
    csv.field_size_limit(_LONGEST_CELL)
    try:
        reader = csv.DictReader(text.splitlines(keepends=True), strict=True, restkey="more cells than the header")
        _text_key(dict.fromkeys(reader.fieldnames or (), ""))
        return _numbered(path, list(reader))
    except csv.Error as error:
        raise InputError(f"not a valid CSV table: {error}") from None


_READERS: dict[str, Callable[[str, str], Iterable[tuple[str, Any]]]] = {
    ".txt": _txt,
    ".json": _json,
    ".jsonl": _jsonl,
    ".csv": _csv,
}
SUFFIXES = tuple(_READERS)


def _numbered(path: str, items: Iterable[Any]) -> Iterator[tuple[str, Any]]:
    return ((f"{path}#{number}", item) for number, item in enumerate(items, start=1))


def _row(line: str) -> Any:
    """The row of a ``.jsonl`` file, or the error in its place: a bad line does not spoil the others."""
    try:
        return _parsed(line)
    except InputError as error:
        return error


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise InputError(f"not valid JSON: {error.msg} at line {error.lineno}, column {error.colno}") from None
    except RecursionError:
        raise InputError("not an article: the JSON is nested too deeply") from None


def _raw_article(path: str, item: Any) -> RawArticle:
    """The article that a text or an object with a text field is; raises ``InputError`` if it has none."""
    if isinstance(item, InputError):
        raise item
    if not isinstance(item, str | dict):
        raise InputError(f"a {type(item).__name__} where an article belongs: an object with 'text', 'title' and 'date'")
    found = RawArticle(path, item) if isinstance(item, str) else RawArticle(path, _text_of(item), _metadata(item))
    if not found.text.strip():
        raise InputError("the text is empty")
    return found


def _text_of(item: Mapping[str, Any]) -> str:
    key = _text_key(item)
    if not isinstance(item[key], str):
        raise InputError(f"the field '{key}' is a {type(item[key]).__name__}; it must be a string")
    text: str = item[key]
    return text


def _text_key(item: Mapping[str, Any]) -> str:
    """The first text field of an object (``text`` before ``body``)."""
    key = next((key for name, key in FIELDS if name == "text" and item.get(key) is not None), None)
    if key is None:
        fields = ", ".join(map(repr, list(item)[:SHOWN_FIELDS])) or "none"
        raise InputError(f"no text: the article needs a field 'text' (fields found: {fields})")
    return key


def _metadata(item: Mapping[str, Any]) -> dict[str, str]:
    """The other known fields of an object, under factx's names; the first filled one counts.

    An address in a field for the publisher is the article's: what trafilatura calls its source.
    """
    values: dict[str, str] = {}
    address = None
    for name, key in FIELDS:
        written = _written(item.get(key)) if name != "text" else None
        if written and name == "publisher" and written.startswith(_WEB):
            address = address or written
        elif written:
            values.setdefault(name, written)
    return values if address is None else {"url": address, **values}


def _written(value: Any) -> str | None:
    """A string or number as written, a list of strings (authors) joined, or None for all else."""
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        value = ", ".join(value)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        value = str(value)
    return without_lone_surrogates(value).strip() if isinstance(value, str) else None
