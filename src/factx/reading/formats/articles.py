"""Items of a file, from JSON or a table, to its parts; here is what only the whole file tells."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from factx.base import InputError
from factx.reading.formats.day_order import DayOrder
from factx.reading.formats.fields import dates_in, part_of
from factx.reading.formats.parts import BadPart, Part, RawArticle, ReadOptions, with_note
from factx.reading.streamed_encoding import UTF8, StreamEncoding, without_marks

Items = Callable[[], Iterator[tuple[int | None, Any]]]
"""Reads the items of a file anew, each with its number; an ``InputError`` stands for one that is broken."""


def parts_of(items: Items, options: ReadOptions, encoding: StreamEncoding = UTF8) -> Iterator[Part]:
    """Yield the parts that items are; ``encoding`` says which of them are decoded in doubt.

    A second pass over the items is made only when a date in figures comes. If no item has a text
    because the export carries none, a last part says so for the file.
    """
    order = DayOrder(
        options.day_first, lambda: (date for _, item in items() for date in dates_in(encoding.told(item)[0], options))
    )
    textless: str | None = None
    part: Part | None = None
    all_textless = True
    for number, item in items():
        if isinstance(item, InputError):
            part = BadPart(without_marks(str(item)), number)
        else:
            meant, note = encoding.told(item)
            part = with_note(part_of(meant, number, options, order), note)
        if isinstance(part, RawArticle):
            all_textless = all_textless and part.skipped is not None
            textless = textless or part.skipped
        yield part
    if part is None:
        raise InputError("no articles: the file has none below its header")
    if textless and all_textless:
        yield BadPart(textless)
