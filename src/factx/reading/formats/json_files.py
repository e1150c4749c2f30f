"""JSON: an article, a list of them, what a service answers, or one a line."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from io import StringIO
from itertools import chain, islice
from typing import Any, TextIO

from factx.base import InputError
from factx.reading.formats.articles import Items, parts_of
from factx.reading.formats.fields import names_in
from factx.reading.formats.json_values import Value, json_values
from factx.reading.formats.opened import InputFile
from factx.reading.formats.parts import Part, ReadOptions
from factx.reading.formats.records import check_columns, plain, plain_keys
from factx.reading.formats.streamed import text_stream
from factx.reading.formats.wrappers import unwrapped


def read(file: InputFile, options: ReadOptions) -> Iterator[Part]:
    """Yield the article of a JSON file, or those that it lists."""
    return parts_of(_checked(partial(_items, file), options), options, file.encoding)


def read_lines(file: InputFile, options: ReadOptions) -> Iterator[Part]:
    """Yield the articles of a file with a JSON object a line; a bad line does not spoil the others."""
    return parts_of(_checked(partial(_items_of_lines, file), options), options, file.encoding)


def names(file: InputFile, options: ReadOptions) -> Iterator[tuple[str, ...]]:
    """Yield the keys of each article of a JSON file."""
    yield from _names(partial(_items, file))


def names_of_lines(file: InputFile, options: ReadOptions) -> Iterator[tuple[str, ...]]:
    """Yield the keys of each article of a file with a JSON object a line."""
    yield from _names(partial(_items_of_lines, file))


def _names(items: Items) -> Iterator[tuple[str, ...]]:
    return filter(None, (names_in(item) for _, item in items()))


def _checked(items: Items, options: ReadOptions) -> Items:
    """The items; raises ``InputError`` if none of them has the key of the text that the user has named.

    Objects may leave out other keys.
    """
    if column := options.columns.get("text"):
        seen: dict[str, None] = {}
        for found in _names(items):
            if plain(column) in plain_keys(found):
                return items
            seen |= dict.fromkeys(found)
        if seen:
            check_columns({"text": column}, list(seen))
    return items


def _items(file: InputFile) -> Iterator[tuple[int | None, Any]]:
    """Yield the articles with their numbers; one that is alone in its file has none.

    Raises ``InputError`` if the file is broken from the beginning.
    """
    with text_stream(file) as stream:
        items = (item for value in json_values(stream) for item in unwrapped(value))
        first = list(islice(items, 2))
        if not first:
            raise InputError("no articles: the list is empty")
        if len(first) == 1 and isinstance(first[0].content, InputError):
            raise first[0].content
        if len(first) == 1 and not first[0].listed:
            yield None, first[0].content
            return
        for number, item in enumerate(chain(first, items), start=1):
            yield number, item.content


def _items_of_lines(file: InputFile) -> Iterator[tuple[int | None, Any]]:
    with text_stream(file) as stream:
        items = (item for value in _values_of_lines(stream) for item in unwrapped(value))
        for number, item in enumerate(items, start=1):
            yield number, item.content


def _values_of_lines(stream: TextIO) -> Iterator[Value]:
    """Yield the value of each line, or the error that it is."""
    for number, line in enumerate(stream, start=1):
        if line.strip():
            yield from json_values(StringIO(line), number)
