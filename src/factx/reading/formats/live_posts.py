"""The posts that a live blog lists in JSON-LD (``LiveBlogPosting``), each with its time and text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from factx.reading.formats import json_ld
from factx.reading.formats.prose import prose_of

_UPDATES = "liveBlogUpdate"


def posts_in(nodes: list[json_ld.Node]) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the text and the fields of each post that has a text.

    >>> posts = [{"headline": "Dam bursts", "datePublished": "2019-02-03", "articleBody": "Two fled."}]
    >>> list(posts_in([{"@type": "LiveBlogPosting", "liveBlogUpdate": posts}]))
    [('Two fled.', {'title': 'Dam bursts', 'published': '2019-02-03'})]
    """
    for node in nodes:
        posts = node.get(_UPDATES)
        for post in posts if isinstance(posts, list) else [posts]:
            if isinstance(post, dict) and (text := _text_of(post)):
                yield text, dict(_fields_of(post, node, nodes))


def _text_of(post: json_ld.Node) -> str:
    value: Any = post.get("articleBody")
    return (prose_of(value) or "").strip()


def _fields_of(post: json_ld.Node, page: json_ld.Node, nodes: list[json_ld.Node]) -> Iterator[tuple[str, str]]:
    """Yield the fields of a post; its headline is that of the page if it has none."""
    stated = {
        "title": [post.get("headline"), page.get("headline")],
        "published": post.get("datePublished"),
        "author": json_ld.resolved(post.get("author"), nodes),
        "publisher": json_ld.resolved(page.get("publisher"), nodes),
        "url": post.get("url"),
    }
    for name, value in stated.items():
        if texts := json_ld.texts_of(value):
            yield name, texts[0]
