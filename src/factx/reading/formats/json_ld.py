"""What a page says of its article in JSON-LD, the notation of schema.org within scripts.

1. Scripts hold comments, control characters, trailing commas and several objects; one in which a
   quotation mark is not escaped is no JSON, and yet its dates can be found.
2. Articles stand alone, in lists, in ``@graph`` and as ``mainEntity``; a page may describe others.
3. What stands elsewhere in the graph is referred to by ``@id``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

_NOT_IN_JSON = re.compile(r'"(?:\\.|[^"\\])*"|(?P<comment>//[^\n]*|/\*.*?\*/|<!--|-->)', re.DOTALL)
_TRAILING_COMMA = re.compile(r'"(?:\\.|[^"\\])*"|(?P<comma>,)(?=\s*[}\]])', re.DOTALL)
_SECTION_MARKS = re.compile(r"(?://|/\*)?(?:(?<!\s)\s++)?(?:<!\[CDATA\[|\]\]>)\s*(?:\*/)?")
_PLAIN_FIELD = re.compile(r'"(?P<key>headline|datePublished|dateModified)"\s*:\s*"(?P<value>(?:\\.|[^"\\\n])*)"')
_START = re.compile(r"[{\[]")
_ARTICLE = re.compile(r"(?:^|[/:#])(?:\w*Article|\w*Posting|Report|NewsStory)$")
_WHOLE = ("headline", "datePublished", "articleBody", "author", "publisher")
"""Fields by which the article of the page is told from those that it links to: it has the most."""
_HELD_IN = ("@graph", "mainEntity", "mainEntityOfPage")
_DEEPEST = 12
"""Objects within objects that are looked into."""
_ADDRESSES = ("url", "mainEntityOfPage", "@id")

Node = dict[str, Any]


def nodes_of(scripts: list[str]) -> list[Node]:
    """All objects of the scripts of a page that are described there, those within lists and graphs, too.

    >>> [node["headline"] for node in nodes_of(['// x\\n{"@graph": [{"headline": "Dam\\tbursts",}]}'])
    ...     if "headline" in node]
    ['Dam\\tbursts']
    """
    return [node for script in scripts for value in _values(script) for node in _nodes(value)]


def article_in(nodes: list[Node], addresses: set[str]) -> Node | None:
    """The node of the page's article: the one with its address, else the one that tells the most.

    >>> article_in([{"@type": "Article", "headline": "A"}, {"@type": ["NewsArticle"], "headline": "B",
    ...     "datePublished": "2019-02-03"}, {"@type": "WebPage", "headline": "C"}], set())["headline"]
    'B'
    """
    articles = [node for node in nodes if any(_ARTICLE.search(kind) for kind in _kinds(node))]
    return max(articles, key=lambda node: _rank(node, addresses), default=None)


def _rank(node: Node, addresses: set[str]) -> tuple[bool, int]:
    own = {address.partition("#")[0].rstrip("/") for address in texts_of([node.get(key) for key in _ADDRESSES])}
    return not own.isdisjoint(addresses), sum(bool(node.get(field)) for field in _WHOLE)


def _kinds(node: Node) -> list[str]:
    stated = node.get("@type")
    return [kind for kind in (stated if isinstance(stated, list) else [stated]) if isinstance(kind, str)]


def texts_of(value: Any, depth: int = 0) -> list[str]:
    """The texts in a value: itself, those of a list, or the name or address of an object.

    >>> texts_of([{"@type": "Person", "name": "Ana &amp; Co"}, "Joe Ray", None])
    ['Ana & Co', 'Joe Ray']
    """
    if isinstance(value, str):
        folded = " ".join((unescape(unescape(value)) if "&" in value else value).split())
        return [folded] if folded else []
    if isinstance(value, list) and depth < _DEEPEST:
        return [text for item in value for text in texts_of(item, depth + 1)]
    if isinstance(value, dict) and depth < _DEEPEST:
        found = (texts_of(value.get(key), depth + 1) for key in ("name", "@value", "url", "@id"))
        return next(filter(None, found), [])
    return []


def resolved(value: Any, nodes: list[Node]) -> Any:
    """A value with the objects to which it refers by ``@id`` in their places."""
    if isinstance(value, list):
        return [resolved(item, nodes) for item in value]
    if isinstance(value, dict) and "@id" in value and "name" not in value:
        return next((node for node in nodes if node.get("@id") == value["@id"] and "name" in node), None)
    return value


def _nodes(value: Any, depth: int = 0) -> Iterator[Node]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for item in value:
            yield from _nodes(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in _HELD_IN:
            yield from _nodes(value.get(key), depth + 1)
        for key in ("author", "publisher"):
            yield from (node for node in _nodes(value.get(key), depth + 1) if "@id" in node)


def _values(script: str) -> Iterator[Any]:
    """Yield what a script holds, or of one that is no JSON a node with the fields that can be found."""
    text = _SECTION_MARKS.sub("", script) if "CDATA" in script or "]]>" in script else script
    if '"' not in text and "&quot;" in text:
        text = unescape(text)
    for form in (str, _without_comments):
        try:
            yield from list(_decoded(form(text)))
        except (ValueError, RecursionError):
            continue
        return
    found = {match["key"]: match["value"].replace('\\"', '"') for match in reversed(list(_PLAIN_FIELD.finditer(text)))}
    if found:
        yield {"@type": "Article", **found}


def _decoded(text: str) -> Iterator[Any]:
    decoder, start = json.JSONDecoder(strict=False), _START.search(text)
    while start is not None:
        value, end = decoder.raw_decode(text, start.start())
        yield value
        start = _START.search(text, end)


def _without_comments(text: str) -> str:
    text = _NOT_IN_JSON.sub(lambda found: "" if found["comment"] else found.group(), text)
    return _TRAILING_COMMA.sub(lambda found: "" if found["comma"] else found.group(), text)
