"""Elements of pages that are no text of the article, by their names, classes and what they hold.

A class may say too much (``<body class="comments-open">``): an element is never left out that holds
what is named as the article's text, or most of the page's text where nothing else may be its story.
"""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from typing import Any

from lxml import etree

from factx.base import lexicon

_PARTS = lexicon.classes("reading/page_parts")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_MARKS = re.compile(r"[\s_-]+")


def _named(kind: str) -> re.Pattern[str]:
    return re.compile(rf"(?:^|[ -])(?:{'|'.join(sorted(_PARTS[kind], key=len, reverse=True))})(?=[ -]|$)")


_UNREAD = _named("unread")
_SUMMARY = _named("summary")
_BODY = _named("body")
_TAGS = frozenset((
    "script", "style", "noscript", "template", "form", "button", "select", "textarea", "svg", "iframe", "object",
    "audio", "video", "canvas", "figcaption", "nav", "aside", "footer",
))  # fmt: skip
_NEVER_READ = ("script", "style", "svg")
"""Elements that hold no story, whatever their page."""
_ROLES = ("navigation", "complementary", "contentinfo", "dialog")
_HIDING = ("display:none", "visibility:hidden")
_SPOKEN = re.compile(r"(?:^|[ -])(?:sr-only|visually-hidden|visuallyhidden|screen-reader(?:-text)?)(?=[ -]|$)")
_TOLD: Any = etree.XPath(".//table | .//p | .//blockquote")
_LONG_LINES: Any = etree.XPath(
    ".//text()[string-length(normalize-space()) >= 60][not(ancestor::p or ancestor::a or ancestor::script"
    " or ancestor::style or ancestor::noscript or ancestor::template)]"
)
_LINKED: Any = etree.XPath(".//a")
_UNLINKED: Any = etree.XPath(".//text()[not(ancestor::a)]")
_STORIES = ("article", "main", "div", "section", "span")
_FOLDED = ("div", "section")
_LISTS = frozenset(("ul", "ol"))
_KEPT = frozenset(("html", "body", "main", "article"))
_MOST_SHARE = 0.5
"""Share of all letters of a page that an element which is no text may hold."""
_NO_KEY = re.compile(r"[\W_]+")
FEWEST_LETTERS = 60
"""Letters of an element that holds a story at all."""


@lru_cache(maxsize=1024)
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
    """The outermost elements below ``root`` that are no text, those that hold its story excepted."""
    page, found, todo = _Page(root), [], list(root)[::-1]
    while todo:
        element = todo.pop()
        if not isinstance(element.tag, str):
            continue
        if _is_unread(element) and not page.has_story_in(element):
            found.append(element)
        else:
            todo.extend(reversed(element))
    return found


def _is_unread(element: Any) -> bool:
    """True for an element that is no text by its kind, its attributes, its names or what it holds."""
    tag = element.tag
    if tag in _TAGS or (_is_hidden(element) and not (_is_seen(element) or _is_folded(element))):
        return True
    if tag == "figure":
        return not _TOLD(element) or _is_named_unread(element)
    if tag in _LISTS and (_is_list_of_links(element) or _SUMMARY.search(names_of(element))):
        return True
    return _is_named_unread(element)


def _is_hidden(element: Any) -> bool:
    """True for what is not shown, or stands beside the main part of a page, by its attributes."""
    if element.get("hidden") is not None or element.get("aria-hidden") == "true" or element.get("role") in _ROLES:
        return True
    style = element.get("style")
    return style is not None and any(hiding in style.replace(" ", "") for hiding in _HIDING)


def _is_named_unread(element: Any) -> bool:
    if element.tag in _KEPT or not _is_unread_name(names_of(element)):
        return False
    return not is_body(element) and not _is_linked_word(element)


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


class _Page:
    """A page as a whole: how much prose it has, and what in it is named as a story."""

    def __init__(self, root: Any) -> None:
        self._root = root

    @cached_property
    def _prose(self) -> int:
        return _prose_in(self._root)

    @cached_property
    def _stories(self) -> list[Any]:
        return [element for element in self._root.iter(*_STORIES) if _is_story(element)]

    def has_story_in(self, element: Any) -> bool:
        """True if an element holds what is named as the story, or is most of a page that names none."""
        if element.tag in _NEVER_READ or (letters := _prose_in(element)) < FEWEST_LETTERS:
            return False
        inside = [story for story in self._stories if story is element or element in story.iterancestors()]
        if any(map(is_body, inside)) or (inside and len(inside) == len(self._stories)):
            return True
        return not self._stories and letters > _MOST_SHARE * self._prose


def _is_story(element: Any) -> bool:
    return (element.tag == "article" or is_body(element)) and _prose_in(element) >= FEWEST_LETTERS


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
