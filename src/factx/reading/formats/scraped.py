"""What scrapers make of a page: its text in Markdown, and beside it an object with its fields.

Firecrawl gives ``markdown`` and ``metadata``; programs for language models store ``page_content``
with a ``metadata`` of their own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from factx.reading.formats.markdown_text import unmarked
from factx.reading.formats.records import plain

_TEXTS = ("markdown", "pagecontent")
_FIELDS = "metadata"
_NAMES = (
    ("published", ("article:publishedtime", "publishedtime", "publisheddate", "datepublished")),
    ("updated", ("article:modifiedtime", "modifiedtime")),
    ("publisher", ("og:sitename", "ogsitename", "sitename")),
    ("title", ("og:title", "ogtitle")),
    ("url", ("sourceurl",)),
)
"""Fields of an article, and the names of what pages state, as scrapers hand it on."""
_HEADLINE = re.compile(r"^#[ \t]+(?P<text>\S[^\n]*)\n", re.MULTILINE)
_LINK = re.compile(r"!?\[[^\[\]\n]{0,1000}\]\([^()\n]{0,2000}\)")
_NO_WORDS = re.compile(r"[\s|*•·>/-]*")


def is_scraped(item: Any) -> bool:
    """True for an object with a page's text and the object of its fields.

    >>> is_scraped({"markdown": "Two fled.", "metadata": {}}), is_scraped({"text": "Two fled.", "metadata": {}})
    (True, False)
    """
    if not isinstance(item, dict) or not isinstance(item.get(_FIELDS), dict):
        return False
    return any(plain(key) in _TEXTS and isinstance(value, str) for key, value in item.items())


def as_plain(item: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of the page with its text.

    >>> as_plain({"markdown": "[Home](/)\\n# Dam bursts\\nTwo fled.", "metadata": {"title": "Dam bursts"}})["text"]
    'Two fled.'
    """
    fields = {name: value for name, value in item[_FIELDS].items() if value}
    stated = {plain(name): value for name, value in fields.items()}
    found = {name: next(filter(None, map(stated.get, names)), None) for name, names in _NAMES}
    known = {**{name: value for name, value in found.items() if value}, **fields}
    text = next(str(item[key]) for key in item if plain(key) in _TEXTS)
    return {**known, "text": _story(text, str(known.get("title", "")))}


def _story(text: str, title: str) -> str:
    """The text below its headline, without marks and without lines that are nothing but links."""
    headline = next((found for found in _HEADLINE.finditer(text) if _begins(title, found["text"])), None)
    below = text[headline.end() :] if headline else text
    lines = (
        line for line in below.split("\n") if not _LINK.search(line) or not _NO_WORDS.fullmatch(_LINK.sub("", line))
    )
    return unmarked("\n".join(lines))


def _begins(title: str, headline: str) -> bool:
    """True for the headline of a page whose title may have the name of the site behind it."""
    return bool(title) and title.lower().startswith(unmarked(headline).lower())
