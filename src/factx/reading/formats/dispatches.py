"""Dispatches of an old paper below one running head, as recognised text has them.

The head names paper and day. Each dispatch stands below a headline in capitals, and most begin with
a place and a day of their own; cross-heads within a story have none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from factx.reading.dateline import find_dateline
from factx.reading.formats.parts import RawArticle
from factx.reading.header_lines import statements

_LONGEST_HEAD, _FEWEST_LETTERS = 70, 6
"""Characters of a headline in capitals, and letters: initials and numerals of chapters have fewer."""
_FEWEST = 2
"""Dispatches with a place of their own: a single one is a story with cross-heads."""


def dispatches_in(text: str) -> list[RawArticle]:
    """The dispatches of a text, numbered, [] if it is one article.

    >>> told = "FIRE.\\n\\nBOR, June 3.—Two men died.\\n\\nDAM BURSTS.\\n\\nORU, June 4.—Ten fled."
    >>> [part.text for part in dispatches_in(f"The Andes Courier, June 5, 1878.\\n\\nA BIG {told}")]
    ['BOR, June 3.—Two men died.', 'ORU, June 4.—Ten fled.']
    """
    lines = text.splitlines()
    filled = [at for at, line in enumerate(lines) if line.strip()]
    stated = dict(statements(lines[filled[0]].strip())) if filled else {}
    if not {"publisher", "published"} <= stated.keys():
        return []
    heads = list(_heads(lines, filled))
    if len(heads) < _FEWEST or heads[0] != filled[1]:
        return []
    spans = [*zip(heads, [*heads[1:], len(lines)], strict=True)]
    placed = sum(_has_place(lines[start:end]) for start, end in spans)
    if placed < _FEWEST or 2 * placed < len(spans):
        return []
    known = {name: stated[name] for name in ("publisher", "published")}
    return [_article(lines[start:end], known, number) for number, (start, end) in enumerate(spans, start=1)]


def _article(lines: Sequence[str], known: Mapping[str, str], number: int) -> RawArticle:
    """The dispatch that stands in lines, the first of which is its headline."""
    title = " ".join(lines[0].split()).rstrip(".")
    return RawArticle("\n".join(lines[1:]).strip(), {"title": title, **known}, number)


def _heads(lines: Sequence[str], filled: Sequence[int]) -> Iterator[int]:
    """Yield the places of headlines in capitals below a blank line, of several below each other the first."""
    was_head = False
    for at in filled[1:]:
        is_head = _is_head(lines[at]) and not lines[at - 1].strip()
        if is_head and not was_head:
            yield at
        was_head = is_head


def _is_head(line: str) -> bool:
    text = line.strip()
    return text.isupper() and len(text) <= _LONGEST_HEAD and sum(map(str.isalpha, text)) >= _FEWEST_LETTERS


def _has_place(lines: Sequence[str]) -> bool:
    """True if the first line that is no headline begins with a place and a day."""
    first = next((line.strip() for line in lines if line.strip() and not _is_head(line)), "")
    found = find_dateline(first)
    return found is not None and found.place is not None
