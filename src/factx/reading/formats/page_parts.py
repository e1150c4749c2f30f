"""Elements of pages that are no text of the article, by their names, classes and what they hold.

A class may say too much (``<body class="comments-open">``): an element is never left out that holds
what is named as the article's text, or most of the page's text where nothing else may be its story.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from lxml import etree

from factx.base import lexicon

_PARTS = lexicon.classes("reading/page_parts")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_MARKS = re.compile(r"[\s_-]+")


def _named(kind: str) -> re.Pattern[str]:
    return re.compile(rf"(?:^|[ -])(?:{'|'.join(sorted(_PARTS[kind], key=len, reverse=True))})(?=[ -]|$)")


_UNREAD = _named("unread")
_BODY = _named("body")
_TAGS = (
    "script", "style", "noscript", "template", "form", "button", "select", "textarea", "svg", "iframe", "object",
    "audio", "video", "canvas", "figcaption", "nav", "aside", "footer",
)  # fmt: skip
_BY_ATTRIBUTE: Any = etree.XPath(
    ".//*[@hidden or @aria-hidden='true' or @role='navigation' or @role='complementary' or @role='contentinfo'"
    " or @role='dialog' or contains(translate(@style, ' ', ''), 'display:none')"
    " or contains(translate(@style, ' ', ''), 'visibility:hidden')]"
)
_SPOKEN = re.compile(r"(?:^|[ -])(?:sr-only|visually-hidden|visuallyhidden|screen-reader(?:-text)?)(?=[ -]|$)")
_NAMED: Any = etree.XPath(".//*[@class or @id or contains(name(), '-')]")
_TOLD: Any = etree.XPath(".//table | .//p | .//blockquote")
_LONG_LINES: Any = etree.XPath(
    ".//text()[string-length(normalize-space()) >= 60][not(ancestor::p or ancestor::a or ancestor::script"
    " or ancestor::style or ancestor::noscript or ancestor::template)]"
)
_LINKED: Any = etree.XPath(".//a")
_UNLINKED: Any = etree.XPath(".//text()[not(ancestor::a)]")
_STORIES = ("article", "main", "div", "section", "span")
_FOLDED = ("div", "section")
_KEPT = frozenset(("html", "body", "main", "article"))
_MOST_SHARE = 0.5
"""Share of all letters of a page that an element which is no text may hold."""
SENTENCE_ENDS = (".", "!", "?", "”", '"')
"""What a sentence ends with, unlike the labels and notices that stand between lines."""
_NO_KEY = re.compile(r"[\W_]+")
FEWEST_LETTERS = 60
"""Letters of an element that holds a story at all."""


def key_of(text: str) -> str:
    """Letters and figures by which a text is known again, whatever blanks and quotation marks it has.

    >>> key_of("“Two” fled, he  said")
    'twofledhesaid'
    """
    return _NO_KEY.sub("", text.lower())


def names_of(element: Any) -> str:
    """Classes and id of an element in lower case, their parts joined by hyphens.

    The tag of an element that is of a site's own making is such a name, too.

    >>> from lxml import html
    >>> names_of(html.fromstring("<div class='storyBody main_text' id='x'></div>"))
    'story-body main-text x'
    """
    own = element.tag if isinstance(element.tag, str) and "-" in element.tag else ""
    return _plain(f"{own} {element.get('class') or ''} {element.get('id') or ''}")


@lru_cache(maxsize=4096)
def _plain(written: str) -> str:
    """Names in lower case, with hyphens: the elements of a site have few."""
    return " ".join("-".join(filter(None, _MARKS.split(_CAMEL.sub("-", name)))).lower() for name in written.split())


def is_body(element: Any) -> bool:
    """True for an element that a page names as the article's text."""
    stated = {element.get("itemprop"), element.get("property")}
    return not stated.isdisjoint(("articleBody", "schema:articleBody")) or _is_body_name(names_of(element))


@lru_cache(maxsize=4096)
def _is_body_name(names: str) -> bool:
    return _BODY.search(names) is not None


@lru_cache(maxsize=4096)
def _is_unread_name(names: str) -> bool:
    return _UNREAD.search(names) is not None


def unread_parts(root: Any) -> list[Any]:
    """The elements below ``root`` that are no text, those that hold its story excepted."""
    candidates = list(_candidates(root))
    if not candidates:
        return []
    whole, stories = _prose_in(root), [element for element in root.iter(*_STORIES) if _is_story(element)]
    return [element for element in candidates if not _holds_story(element, whole, stories)]


def _candidates(root: Any) -> Iterator[Any]:
    yield from (element for element in root.iter(*_TAGS) if element is not root)
    yield from (element for element in _BY_ATTRIBUTE(root) if not (_is_seen(element) or _is_folded(element)))
    for element in _NAMED(root):
        if element.tag not in _KEPT and _is_unread_name(names_of(element)) and not is_body(element):
            if not _is_linked_word(element):
                yield element
    yield from (figure for figure in root.iter("figure") if figure is not root and not _TOLD(figure))
    yield from (held for held in root.iter("ul", "ol") if held is not root and _is_list_of_links(held))


def _is_seen(element: Any) -> bool:
    """True for what is shown and only told to screen readers in other words, which stand beside it."""
    beside = (element.getprevious(), element.getnext())
    is_twice = any(other is not None and _SPOKEN.search(names_of(other)) for other in beside)
    return is_twice and element.get("aria-hidden") == "true" and element.get("hidden") is None


def _is_folded(element: Any) -> bool:
    """True for the rest of a story behind its first paragraphs that a page unfolds at a click."""
    if any(name in element.attrib for name in ("hidden", "aria-hidden", "role")) or element.tag not in _FOLDED:
        return False
    before = [other for other in element.itersiblings("p", preceding=True) if _is_long(other)]
    return bool(before) and sum(map(_is_long, element.iter("p"))) > 1


def _is_long(paragraph: Any) -> bool:
    return len(paragraph.text_content().strip()) >= FEWEST_LETTERS


def _is_linked_word(element: Any) -> bool:
    """True for a link amid the words of a sentence, which lacks a word without it."""
    previous = element.getprevious()
    before = element.getparent().text if previous is None else previous.tail
    return element.tag == "a" and all(text and not text.isspace() for text in (before, element.tail))


def _is_story(element: Any) -> bool:
    return (element.tag == "article" or is_body(element)) and _prose_in(element) >= FEWEST_LETTERS


def _holds_story(element: Any, whole: int, stories: list[Any]) -> bool:
    """True if an element holds what is named as the story, or is most of a page that names none."""
    if _prose_in(element) < FEWEST_LETTERS:
        return False
    inside = [story for story in stories if story is element or element in story.iterancestors()]
    if any(map(is_body, inside)) or (inside and len(inside) == len(stories)):
        return True
    return not stories and _prose_in(element) > _MOST_SHARE * whole


def _prose_in(element: Any) -> int:
    """The number of letters in the paragraphs of an element, and in long lines that are in none."""
    return letters_in(element) + sum(len(text.strip()) for text in _LONG_LINES(element))


def letters_in(element: Any) -> int:
    """The number of letters in the paragraphs of an element."""
    return sum(len(text.strip()) for paragraph in element.iter("p") for text in paragraph.itertext())


def _is_list_of_links(element: Any) -> bool:
    """True for a list of several items, each of which is a link and nothing else."""
    items = element.findall("li")
    return len(items) > 1 and all(_LINKED(item) and not "".join(_UNLINKED(item)).strip() for item in items)
