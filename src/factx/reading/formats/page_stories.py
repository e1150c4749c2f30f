"""A page that holds several stories: posts of a live blog, or articles printed one below the other.

1. A live blog lists its posts in JSON-LD, each with its text and its time.
2. Stories are elements of one kind (``<article>``, or siblings with the same classes), or what
   stands between headings of one parent. Each has a headline, its day and a text, and together they
   are most of the page; a post of a live blog needs no headline, a long ``<article>`` no day.
3. A page that describes itself as one article is one.
"""

from __future__ import annotations

import copy
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from lxml import etree, html

from factx.reading.formats import page_metas
from factx.reading.formats.markup import paragraphs_of, text_of, texts_beside
from factx.reading.formats.page_parts import names_of, unread_parts
from factx.reading.header_lines import Statement, statements
from factx.reading.paper_lines import is_paper
from factx.reading.publication_date import day_of

_HEADINGS = ("h1", "h2", "h3", "h4")
_KINDS = ("div", "section", "li", "td")
_LIVE = re.compile(r"(?:^|[ -])live(?:blog)?(?=[ -]|$)")
_NUMBERED = re.compile(r"(?<!\S)[^\s\d]*+\d\S*")
_ARTICLE_PAGE: Any = etree.XPath("boolean(//meta[@property='og:type'][@content='article'])")
_TIMES: Any = etree.XPath(".//time[@datetime]")
_LEADS_AWAY: Any = etree.XPath(
    "ancestor-or-self::a[@href] | (.//h1 | .//h2 | .//h3 | .//h4)[1]"
    "/*/descendant-or-self::a[@href][not(starts-with(@href, '#'))] | .//a[@href][h1 or h2 or h3 or h4]"
)
_SEVERAL = 2
"""Paragraphs of a story; of others that a page links to it has one."""
_TOP = 6
"""Lines of a story among which its day is stated."""
_FEWEST_WORDS, _FEWEST_UNDATED, _FEWEST_IN_POST = 30, 120, 8
"""Words of a story with its day, of one without, and of a post: of other stories pages show a sentence."""
_FEWEST_IN_HEADLINE, _MOST_BESIDE = 3, 2
"""Words of a headline, which names above comments do not have, and beside a time that stands in no sentence."""
_MOST_UNLIKE = 8
"""Times that the longest may exceed the others together: a story above teasers of others does."""
_LEAST_SHARE = 0.6
"""Share of a page's letters that its stories have."""


@dataclass(frozen=True)
class Story:
    """An element that may be a story of its own."""

    element: Any

    @cached_property
    def title(self) -> str:
        """The first heading, "" without one."""
        return next((text for heading in self.element.iter(*_HEADINGS) if (text := text_of(heading))), "")

    @cached_property
    def paragraphs(self) -> list[str]:
        """The lines of the story but its headline."""
        heading = next(self.element.iter(*_HEADINGS), None)
        return paragraphs_of(self.element, [*unread_parts(self.element), *([] if heading is None else [heading])])

    @cached_property
    def words(self) -> int:
        """The number of words below the lines that state something."""
        return sum(len(line.split()) for line in self.paragraphs if not statements(line))

    @cached_property
    def is_teaser(self) -> bool:
        """True for a headline that leads to the story, with one paragraph of it."""
        told = [line for line in self.paragraphs if len(line.split()) >= _FEWEST_IN_POST and not statements(line)]
        return len(told) < _SEVERAL and self.words < _FEWEST_UNDATED and bool(_LEADS_AWAY(self.element))

    @cached_property
    def times(self) -> list[Any]:
        """The elements that state a time outside of sentences."""
        return [time for time in _TIMES(self.element) if _words_beside(time) <= _MOST_BESIDE]

    @cached_property
    def states(self) -> dict[str, str]:
        """The day, the paper and the author that the story states."""
        times = [("published", time.get("datetime").strip()) for time in self.times[:1]]
        top = self.paragraphs[:_TOP]
        lines: list[Statement] = [found for line in top for found in statements(line)]
        papers = [("publisher", line) for line in top if is_paper(line)]
        stated: dict[str, str] = {}
        for name, value in [*times, *lines, *papers]:
            if name != "published" or day_of(value):
                stated.setdefault(name, value)
        return stated

    def page(self, publisher: str, title: str) -> str:
        """The story as a page of its own; ``title`` is for a post that has none."""
        metas = {
            "article:published_time": self.states.get("published", ""),
            "og:site_name": self.states.get("publisher", "") or publisher,
            "author": self.states.get("author", ""),
            "og:title": self.title or title,
        }
        head = html.Element("head")
        for name, value in metas.items():
            if value:
                head.append(html.Element("meta", property=name, name=name, content=value))
        for time in self.times[:1]:
            time.drop_tree()
        body = html.tostring(self.element, encoding="unicode", with_tail=False)
        return f"<html>{html.tostring(head, encoding='unicode')}<body><article>{body}</article></body></html>"


