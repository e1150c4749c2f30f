"""Copies: the same wire story in several papers, with another headline, other blanks, another credit.

Two articles are copies if nearly all their runs of five words are the same, all their numbers are,
and they came out on neighbouring days: a story told again with a higher toll is no copy. Header
lines, titles, datelines and closing credits do not count. What is kept of an article is a sketch of
some sixty numbers, the smallest hashes of its runs of words (Broder, "On the resemblance and
containment of documents", 1997), so that memory hardly grows with the folder.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from zlib import crc32

from factx.base import content_id, id_number, lexicon, numbered_id
from factx.reading.article import Article
from factx.reading.known_articles import Known, Numbers, Sketch

_WORD = re.compile(r"\w+")
_NUMBER_WORDS = lexicon.words("base/number_words")
_RUN = 5
"""Words of a run: shorter ones recur in other stories on the same matter."""
_CUT = 16
"""Bits of a run's hash that are left out: two of the sixteen left are the same by chance in texts of 10,000 words."""
_WORDS_AT_ONCE = 10_000
"""Words of an article that are in memory at once; the hashes of all its runs are few, as they are short."""
_KEPT = 56
"""Hashes in a sketch: enough to tell .95 of equal runs from .75."""
_KEYS = 4
"""Hashes by which, with that of the numbers, a sketch is looked up: copies share nearly every one."""
_RESEMBLANCE = 0.85
"""Share of equal runs: a paper's own first sentence or two cut at the end leave more, new paragraphs less."""
_MOST_DAYS_APART = 1
"""Papers print at night what agencies sent in the day before."""


@dataclass(frozen=True, slots=True)
class Place:
    """An article's place among those of a run: its id there, and which one it repeats, with a message."""

    article_id: str
    copy_of: str | None = None
    message: str | None = None


class Copies:
    """Knows the articles of a run so far, and marks those that repeat one."""

    def __init__(self) -> None:
        self._known = Known(_KEPT, _KEYS)
        self._ids = Numbers()

    def marked(self, item: Article) -> Article:
        """The article with an id of its own; a copy of an earlier one is ``skipped`` and says of which."""
        place = self.placed(item.article_id, item.path, sketch_of(item))
        if place.copy_of is not None:
            return replace(item, article_id=place.article_id, skipped=place.message, copy_of=place.copy_of)
        return item if place.article_id == item.article_id else replace(item, article_id=place.article_id)

    def placed(self, article_id: str, path: str | None, sketch: Sketch | None) -> Place:
        """The same by an article's id, path and sketch alone; one without a sketch repeats none."""
        if not self._ids.add(id_number(article_id)):
            article_id = content_id("article", article_id, path)
            self._ids.add(id_number(article_id))
        if sketch is None:
            return Place(article_id)
        near = (at for at in self._known.near(sketch) if _are_copies(self._known.sketch(at), sketch))
        if (original := next(near, None)) is not None:
            number, first = self._known.named(original)
            return Place(article_id, numbered_id("article", number), f"a copy of {first or None}")
        self._known.add(sketch, id_number(article_id), path or "")
        return Place(article_id)


def sketch_of(item: Article) -> Sketch | None:
    """What is compared of an article; None for one that is skipped."""
    if item.skipped:
        return None
    numbers: list[str] = []
    hashes: set[int] = set()
    before: list[str] = []
    words = _words(item)
    while more := list(islice(words, _WORDS_AT_ONCE)):
        numbers += (word for word in more if word in _NUMBER_WORDS or (not word.isalpha() and _has_digit(word)))
        before = [*before[1 - _RUN :], *more]
        hashes |= _runs(before)
    day = date.fromisoformat(item.published).toordinal() if item.published else 0
    runs = sorted(hashes or {_hash(" ".join(before).encode())})[:_KEPT]
    return Sketch(runs, crc32(" ".join(sorted(numbers)).encode()), day)


def _has_digit(word: str) -> bool:
    return any(map(str.isdigit, word))


def _runs(words: Sequence[str]) -> set[int]:
    """The hashes of the runs of words; none of fewer words than a run has."""
    encoded = list(map(str.encode, words))
    return set(map(_hash, map(b" ".join, zip(*(encoded[start:] for start in range(_RUN)), strict=False))))


def _hash(run: bytes) -> int:
    return crc32(run) >> _CUT


def _words(item: Article) -> Iterator[str]:
    """The words of the story in lower case, without header, title and credits."""
    text, title = item.text, item.title or ""
    start = len(title) if title and text.startswith(title) else 0
    for begin, end in [*item.skip, (len(text), len(text))]:
        yield from (found.group() for found in _WORD.finditer(text[start : max(start, begin)].lower()))
        start = max(start, end)


def _are_copies(first: Sketch, second: Sketch) -> bool:
    if first.numbers != second.numbers or not _are_near(first.day, second.day):
        return False
    both = set(first.runs) | set(second.runs)
    smallest = set(sorted(both)[:_KEPT])
    return len(smallest.intersection(first.runs).intersection(second.runs)) >= _RESEMBLANCE * len(smallest)


def _are_near(first: int, second: int) -> bool:
    """True for days beside each other, and where one is not known."""
    return not (first and second) or abs(first - second) <= _MOST_DAYS_APART
