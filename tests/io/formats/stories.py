"""A story of a page around elements that are under test."""

from __future__ import annotations

from factx.reading.formats.page_parts import unread_parts
from factx.reading.formats.page_text import parsed, story_of

BEFORE = "The mayor of Oru said that families would sleep in the schools until the roads are open again. " * 8
AFTER = "A spokesman of the army told the paper that trucks with food were on the way to the valley. " * 8


def story_in(page: str) -> list[str]:
    """The paragraphs of a page's story."""
    root = parsed(page)
    return story_of(root, [], unread_parts(root))


def lines_of(inner: str) -> list[str]:
    """What is read of some elements in the middle of a story."""
    page = f"<html><body><article><p>{BEFORE}</p>{inner}<p>{AFTER}</p></article></body></html>"
    first, *lines, last = story_in(page)
    assert (first, last) == (BEFORE.strip(), AFTER.strip())
    return lines
