"""Markup that a page has left in its text: blanks take its place, so that offsets stay what they are."""

from __future__ import annotations

import re

from factx.base import lexicon

_ELEMENTS = lexicon.classes("reading/markup", by="name", column="class")
_TAG = re.compile(r"</?(?P<name>[A-Za-z][A-Za-z0-9]{0,10})(?:\s[^<>\n]{0,500})?\s?/?>|<!--[^\n]{0,500}?-->")
_BLANKS = {"&nbsp;": " ", "&#160;": " ", "&amp;": "&", "&quot;": '"'}
"""Characters in the notation of markup, all of which stand beside words."""
_ENTITY = re.compile("|".join(map(re.escape, _BLANKS)))


def without_markup(text: str) -> str:
    """The text with blanks in place of tags; one that ends a paragraph becomes a line break and blanks.

    >>> without_markup("Two fled.<br/>One <b>died</b> & 3 < 4.")
    'Two fled.\\n    One    died     & 3 < 4.'
    """
    if "<" in text:
        text = _TAG.sub(_blank, text)
    return _ENTITY.sub(lambda found: _BLANKS[found.group()].ljust(len(found.group())), text) if "&" in text else text


def _blank(tag: re.Match[str]) -> str:
    """Blanks as long as the tag, or the tag itself if it is none of the elements of pages."""
    name = (tag["name"] or "").lower()
    if tag["name"] and name not in _ELEMENTS:
        return tag.group()
    start = "\n" if "paragraph" in _ELEMENTS.get(name, ()) else " "
    return start.ljust(len(tag.group()))
