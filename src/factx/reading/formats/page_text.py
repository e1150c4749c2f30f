"""The text of the article in a page: what trafilatura finds, held against what the page itself marks.

1. Captions, lists of other stories, notices of cookies and the like are taken out before.
2. Of short stories trafilatura also takes what stands around them, of long ones in several parts it
   may lose some: the element that is named as the article's text decides.
3. The headline, the by-line and the date above the text are metadata.
"""

from __future__ import annotations

import copy
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from html import unescape
from typing import Any

from lxml import etree

from factx.base import lexicon
from factx.reading.formats.markup import html_of, paragraphs_of
from factx.reading.formats.page_lines import keep_lines
from factx.reading.formats.page_links import offers
from factx.reading.formats.page_marks import settle_marks
from factx.reading.formats.page_parts import FEWEST_LETTERS, is_body, key_of, letters_in, names_of
from factx.reading.formats.page_posts import posts_of
from factx.reading.formats.page_shapes import simplify
from factx.reading.formats.page_teasers import teasers_in
from factx.reading.formats.story_html import content_paragraphs
from factx.reading.header_lines import statements
from factx.reading.publication_date import day_of
from factx.reading.sentence_ends import ends_sentence

_ROLES = lexicon.classes("reading/field_words")["role"]
_SHORT = 600
"""Characters of a story about which trafilatura is unsure and takes in more of the page."""
_MOST_INSIDE = 0.6
"""Share of what trafilatura finds that must lie in the marked element for that to decide."""
_MUCH_MORE = 1.4
"""Times the text of trafilatura that the marked element must hold to take its place."""
_FEWEST_TOLD = 300
"""Characters of a text in JSON-LD that is no teaser."""
_TOP, _BOTTOM = 6, 2
"""Paragraphs at the beginning and the end that may be headline, by-line or date."""
_LONGEST_BYLINE = 150
"""Characters of a line with names and a date."""
_BYLINE = re.compile(r"(?:by|from)[:\s]\s*(?=[^\W\d_])", re.IGNORECASE)
_SHORTEST_PART, _LONGEST_PART = 24, 300
"""Letters and figures of words that are pulled out of a story: fewer may come again by chance."""
_TABLE_CELLS = re.compile(r"(?:(?<!\s)\s++)?\\?\|\s*")
_LIST_MARK = re.compile(r"^(?:[-*•]\s+)+")
_RULE = re.compile(r"[\s-]*")
"""A line of nothing, or of the dashes under the head of a table."""


def parsed(page: str) -> Any:
    """The root element of a page, without comments; raises ``InputError`` if there is none.

    trafilatura leaves out what a sentence goes on with behind one ("killed <!-- -->12 people").
    """
    root = html_of(page.replace("\0", ""))
    etree.strip_tags(root, etree.Comment, etree.ProcessingInstruction)
    return root


def story_of(root: Any, known: Iterable[str], unread: Iterable[Any]) -> list[str]:
    """The paragraphs of a page's article; ``known`` are headline, authors and publisher.

    What is ``unread`` is taken out of ``root``, which is of no use afterwards.
    """
    for element in unread:
        _drop(element)
    for element in teasers_in(root):
        _drop(element)
    settle_marks(root)
    simplify(root)
    keep_lines(root)
    for element in offers(root):
        _drop(element)
    marked, is_named = _marked_text(root)
    found = _by_trafilatura(root)
    return _once(_without_header(_chosen(found, marked, is_named), frozenset(map(key_of, known))))


def _drop(element: Any) -> None:
    if element.getparent() is not None:
        element.drop_tree()


def _by_trafilatura(page: Any) -> list[str]:
    from trafilatura import extract

    text = extract(page, options=copy.copy(_settings())) or ""
    lines = (_plain(line) for line in text.split("\n"))
    return [" ".join(line.split()) for line in lines if not _RULE.fullmatch(line)]


def _plain(line: str) -> str:
    """A line without the marks of an item of a list, or of the cells of a table."""
    line = line.strip()
    if line.startswith("|"):
        return _TABLE_CELLS.sub(" ", line)
    return _LIST_MARK.sub("", line)


@cache
def _settings() -> Any:
    """What trafilatura is asked for; to read its own settings takes it as long as to parse a short page."""
    from trafilatura.settings import Extractor

    return Extractor(comments=False, formatting=False)


def _chosen(found: list[str], marked: list[str], is_named: bool) -> list[str]:
    """The paragraphs of trafilatura, those outside of the marked element left out, or all of that.

    Sentences above it stay: the introduction often stands in an element of its own.
    """
    inside = _letters(marked)
    if inside < FEWEST_LETTERS:
        return found
    if _letters(found) < _SHORT or (is_named and inside > _MUCH_MORE * _letters(found)):
        return marked
    same, whole = frozenset(marked), "".join(map(key_of, marked))
    kept = [paragraph for paragraph in found if paragraph in same or key_of(paragraph) in whole]
    if _letters(kept) < _MOST_INSIDE * _letters(found):
        return found
    above = found[: found.index(kept[0])]
    return [*(paragraph for paragraph in above if _is_sentence(paragraph)), *kept]


