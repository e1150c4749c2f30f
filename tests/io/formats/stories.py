"""A story of a page around elements that are under test."""

from __future__ import annotations

from factx.reading.formats.markup import html_of
from factx.reading.formats.page_text import story_of

BEFORE = "The mayor of Oru said that families would sleep in the schools until the roads are open again. " * 8
AFTER = "A spokesman of the army told the paper that trucks with food were on the way to the valley. " * 8


def lines_of(inner: str) -> list[str]:
    """What is read of some elements in the middle of a story."""
    page = f"<html><body><article><p>{BEFORE}</p>{inner}<p>{AFTER}</p></article></body></html>"
    first, *lines, last = story_of(html_of(page), [])
    assert (first, last) == (BEFORE.strip(), AFTER.strip())
    return lines
