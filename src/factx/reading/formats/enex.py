"""Notes that Evernote exports: mostly pages that a reader has clipped, each with its address.

The days of a note are those of its making, not of what was clipped: they are none of the article's.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from factx.base import InputError
from factx.reading.formats.feed_fields import Fields
from factx.reading.formats.feeds import BROKEN_OFF
from factx.reading.formats.opened import InputFile
from factx.reading.formats.parts import BadPart, Part, RawArticle, ReadOptions
from factx.reading.formats.story_html import content_paragraphs, title_of
from factx.reading.formats.xml_stream import BrokenOff, elements_of

_START = "<en-note"


def read(file: InputFile, options: ReadOptions) -> Iterator[Part]:
    """Yield an article for each note with a text."""
    number = 0
    try:
        for number, note in enumerate(elements_of(file, "note"), start=1):
            yield _part(note, number)
    except BrokenOff:
        yield BadPart(BROKEN_OFF, number + 1)
        return
    if not number:
        raise InputError("no notes in this export")


def _part(note: Any, number: int) -> Part:
    fields = Fields(note)
    content = fields.raw("content")
    paragraphs = content_paragraphs(content[max(content.find(_START), 0) :])
    if not paragraphs:
        return BadPart("no text: the note has pictures or files alone", number)
    address = (note.findtext(".//{*}source-url") or "").strip()
    found = {"title": title_of(fields.text("title")), "url": address}
    return RawArticle("\n\n".join(paragraphs), {name: value for name, value in found.items() if value}, number)