def told_by(body: str, story: Sequence[str]) -> list[str]:
    """The paragraphs of a text that a page holds unseen, if it shows no more than the beginning."""
    told = content_paragraphs(unescape(body).replace("\n", "\n\n")) if body else []
    begins = key_of(story[0]) if story else ""
    is_same = key_of("".join(told)).startswith(begins[:FEWEST_LETTERS])
    return told if is_same and _letters(told) > max(_MUCH_MORE * _letters(story), _FEWEST_TOLD) else []


def _is_sentence(paragraph: str) -> bool:
    return len(paragraph) >= FEWEST_LETTERS and ends_sentence(paragraph)


def _once(paragraphs: list[str]) -> list[str]:
    """The paragraphs without longer ones that come again: pages hold some for small screens, too.

    Quotations that are pulled out of a story to catch the eye are parts of what it tells.
    """
    keys = list(map(key_of, paragraphs))
    times = Counter(keys)
    whole = "\n".join(keys)
    seen = set[str]()
    kept = []
    for paragraph, key in zip(paragraphs, keys, strict=True):
        is_part = _SHORTEST_PART <= len(key) <= _LONGEST_PART and whole.count(key) > times[key]
        if not is_part and (len(paragraph) < FEWEST_LETTERS or paragraph not in seen):
            kept.append(paragraph)
        seen.add(paragraph)
    return kept


def _letters(paragraphs: Sequence[str]) -> int:
    return sum(map(len, paragraphs))


def _marked_text(page: Any) -> tuple[list[str], bool]:
    """The paragraphs in what the page names as the text, else in its posts, article or ``_parents``.

    The second value is true in the first two cases.
    """
    bodies = [element for element in page.iter("div", "section", "article", "main", "span") if is_body(element)]
    best = max(bodies, key=letters_in, default=None)
    if best is not None and letters_in(best) >= FEWEST_LETTERS:
        outer = _outermost([element for element in bodies if names_of(element) == names_of(best)])
        return [paragraph for element in outer for paragraph in _prose(element)], True
    if posts := posts_of(page):
        return [paragraph for post in posts for paragraph in _prose(post)], True
    best = max(_outermost(list(page.iter("article"))), key=letters_in, default=None)
    if best is not None and letters_in(best) >= FEWEST_LETTERS:
        return _prose(best), False
    return [paragraph for element in _parents(page) for paragraph in _prose(element)], False


def _parents(page: Any) -> list[Any]:
    """The parent of most paragraphs, with those of its kind.

    Sites wrap every paragraph in a block of its own, parliaments every speech.
    """
    parents = list(dict.fromkeys(paragraph.getparent() for paragraph in page.iter("p")))
    kind = _kind_of(max(parents, key=_size)) if parents else ()
    return _outermost([parent for parent in parents if _kind_of(parent) == kind])


def _kind_of(element: Any) -> tuple[str, ...]:
    """The tags and names of an element and of the one around it."""
    around = element.getparent()
    return (element.tag, names_of(element), *(() if around is None else (around.tag, names_of(around))))


def _outermost(elements: list[Any]) -> list[Any]:
    held = set(elements)
    return [element for element in elements if held.isdisjoint(element.iterancestors())]


def _size(element: Any) -> int:
    """The letters of the paragraphs that an element is the parent of."""
    return sum(len("".join(child.itertext()).strip()) for child in element if child.tag == "p")


def _prose(element: Any) -> list[str]:
    """The paragraphs of an element; its headlines are none if it has paragraphs of its own."""
    headings = list(element.iter("h1", "header")) if next(element.iter("p"), None) is not None else []
    return [" ".join(paragraph.split()) for paragraph in paragraphs_of(element, headings)]


def _without_header(paragraphs: list[str], known: frozenset[str]) -> list[str]:
    """The paragraphs without headline, by-line and date at the top, and without a date at the bottom."""
    top = [paragraph for paragraph in paragraphs[:_TOP] if not _is_header(paragraph, known)]
    rest = paragraphs[_TOP:]
    body = top + rest
    while len(body) > 1 and body[-_BOTTOM:] and day_of(body[-1]):
        body.pop()
    return body


def _is_header(paragraph: str, known: frozenset[str]) -> bool:
    if key_of(paragraph) in known:
        return True
    if len(paragraph) > _LONGEST_BYLINE:
        return False
    names = _BYLINE.sub("", paragraph, count=1)
    return key_of(names) in known or paragraph.lower() in _ROLES or bool(statements(paragraph))
