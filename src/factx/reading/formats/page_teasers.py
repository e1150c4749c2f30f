"""Teasers of other stories below or beside a page's own: a headline that is a link, and a sentence.

Short stories have less text than the teasers around them, and whoever looks for the most text takes
those in. A headline with a link amid the story's own paragraphs is a section of it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import takewhile
from typing import Any

from lxml import etree

_LINKED_HEADLINES: Any = etree.XPath(
    ".//*[self::h2 or self::h3 or self::h4 or self::h5]"
    "[.//a[@href and not(contains(@href, '#'))] or ancestor::a[@href and not(contains(@href, '#'))]]"
)
_FEWEST, _MOST_TOLD = 3, 1
"""Teasers that make a list, or paragraphs a story, and paragraphs of a teaser."""
_FEWEST_LETTERS, _MOST_LETTERS = 60, 600
"""Letters of a paragraph that tells something, and of all of a teaser."""


def teasers_in(root: Any) -> list[Any]:
    """The elements of a page that are teasers beside its story, [] if it has none of its own."""
    headlines = _LINKED_HEADLINES(root)
    if len(headlines) < _FEWEST:
        return []
    held = Counter(outer for headline in headlines for outer in headline.iterancestors())
    lists: dict[Any, list[Any]] = defaultdict(list)
    for headline in headlines:
        around = [headline, *takewhile(lambda outer: held[outer] == 1, headline.iterancestors())]
        lists[around[-1].getparent()].append(around[-1])
    found = [teaser for alike in lists.values() if len(alike) >= _FEWEST for teaser in alike if _is_short(teaser)]
    inside = {element for teaser in found for element in teaser.iter("p")}
    own = [paragraph.getparent() for paragraph in root.iter("p") if _tells(paragraph) and paragraph not in inside]
    return [teaser for teaser in found if set(own).isdisjoint(_around(teaser))] if len(own) >= _FEWEST else []


def _around(teaser: Any) -> Iterator[Any]:
    """Yield what a teaser stands in and what it holds: none of it has paragraphs of the story."""
    yield from teaser.iterancestors()
    yield from teaser.iter()


def _is_short(teaser: Any) -> bool:
    told = sum(map(_tells, teaser.iter("p", "div")))
    return told <= _MOST_TOLD and len(teaser.text_content().strip()) <= _MOST_LETTERS


def _tells(paragraph: Any) -> bool:
    """True for a paragraph, or a block of words alone, of some length."""
    if paragraph.tag == "div" and (len(paragraph) or not paragraph.text):
        return False
    return len(paragraph.text_content().strip()) >= _FEWEST_LETTERS
