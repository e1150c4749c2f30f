"""Markup that a page has left in its text is undone: tags, shortcodes, characters in its notation."""

from __future__ import annotations

import html
import re

from factx.base import lexicon
from factx.reading.shortcodes import without_copied_shortcodes

_ELEMENTS = lexicon.classes("reading/markup", by="name", column="class")
_TAG = re.compile(r"</?(?P<name>[A-Za-z][A-Za-z0-9]{0,10})(?:\s[^<>]{0,1000})?\s?/?>")
_UNREAD = sorted(name for name, kinds in _ELEMENTS.items() if "unread" in kinds)
_OPENS_UNREAD = re.compile(rf"<(?:(?P<name>{'|'.join(_UNREAD)})\b[^<>]{{0,1000}}>|!--)", re.IGNORECASE)
"""Comments, and elements whose content is no text: scripts and styles."""
_NOTE = re.compile(r"<sup\b[^<>]{0,200}>\s{0,3}(?P<figures>\d{1,2})\s{0,3}</sup\s?>", re.IGNORECASE)
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_MOST_TIMES = 3
"""How often a text is escaped at most: feeds escape what was escaped for a page."""
_BREAKS = re.compile(r"(?:(?<![ \t])[ \t]++)?(?:\v[ \t\n\v\f]*|\f[ \t\f]*\n?)")


def without_markup(text: str) -> str:
    """The text without tags and shortcodes; a block is a paragraph, and a break of a line is one.

    >>> without_markup("Two fled.<br/>One <b>died</b> &amp; 3 < 4.")
    'Two fled.\\nOne died & 3 < 4.'
    """
    for _ in range(_MOST_TIMES):
        before = text
        text = _without_entities(_without_tags(without_copied_shortcodes(text)))
        if text == before:
            break
    return text


def _without_tags(text: str) -> str:
    """The text without the elements of pages; what else stands in angle brackets stays."""
    if "<" not in text:
        return text
    raised = _NOTE.sub(lambda found: found["figures"].translate(_RAISED), _without_unread(text))
    marked = _TAG.sub(_mark, raised)
    if marked == text:
        return text
    return _BREAKS.sub(lambda found: "\n\n" if "\v" in found.group() else "\n", marked).strip("\n")


def _without_unread(text: str) -> str:
    """The text without comments, scripts and styles; one that nothing closes stays."""
    small, kept, done = text.lower(), list[str](), 0
    unclosed = set[str]()
    for opening in _OPENS_UNREAD.finditer(text):
        closing = f"</{opening['name'].lower()}" if opening["name"] else "-->"
        if opening.start() < done or closing in unclosed:
            continue
        at = small.find(closing, opening.end())
        end = small.find(">", at + len(closing) - 1) if at >= 0 else -1
        if end < 0:
            unclosed.add(closing)
            continue
        kept.append(text[done : opening.start()])
        done = end + 1
    return "".join((*kept, text[done:]))


def _mark(tag: re.Match[str]) -> str:
    """A vertical tab for the end of a paragraph, a form feed for that of a line, or the tag if it is none."""
    name = tag["name"].lower()
    if name not in _ELEMENTS:
        return tag.group()
    if "paragraph" not in _ELEMENTS.get(name, ()):
        return ""
    return "\f" if name == "br" else "\v"


def _without_entities(text: str) -> str:
    if "&" not in text:
        return text
    return _ENTITY.sub(lambda found: html.unescape(found.group()).replace("\xa0", " "), text)
