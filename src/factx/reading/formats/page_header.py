"""The lines between a page's headline and its story: old pages say only there who wrote it, and when."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import Any

from factx.reading.formats.markup import paragraphs_of
from factx.reading.formats.page_parts import key_of
from factx.reading.header_lines import Statement, statements

_BEGINNING = 40
"""Letters and figures by which the first paragraph of a story is known again."""
_FEWEST = 12
"""Letters and figures of a headline, which may stand in a title with the name of the site."""
_MOST_LINES = 12
"""Lines between a headline and its story."""
_LONGEST = 120
"""Characters of a line with a date behind names."""
_LAST = 3
"""Lines below a story that may say who wrote it, and when."""
_TOLD = ("author", "published", "updated")
_BAR = re.compile(r"[|•·]")
_SEPARATOR = re.compile(r",\s+|\s[-–—]\s+")
_JOINT = re.compile(r"\son\s|\s(?=by\s)", re.IGNORECASE)
_NAMES = re.compile(r"(?:[^\W\d_a-z][\w.'’-]*(?:,?\s+(?:of|and|the|de|in)\b)*(?:,?\s+|$)){1,8}")
"""Who wrote a story, or the paper, in front of its date."""


def lines_of(root: Any) -> list[str]:
    """The lines that a page shows."""
    return [line for paragraph in paragraphs_of(root) for line in paragraph.split("\n") if line]


def header_of(forms: Iterable[Sequence[str]], titles: Iterable[str], story: Sequence[str]) -> dict[str, str]:
    """Author and days that stand above a story, by the first of several forms of the page that tells them.

    >>> page = ["8 May 2026", "Dam bursts in Oru", "By Ana Roe", "Andes Wire, 3 May 2017", "Two fled.", "4 May 2017"]
    >>> header_of([page], ["Dam bursts in Oru | Andes Wire"], ["Two fled."])
    {'author': 'Ana Roe', 'published': '3 May 2017'}
    """
    found: dict[str, str] = {}
    ends = [next((told for told in told_from if not _stated(told)), "") for told_from in (story, reversed(story))]
    keys = [key for title in titles if len(key := key_of(title)) >= _FEWEST]
    for lines in forms if all(ends) else ():
        for kind, value in (pair for line in _around(lines, keys, ends) for pair in _stated(line)):
            found.setdefault(kind, value)
    return {kind: found[kind] for kind in _TOLD if kind in found}


def _around(lines: Sequence[str], titles: list[str], story: Sequence[str]) -> list[str]:
    """The lines above the story, or those with a by-line right below it."""
    if any(map(_stated, above := _above(lines, titles, story))):
        return above
    end = _place_of(story[-1], lines)
    return _with_author(lines[end + 1 : end + 1 + _LAST]) if end is not None else []


def _place_of(paragraph: str, lines: Sequence[str]) -> int | None:
    begins = key_of(paragraph)[:_BEGINNING]
    return next((at for at, line in enumerate(lines) if begins and key_of(line).startswith(begins)), None)


def _with_author(lines: Iterable[str]) -> list[str]:
    """The lines up to the first that states nothing, if a by-line is among them."""
    stated = list(takewhile(_stated, lines))
    return stated if any(kind == "author" for line in stated for kind, _ in _stated(line)) else []


def _above(lines: Sequence[str], titles: list[str], story: Sequence[str]) -> list[str]:
    """The lines between headline and story, or those with a by-line right above the story.

    What stands above the headline may be the day on which the page was called up.
    """
    end = _place_of(story[0], lines) or 0
    above = lines[max(0, end - _MOST_LINES) : end]
    start = next((at for at in reversed(range(len(above))) if _is_title(above[at], titles)), None)
    if start is not None:
        return list(above[start + 1 :])
    return _with_author(reversed(above))


def _is_title(line: str, titles: list[str]) -> bool:
    key = key_of(line)
    return len(key) >= _FEWEST and any(key in title or title in key for title in titles)


def _stated(line: str) -> list[Statement]:
    """What a line states, or the date behind the names in it, and those."""
    if len(line) > _LONGEST:
        return []
    if found := statements(line):
        return found
    return [pair for part in _BAR.split(line) for pair in _of_part(part.strip())]


def _of_part(part: str) -> list[Statement]:
    """What a part of a line states, or both of two parts of it, or its end behind names."""
    if found := statements(part):
        return found
    for mark in _JOINT.finditer(part):
        before, after = statements(part[: mark.start()]), statements(part[mark.end() :])
        if before and after:
            return before + after
    for mark in _SEPARATOR.finditer(part):
        names = part[: mark.start()]
        if _NAMES.fullmatch(names) and (found := statements(part[mark.end() :])):
            return [*statements(names), *found]
    return []
