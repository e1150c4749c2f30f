"""Elements of pages that are no text of the article, by their names, classes and what they hold.

A class may say too much (``<body class="comments-open">``): an element that holds most of what a
page says is never left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from factx.base import lexicon

_PARTS = lexicon.classes("reading/page_parts")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_MARKS = re.compile(r"[\s_-]+")


def _named(kind: str) -> re.Pattern[str]:
    return re.compile(rf"(?:^|[ -])(?:{'|'.join(sorted(_PARTS[kind], key=len, reverse=True))})(?=[ -]|$)")


_UNREAD = _named("unread")
_BODY = _named("body")
_BY_TAG = ".//" + " | .//".join(
    [
        "script",
        "style",
        "noscript",
        "template",
        "form",
        "button",
        "select",
        "textarea",
        "svg",
        "iframe",
        "object",
        "audio",
        "video",
        "canvas",
        "figcaption",
        "nav",
        "aside",
        "footer",
    ]
)
_BY_ATTRIBUTE = (
    ".//*[@hidden or @aria-hidden='true' or @role='navigation' or @role='complementary' or @role='contentinfo'"
    " or @role='dialog' or contains(translate(@style, ' ', ''), 'display:none')]"
)
_NAMED = ".//*[@class or @id]"
_KEPT = frozenset(("html", "body", "main", "article"))
_MOST_SHARE = 0.5
"""Share of all letters of a page that an element which is no text may hold."""
_FEWEST_LETTERS = 200
"""Of a part of a page that holds most of it: in less text shares mean nothing."""


def names_of(element: Any) -> str:
    """Classes and id of an element in lower case, their parts joined by hyphens.

    >>> from lxml import html
    >>> names_of(html.fromstring("<div class='storyBody main_text' id='x'></div>"))
    'story-body main-text x'
    """
    written = f"{element.get('class') or ''} {element.get('id') or ''}"
    return " ".join("-".join(filter(None, _MARKS.split(_CAMEL.sub("-", name)))).lower() for name in written.split())


def is_body(element: Any) -> bool:
    """True for an element that a page names as the article's text."""
    stated = {element.get("itemprop"), element.get("property")}
    return not stated.isdisjoint(("articleBody", "schema:articleBody")) or bool(_BODY.search(names_of(element)))


def unread_parts(root: Any) -> list[Any]:
    """The elements below ``root`` that are no text, those that hold most of its text excepted."""
    whole = _letters(root)
    return [element for element in _candidates(root) if _is_small(element, whole)]


def _candidates(root: Any) -> Iterator[Any]:
    yield from root.xpath(_BY_TAG)
    yield from root.xpath(_BY_ATTRIBUTE)
    for element in root.xpath(_NAMED):
        if element.tag not in _KEPT and _UNREAD.search(names_of(element)) and not is_body(element):
            yield element
    for figure in root.xpath(".//figure"):
        if not figure.xpath(".//table | .//p | .//blockquote"):
            yield figure
    yield from filter(_is_list_of_links, root.xpath(".//ul | .//ol"))


def _is_small(element: Any, whole: int) -> bool:
    letters = _letters(element)
    return letters < _FEWEST_LETTERS or letters <= _MOST_SHARE * whole


def _letters(element: Any) -> int:
    return sum(len(text.strip()) for text in element.xpath(".//p//text() | self::p//text()"))


def _is_list_of_links(element: Any) -> bool:
    """True for a list of several items, each of which is a link and nothing else."""
    items = element.xpath("./li")
    return len(items) > 1 and all(item.xpath(".//a") and not "".join(_unlinked(item)).strip() for item in items)


def _unlinked(item: Any) -> list[str]:
    texts: list[str] = item.xpath(".//text()[not(ancestor::a)]")
    return texts
