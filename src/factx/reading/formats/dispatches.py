"""Dispatches of an old paper below one running head, as recognised text has them.

The head names paper and day. Each dispatch stands below a headline in capitals, and most begin with
a place and a day of their own; cross-heads within a story have none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from factx.reading.dateline import find_dateline
from factx.reading.formats.clippings import articles_in
from factx.reading.formats.parts import RawArticle
from factx.reading.header_lines import statements
from factx.reading.paper_lines import is_paper

_LONGEST_HEAD, _FEWEST_LETTERS = 70, 6
"""Characters of a headline in capitals, and letters: initials and numerals of chapters have fewer."""
_KNOWN = frozenset(("publisher", "published"))
"""What a head states."""
_MOST_AT_TOP = 4
"""Lines of a head: paper, number, day, price."""
_OF_ISSUE = re.compile(r"(?:vol|no|price|page)\b", re.IGNORECASE)
_FEWEST = 2
"""Dispatches with a place of their own: a single one is a story with cross-heads."""


def stories_of(text: str) -> list[RawArticle]:
    """The articles of a text, dispatches or such as were pasted, numbered; [] if it is one.

    >>> stories_of("Two men died.")
    []
    """
    lines = text.splitlines(keepends=True)
    pasted = enumerate(articles_in(lines), start=1)
    return dispatches_in(text) or [
        RawArticle("".join(lines[slice(*at)]).strip(), number=number) for number, at in pasted
    ]


def dispatches_in(text: str) -> list[RawArticle]:
    """The dispatches of a text, numbered, [] if it is one article.

    >>> told = "FIRE.\\n\\nBOR, June 3.—Two men died.\\n\\nDAM BURSTS.\\n\\nORU, June 4.—Ten fled."
    >>> [part.text for part in dispatches_in(f"The Andes Courier, June 5, 1878.\\n\\nA BIG {told}")]
    ['BOR, June 3.—Two men died.', 'ORU, June 4.—Ten fled.']
    """
    lines = text.splitlines()
    filled = [at for at, line in enumerate(lines) if line.strip()]
    stated, rest = _top(lines, filled)
    heads = list(_heads(lines, rest)) if stated.keys() >= _KNOWN else []
    if len(heads) < _FEWEST or heads[0] != rest[0]:
        return []
    spans = [*zip(heads, [*heads[1:], len(lines)], strict=True)]
    placed = sum(_has_place(lines[start:end]) for start, end in spans)
    if placed < _FEWEST or 2 * placed < len(spans):
        return []
    known = {name: stated[name] for name in sorted(_KNOWN)}
    return [_article(lines[start:end], known, number) for number, (start, end) in enumerate(spans, start=1)]


def _top(lines: Sequence[str], filled: Sequence[int]) -> tuple[dict[str, str], Sequence[int]]:
    """What the lines at the top state, in one or several, and the places of the lines below them."""
    stated: dict[str, str] = {}
    for count, at in enumerate(filled[:_MOST_AT_TOP]):
        found = {} if stated.keys() >= _KNOWN else _stated(lines[at].strip().rstrip("."))
        if not found and not _OF_ISSUE.match(lines[at].strip()):
            return stated, filled[count:]
        stated |= found
    return stated, filled[_MOST_AT_TOP:]


def _stated(line: str) -> dict[str, str]:
    """What a line of the head states; the name of a paper may stand alone."""
    found: dict[str, str] = {}
    found.update(statements(line))
    return found or ({"publisher": line} if is_paper(line) else {})


def _article(lines: Sequence[str], known: Mapping[str, str], number: int) -> RawArticle:
    """The dispatch that stands in lines, the first of which is its headline."""
    title = " ".join(lines[0].split()).rstrip(".")
    return RawArticle("\n".join(lines[1:]).strip(), {"title": title, **known}, number)


def _heads(lines: Sequence[str], filled: Sequence[int]) -> Iterator[int]:
    """Yield the places of headlines in capitals below a blank line, of several below each other the first."""
    was_head = False
    for at in filled:
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