def stories_in(root: Any, is_article: bool, unread: Sequence[Any]) -> list[Story]:
    """The stories of a page, [] if it holds one.

    ``is_article`` says that it describes itself as one, ``unread`` are its parts that are no text.
    """
    is_live = _is_live(root)
    if (is_article or _ARTICLE_PAGE(root)) and not is_live:
        return []
    for group in _groups(root, frozenset(unread)):
        stories = [Story(element) for element in group]
        sure = [story for story in stories if _is_sure(story, is_live)]
        if len(sure) < 2 or 2 * len(sure) < len(stories) or _is_one_above_teasers(sure):
            continue
        whole = sum(map(len, paragraphs_of(root, unread)))
        if sum(len(line) for story in stories for line in story.paragraphs) >= _LEAST_SHARE * whole:
            return [story for story in stories if story.words >= _FEWEST_IN_POST]
    return []


def _words_beside(element: Any) -> int:
    return sum(len(text.split()) for text in texts_beside(element))


def _is_live(root: Any) -> bool:
    """True for a page that calls itself live in its title or in the classes of what holds its posts."""
    title = " ".join([page_metas.title_element_of(root), *page_metas.headings_of(root)[:1]]).lower()
    named = (names_of(element) for element in root.iter("body", "main", "div", "section"))
    return _LIVE.search(re.sub(r"[^\w]+", " ", title)) is not None and any(map(_LIVE.search, named))


def _is_sure(story: Story, is_live: bool) -> bool:
    if is_live:
        return "published" in story.states and story.words >= _FEWEST_IN_POST
    if len(story.title.split()) < _FEWEST_IN_HEADLINE or story.is_teaser:
        return False
    if "published" in story.states:
        return story.words >= _FEWEST_WORDS
    return story.element.tag == "article" and story.words >= _FEWEST_UNDATED


def _is_one_above_teasers(stories: Sequence[Story]) -> bool:
    words = sorted(story.words for story in stories)
    return words[-1] > _MOST_UNLIKE * sum(words[:-1]) / (len(words) - 1) and words[-2] < _FEWEST_UNDATED


def _groups(root: Any, unread: frozenset[Any]) -> Iterator[list[Any]]:
    """Yield elements of one kind, and at last what stands between headings."""
    read = [element for element in root.iter("article", *_KINDS) if unread.isdisjoint(_around(element))]
    articles = [element for element in read if element.tag == "article"]
    held = set(articles)
    yield [element for element in articles if held.isdisjoint(element.iterancestors())]
    siblings: dict[tuple[Any, ...], list[Any]] = defaultdict(list)
    for element in read:
        siblings[element.getparent(), element.tag, _NUMBERED.sub("", names_of(element)).strip()].append(element)
    yield from (group for group in siblings.values() if len(group) > 1)
    for parent in {heading.getparent(): None for heading in root.iter(*_HEADINGS)}:
        if unread.isdisjoint(_around(parent)):
            yield from _between_headings(parent)


def _around(element: Any) -> Iterator[Any]:
    yield element
    yield from element.iterancestors()


def _between_headings(parent: Any) -> Iterator[list[Any]]:
    """Yield copies of what an element has from each heading of one rank to the next."""
    for rank in _HEADINGS:
        headings = parent.findall(rank)
        if len(headings) > 1:
            yield [_run(heading, rank) for heading in headings]


def _run(heading: Any, rank: str) -> Any:
    run = html.Element("div")
    run.append(_copied(heading))
    for element in heading.itersiblings():
        if element.tag == rank:
            break
        run.append(_copied(element))
    return run


def _copied(element: Any) -> Any:
    """An element and the words behind it as a block."""
    block = html.Element("div")
    block.append(copy.deepcopy(element))
    return block
