"""JSON: an article, a list of them, what a service answers, or one a line."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from io import StringIO
from itertools import chain, islice
from typing import Any, TextIO

from factx.base import InputError
from factx.reading.formats.articles import parts_of
from factx.reading.formats.json_values import Value, json_values
from factx.reading.formats.opened import InputFile
from factx.reading.formats.parts import Part, ReadOptions
from factx.reading.formats.streamed import text_stream
from factx.reading.formats.wrappers import unwrapped


def read(file: InputFile, options: ReadOptions) -> Iterator[Part]:
    """Yield the article of a JSON file, or those that it lists."""
    return parts_of(partial(_items, file), options)


def read_lines(file: InputFile, options: ReadOptions) -> Iterator[Part]:
    """Yield the articles of a file with a JSON object a line; a bad line does not spoil the others."""
    return parts_of(partial(_items_of_lines, file), options)


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
    for line in stream:
        if line.strip():
            yield from json_values(StringIO(line))
