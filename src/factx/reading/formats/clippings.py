"""Several articles that somebody has pasted into one file, one below the other, each with its day.

Each begins with its headline, and one of the next lines states the day on which it was published.
The first does so at the top of the file. A later one stands below a rule, blank lines or the end of
a page; without these it has the shape of the first: as many lines from the headline to the day,
below the end of a sentence. The first may have no day where all others are set apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from factx.reading.furniture import furniture
from factx.reading.header_lines import LONGEST_HEADER_LINE, statements
from factx.reading.sentence_ends import ends_sentence

_NEAR = 4
"""Lines from the headline to the day: deck, paper and by-line may stand between them."""
_FEWEST_WORDS = 20
"""Words of an article below its day: a date amid a text, or an entry of a chronology, has fewer."""
_FEWEST_APART, _FEWEST_IN_HEADLINE = 3, 4
"""Words of a headline that is set apart, or not: names above comments, or above birthdays, have fewer."""
_APART = 2
"""Blank lines that part articles: paragraphs have one between them."""
_RULE = re.compile(r"(?:[*_=~#•·–—-][ \t]*){3,}")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line with words: its place, and whether a rule, blank lines or a page's end are above it."""

    at: int
    text: str
    is_apart: bool


def articles_in(lines: Sequence[str]) -> list[tuple[int, int]]:
    """The first line of each article of a text and the one behind its last, [] if it is one article.

    >>> story = ["The bridge is shut", "4 May 2020", "", "The bridge was shut after a lorry hit it on Monday."]
    >>> story = [*story, "It may be shut for the rest of the week, and boats wait there, police said."]
    >>> articles_in([*story, "", "* * *", *story]), articles_in(story)
    ([(0, 5), (7, 12)], [])
    """
    filled = list(_filled(lines))
    heads = [(first, day) for first, day in _heads(filled) if _has_text(filled, day)]
    if not heads:
        return []
    later = _later(filled, heads)
    firsts = [0, *(first for first in later if not _is_furniture(lines, filled[first].at))]
    ends = [filled[first - 1].at + 1 for first in firsts[1:]] + [filled[-1].at + 1]
    return [(filled[first].at, end) for first, end in zip(firsts, ends, strict=True)] if len(firsts) > 1 else []


def _later(lines: Sequence[_Line], heads: Sequence[tuple[int, int]]) -> list[int]:
    """The places of all headlines but the first's."""
    (first, day), *others = heads
    if first == 0:
        return [other for other, its_day in others if lines[other].is_apart or its_day - other == day]
    is_told = _may_begin(lines, 0) and _is_text(lines[1:first])
    return [other for other, _ in heads] if is_told and all(lines[other].is_apart for other, _ in heads) else []


def _is_furniture(lines: Sequence[str], at: int) -> bool:
    """True for a line of what a page has below its story: comments, more of its stories."""
    ends = "" if lines[0].endswith(("\n", "\r")) else "\n"
    place = len(ends.join([*lines[:at], ""]))
    return any(start <= place < end for start, end in furniture(ends.join(lines)))


def _filled(lines: Sequence[str]) -> Iterator[_Line]:
    """Yield the lines with words; rules part them."""
    blank = _APART
    for at, line in enumerate(lines):
        text = line.strip()
        if _RULE.fullmatch(text):
            blank = _APART
        elif text:
            yield _Line(at, text, blank >= _APART or "\f" in line)
            blank = 0
        else:
            blank += 1 + _APART * ("\f" in line)


def _heads(lines: Sequence[_Line]) -> Iterator[tuple[int, int]]:
    """Yield the places of headlines and of the days below them; what stands apart begins an article."""
    days = [index for index, line in enumerate(lines) if _states_day(line.text)]
    for before, day in pairwise([-1, *days]):
        nearest = range(max(day - _NEAR, before + 1), day)
        headlines = [index for index in nearest if _may_begin(lines, index)]
        if headlines:
            yield next((index for index in reversed(headlines) if lines[index].is_apart), headlines[0]), day


def _states_day(line: str) -> bool:
    return any(kind == "published" for kind, _ in statements(line))


def _may_begin(lines: Sequence[_Line], index: int) -> bool:
    """True for a headline: words that state nothing and end no sentence, below the end of a text."""
    text = lines[index].text
    if len(text) > LONGEST_HEADER_LINE or ends_sentence(text) or statements(text):
        return False
    if lines[index].is_apart:
        return len(text.split()) >= _FEWEST_APART or index == 0
    return len(text.split()) >= _FEWEST_IN_HEADLINE and ends_sentence(lines[index - 1].text)


def _has_text(lines: Sequence[_Line], day: int) -> bool:
    """True if enough words with the end of a sentence stand below a day, up to the next."""
    return _is_text(takewhile(lambda line: not _states_day(line.text), lines[day + 1 :]))


def _is_text(lines: Iterable[_Line]) -> bool:
    """True if enough words with the end of a sentence stand in lines."""
    count = 0
    for line in lines:
        count += len(line.text.split())
        if count >= _FEWEST_WORDS and ends_sentence(line.text):
            return True
    return False
