"""Pages that tell a story in several posts, the newest first, each in an ``article`` of its own.

A post has a time, and no headline that leads to a page of its own, as those in a list of stories
have; the posts are most of what their page tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from factx.reading.formats.page_parts import FEWEST_LETTERS, letters_in

_LEADS_AWAY: Any = etree.XPath(
    "ancestor::a | .//h1 | .//a[@href and not(contains(@href, '#'))][ancestor::h2 or ancestor::h3 or ancestor::h4"
    " or .//h2 or .//h3 or .//h4]"
)
_CLOCK = re.compile(r"\b\d{1,2}[:.h]\d\d\b")
_LONGEST_TIME = 60
"""Characters at the beginning of a post in which its time stands."""
_LEAST_SHARE = 0.5
"""Share of a page's letters that its posts have together."""


def posts_of(root: Any) -> list[Any]:
    """The posts that are most of what a page tells, [] for a page that tells its story in one piece."""
    posts = list(_posts(root))
    is_most = len(posts) > 1 and sum(map(letters_in, posts)) >= _LEAST_SHARE * letters_in(root)
    return posts if is_most else []


def _posts(root: Any) -> Iterator[Any]:
    for article in root.iter("article"):
        is_whole = next(article.iterdescendants("article"), None) is None and letters_in(article) >= FEWEST_LETTERS
        if is_whole and not _LEADS_AWAY(article) and _has_time(article):
            yield article


def _has_time(article: Any) -> bool:
    begins = " ".join(" ".join(article.itertext()).split())[:_LONGEST_TIME]
    return next(article.iter("time"), None) is not None or _CLOCK.search(begins) is not None
