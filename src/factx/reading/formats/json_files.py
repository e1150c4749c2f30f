"""JSON: an article, a list of them, or one a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from factx.base import InputError
from factx.reading.formats.fields import part_of
from factx.reading.formats.opened import InputFile
from factx.reading.formats.parts import BadPart, Part, ReadOptions


def read(file: InputFile, options: ReadOptions) -> Iterator[Part]:
    """Yield the article of a JSON file, or those of its list."""
    content = _parsed(file.text())
    if isinstance(content, list):
        yield from _numbered(content)
    else:
        yield part_of(content, None)


def read_lines(file: InputFile, options: ReadOptions) -> Iterator[Part]:
    """Yield the articles of a file with a JSON object a line; a bad line does not spoil the others."""
    return _numbered(_row(line) for line in file.text().split("\n") if line.strip())


def _numbered(items: Iterable[Any]) -> Iterator[Part]:
    for number, item in enumerate(items, start=1):
        yield BadPart(str(item), number) if isinstance(item, InputError) else part_of(item, number)


def _row(line: str) -> Any:
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
