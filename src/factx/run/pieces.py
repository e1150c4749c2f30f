"""A long article in pieces, so that its work and its memory grow with its length alone.

It is cut between paragraphs. Each piece is read with what is known of the whole article (title,
day, dateline, publisher); what it says is not known in the next one: a pronoun, a family name or
"the same day" right behind a cut may find nothing to refer to, and which country a piece is about,
the piece itself tells.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from factx.reading import Article

LONGEST = 100_000
"""Characters of a piece: twenty times a long report of news, which is therefore never cut."""
_CUTS = ("\n\n", "\r\n\r\n", "\n", ". ", " ")
"""Where a piece may end, the best first: behind a paragraph, a line, a sentence, a word."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of an article as an article of its own, and how many characters of the whole are before it."""

    article: Article
    start: int


def pieces_of(item: Article, longest: int = LONGEST) -> Iterator[Piece]:
    """Yield the pieces of an article in their order, a short article as it is.

    >>> from factx.reading import article
    >>> whole = article("Two men fled.\\n\\nTen were held.", published="2020-05-20")
    >>> [(piece.start, piece.article.text) for piece in pieces_of(whole, longest=20)]
    [(0, 'Two men fled.\\n\\n'), (15, 'Ten were held.')]
    """
    if len(item.text) <= longest:
        yield Piece(item, 0)
        return
    for start, end in pairwise(_cuts(item.text, longest)):
        skip, aside = (_within(ranges, start, end) for ranges in (item.skip, item.aside))
        yield Piece(replace(item, text=item.text[start:end], skip=skip, aside=aside), start)


def _cuts(text: str, longest: int) -> Iterator[int]:
    """Yield where pieces begin, and the length of the text; no piece but the last is under half as long."""
    start = 0
    while len(text) - start > longest:
        yield start
        start = _cut(text, start + longest // 2, start + longest)
    yield start
    yield len(text)


def _cut(text: str, first: int, last: int) -> int:
    for sign in _CUTS:
        found = text.rfind(sign, first, last)
        if found >= 0:
            return found + len(sign)
    return last


def _within(ranges: Sequence[tuple[int, int]], start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The ranges as far as they are within a piece, counted from its beginning."""
    cut = ((max(first, start) - start, min(last, end) - start) for first, last in ranges)
    return tuple((first, last) for first, last in cut if first < last)
