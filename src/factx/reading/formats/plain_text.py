"""A text file that is one article, or several that were pasted into it."""

from __future__ import annotations

from collections.abc import Iterator

from factx.reading.encoding import decoded
from factx.reading.formats.dispatches import stories_of
from factx.reading.formats.opened import InputFile
from factx.reading.formats.paged_text import PAGE_END, without_page_edges
from factx.reading.formats.parts import Part, RawArticle, ReadOptions, with_note


def read(file: InputFile, options: ReadOptions) -> Iterator[Part]:
    """Yield the articles of a text file."""
    given, note = decoded(file.data())
    text = without_page_edges(given) if PAGE_END in given else given
    stories = stories_of(text)
    if not stories:
        yield RawArticle(text, is_file=text == given, note=note)
    yield from (with_note(part, note) for part in stories)
