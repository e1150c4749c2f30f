"""By-lines of exports to authors: the word for "by" before the names is none of them."""

from __future__ import annotations

import re

from factx.base import lexicon

_NOBODY = lexicon.classes("reading/byline_words")["nobody"]
_BY = re.compile(r"by[:\s]\s*", re.IGNORECASE)


def author_of(byline: str) -> str:
    """The author that a by-line names, "" if none.

    >>> author_of("BY ANA DIAZ"), author_of("Byron Lee"), author_of("Anonymous")
    ('ANA DIAZ', 'Byron Lee', '')
    """
    folded = " ".join(byline.split())
    by = _BY.match(folded)
    name = (folded[by.end() :] if by else folded).strip(" ,;")
    return "" if name.lower().rstrip(".") in _NOBODY else name
