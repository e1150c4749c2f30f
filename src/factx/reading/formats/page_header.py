"""The lines between a page's headline and its story: old pages say only there who wrote it, and when."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import Any

from factx.reading.formats.markup import paragraphs_of
from factx.reading.header_lines import Statement, statements

_NO_KEY = re.compile(r"[\W_]+")
_BEGINNING = 40
"""Letters and figures by which the first paragraph of a story is known again."""
_FEWEST = 12
"""Letters and figures of a headline, which may stand in a title with the name of the site."""
_MOST_LINES = 12
"""Lines between a headline and its story."""
_LONGEST = 120
"""Characters of a line with a date behind names."""
_SEPARATOR = re.compile(r",\s+|\s[-–—·]\s+")


def lines_of(root: Any) -> list[str]:
    """The lines that a page shows."""
    return [line for paragraph in paragraphs_of(root) for line in paragraph.split("\n") if line]


def header_of(forms: Iterable[Sequence[str]], titles: Iterable[str], story: Sequence[str]) -> dict[str, str]:
    """Author and day that stand above a story, by the first of several forms of the page that tells them.

    >>> page = ["8 May 2026", "Dam bursts in Oru", "By Ana Roe", "Andes Wire, 3 May 2017", "Two fled.", "4 May 2017"]
    >>> header_of([page], ["Dam bursts in Oru | Andes Wire"], ["Two fled."])
    {'author': 'Ana Roe', 'published': '3 May 2017'}
    """
    found: dict[str, str] = {}
    keys = [key for title in titles if len(key := _key(title)) >= _FEWEST]
    for lines in forms:
        for kind, value in (pair for line in _above(lines, keys, story) for pair in _stated(line)):
            found.setdefault(kind, value)
    return {kind: found[kind] for kind in ("author", "published") if kind in found}


def _above(lines: Sequence[str], titles: list[str], story: Sequence[str]) -> list[str]:
    """The lines between headline and story, or those with a by-line right above the story.

    What stands above the headline may be the day on which the page was called up.
    """
    begins = next((_key(paragraph)[:_BEGINNING] for paragraph in story if not _stated(paragraph)), "")
    end = next((at for at, line in enumerate(lines) if begins and _key(line).startswith(begins)), 0)
    above = lines[max(0, end - _MOST_LINES) : end]
    start = next((at for at in reversed(range(len(above))) if _is_title(above[at], titles)), None)
    if start is not None:
        return list(above[start + 1 :])
    stated = list(takewhile(_stated, reversed(above)))
    return stated if any(kind == "author" for line in stated for kind, _ in _stated(line)) else []


def _is_title(line: str, titles: list[str]) -> bool:
    key = _key(line)
    return len(key) >= _FEWEST and any(key in title or title in key for title in titles)


def _stated(line: str) -> list[Statement]:
    """What a line states, or the date behind the names in it, and those."""
    if len(line) > _LONGEST:
        return []
    if found := statements(line):
        return found
    for mark in _SEPARATOR.finditer(line):
        if found := statements(line[mark.end() :]):
            return [*statements(line[: mark.start()]), *found]
    return []


def _key(text: str) -> str:
    return _NO_KEY.sub("", text.lower())
