"""Copies: the same wire story in several papers, with another headline, other blanks, another credit.

Two articles are copies if nearly all their runs of five words are the same, all their numbers are,
and they came out on neighbouring days: a story told again with a higher toll is no copy. Header
lines, titles, datelines and closing credits do not count. What is kept of an article is a sketch of
some hundred numbers, the smallest hashes of its runs of words (Broder, "On the resemblance and
containment of documents", 1997), so that memory hardly grows with the folder.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import accumulate
from zlib import crc32

from factx.base import content_id, lexicon
from factx.reading.article import Article

_WORD = re.compile(r"\w+")
_NUMBER_WORDS = lexicon.words("base/number_words")
_RUN = 5
"""Words of a run: shorter ones recur in other stories on the same matter."""
_SEED = 32
"""Bits of a hash: what a run's is shifted by, so that the numbers' fits beside it."""
_KEPT = 64
"""Hashes in a sketch: enough to tell .95 of equal runs from .75."""
_KEYS = 4
"""Hashes by which, with that of the numbers, a sketch is looked up: copies share nearly every one."""
_RESEMBLANCE = 0.85
"""Share of equal runs: a paper's own first sentence or two cut at the end leave more, new paragraphs less."""
_MOST_DAYS_APART = 1
"""Papers print at night what agencies sent in the day before."""


@dataclass(frozen=True, slots=True)
class _Sketch:
    """What is kept of an article; ``runs`` are the smallest hashes of runs of words, ``numbers`` is one."""

    article_id: str
    path: str | None
    published: str | None
    runs: Sequence[int]
    numbers: int

    def lookups(self) -> Iterator[int]:
        """Yield what it is looked up by; reports by a pattern (weather, shares) differ in their numbers."""
        return (run << _SEED | self.numbers for run in self.runs[:_KEYS])


class Copies:
    """Knows the articles of a run so far, and marks those that repeat one."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[_Sketch, ...]] = {}
        self._ids: set[str] = set()

    def marked(self, item: Article) -> Article:
        """The article with an id of its own; a copy of an earlier one is ``skipped`` and says of which."""
        if item.article_id in self._ids:
            item = replace(item, article_id=content_id("article", item.article_id, item.path))
        self._ids.add(item.article_id)
        if item.skipped:
            return item
        sketch = _sketch(item)
        original = next(filter(None, (self._original(sketch, key) for key in sketch.lookups())), None)
        if original is not None:
            return replace(item, skipped=f"a copy of {original.path}", copy_of=original.article_id)
        for key in sketch.lookups():
            self._known[key] = (*self._known.get(key, ()), sketch)
        return item

    def _original(self, sketch: _Sketch, key: int) -> _Sketch | None:
        return next((known for known in self._known.get(key, ()) if _are_copies(known, sketch)), None)


def _sketch(item: Article) -> _Sketch:
    words = list(_words(item))
    numbers = sorted(word for word in words if word in _NUMBER_WORDS or _has_digit(word))
    kept = array("I", sorted(_hashes_of_runs(words))[:_KEPT])
    return _Sketch(item.article_id, item.path, item.published, kept, crc32(" ".join(numbers).encode()))


def _has_digit(word: str) -> bool:
    return not word.isalpha() and any(map(str.isdigit, word))


def _hashes_of_runs(words: Sequence[str]) -> set[int]:
    """The hash of each run of words; a text that is shorter than one is one."""
    encoded = [word.encode() for word in words]
    ends = list(accumulate(len(word) + 1 for word in encoded))
    text = b" ".join(encoded)
    spans = zip([0, *ends], ends[_RUN - 1 :], strict=False)
    return {crc32(text[begin : end - 1]) for begin, end in spans} or {crc32(text)}


def _words(item: Article) -> Iterator[str]:
    """The words of the story in lower case, without header, title and credits."""
    text, title = item.text, item.title or ""
    start = len(title) if title and text.startswith(title) else 0
    for begin, end in [*item.skip, (len(text), len(text))]:
        yield from _WORD.findall(text[start : max(start, begin)].lower())
        start = max(start, end)


def _are_copies(first: _Sketch, second: _Sketch) -> bool:
    if first.numbers != second.numbers or not _are_near(first.published, second.published):
        return False
    both = set(first.runs) | set(second.runs)
    smallest = set(sorted(both)[:_KEPT])
    return len(smallest.intersection(first.runs).intersection(second.runs)) >= _RESEMBLANCE * len(smallest)


def _are_near(first: str | None, second: str | None) -> bool:
    """True for days beside each other, and where one is not known."""
    if first is None or second is None:
        return True
    return abs((date.fromisoformat(first) - date.fromisoformat(second)).days) <= _MOST_DAYS_APART
