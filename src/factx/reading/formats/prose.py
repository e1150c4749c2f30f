"""The text of an article as a field holds it, as plain text: HTML undone, parts of an object joined.

A text without markup stays as it is, letter by letter. In one with tags blocks part paragraphs,
where there are none its blank lines do; captions, scripts and comments are no text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from factx.base import lexicon
from factx.reading.encoding import without_lone_surrogates
from factx.reading.formats.field_values import line_of, without_comments
from factx.reading.formats.markup import html_of, paragraphs_of
from factx.reading.formats.records import VALUE_KEYS
from factx.reading.formats.rich_text import is_rich, paragraphs_in

_ELEMENTS = lexicon.classes("reading/markup", by="name", column="class")
_WORDS = lexicon.classes("reading/field_words")
_PLACEHOLDERS = tuple(_WORDS["placeholder"])
_NAMES = "|".join(sorted(_ELEMENTS))
_TAG = re.compile(rf"</?(?P<name>{_NAMES})(?:\s[^<>]{{0,2000}})?\s*/?>", re.IGNORECASE)
_OTHER_BRACKET = re.compile(rf"<(?!/?(?:{_NAMES})(?:\s[^<>]{{0,2000}})?\s*/?>)", re.IGNORECASE)
PAGE = re.compile(r"\s*(?:<\?xml[^<>]*>\s*)?<(?:!doctype\s|html[\s>])", re.IGNORECASE)
"""How a whole page begins."""
_PARAGRAPH_TAG = re.compile(r"<(?:p|div|li|h\d|section|article)[\s>/]", re.IGNORECASE)
_BLANK_LINE = re.compile(r"\r?\n[ \t]*\r?\n")
_ENTITY = re.compile(r"&(?:[A-Za-z]{2,12}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});")
_NOT_READ = (
    "//figcaption | //aside | //script | //style | //noscript | //form | //button"
    " | //*[contains(concat(' ', @class, ' '), ' wp-caption-text ')]"
)
"""Captions and what a page does or offers beside its text."""
_LONGEST_PLACEHOLDER = 40
"""Characters by which a text is told that only says that it is not there."""
_FEWEST_WORDS = 3
"""Words of the longest part of a list of paragraphs; lists of single words are tokens or keywords."""

_BLOCK_KIND, _BLOCK_TEXT = "type", "text"
"""What the pieces of a text have that editors and messengers keep as objects; pictures have no text."""


def prose_of(value: Any) -> str | None:
    """The text that the value of a field is, "" if it is blank, or None if the value is none.

    >>> prose_of("<p>Two &amp; one fled.</p><p>Ten <b>died</b>.</p>"), prose_of(["One man fled.", "Ten died."])
    ('Two & one fled.\\n\\nTen died.', 'One man fled.\\n\\nTen died.')
    >>> prose_of({"summary": ["Two fled."], "sections": [{"headline": ["Why"], "paragraphs": ["It rained."]}]})
    'Two fled.\\n\\nWhy\\n\\nIt rained.'
    """
    if isinstance(value, str):
        return _without_placeholder(undone(value))
    if isinstance(value, list):
        return _of_list(value) or _of_blocks(value)
    if isinstance(value, dict):
        return _of_sections(value) if "sections" in value else _of_blocks(value) or _of_object(value)
    return None


def may_be_prose(value: Any) -> bool:
    """True for what ``prose_of`` gives a text for, without making it."""
    if isinstance(value, dict):
        return "sections" in value or is_rich(value) or any(isinstance(value.get(k), str | list) for k in VALUE_KEYS)
    return isinstance(value, str) or (isinstance(value, list) and (_of_list(value) is not None or is_rich(value)))


def _without_placeholder(text: str) -> str:
    """The text, or "" if it only says that it is not there."""
    start = text.lstrip()[:_LONGEST_PLACEHOLDER].lower()
    return "" if start in _WORDS["blank"] or start.startswith(_PLACEHOLDERS) else text


def _of_list(value: list[Any]) -> str | None:
    """The text of a list of paragraphs, an editor's blocks, or a line's pieces of which some are marked."""
    texts = [_text_of_block(part) for part in value]
    parts = [part for part in texts if part is not None]
    if len(parts) < len(value) or not any(len(part.split()) >= _FEWEST_WORDS for part in parts):
        return None
    if any(isinstance(part, str) for part in value) and not all(isinstance(part, str) for part in value):
        return undone("".join(parts))
    return "\n\n".join(filter(None, (undone(part).strip() for part in parts)))


def _text_of_block(part: Any) -> str | None:
    """The text of a paragraph, or of a piece with its kind, "" for a picture; None for others."""
    if isinstance(part, dict) and _BLOCK_KIND in part:
        part = part.get(_BLOCK_TEXT, "")
    return part if isinstance(part, str) else None


def _of_blocks(value: Any) -> str | None:
    """The text of a tree of blocks, "" if it has none, or None for what is none."""
    if not is_rich(value):
        return None
    return "\n\n".join(filter(None, (undone(paragraph).strip() for paragraph in paragraphs_in(value))))


def _of_object(value: dict[str, Any]) -> str | None:
    texts = (prose_of(value.get(key)) for key in VALUE_KEYS if not isinstance(value.get(key), dict))
    return next(filter(None, texts), None)


def _of_sections(value: dict[str, Any]) -> str:
    """The text of a body in sections: its summary, then each section's headline and paragraphs."""
    pieces = list(_lines_in(value.get("summary")))
    sections = value.get("sections")
    for section in sections if isinstance(sections, list) else []:
        if isinstance(section, dict):
            pieces += [*_lines_in(section.get("headline")), *_lines_in(section.get("paragraphs"))]
    return "\n\n".join(pieces)


def _lines_in(value: Any) -> Iterator[str]:
    parts = value if isinstance(value, list) else [value]
    yield from (line for part in parts if isinstance(part, str) and (line := line_of(part)))


def undone(text: str) -> str:
    """The text with its markup undone; one without markup is given back as it is.

    >>> undone("One<br/>died & 3 < 4 in a <noise>.\\n\\nDon&rsquo;t."), undone("3 < 4.\\r\\n &c.")
    ('One\\ndied & 3 < 4 in a <noise>.\\n\\nDon’t.', '3 < 4.\\r\\n &c.')
    """
    text = without_lone_surrogates(text)
    if "&lt;" in text and not _TAG.search(text) and _PARAGRAPH_TAG.search(unescape(text)):
        text = unescape(text)
    if PAGE.match(text):
        return _of_markup(text)
    text = without_comments(text) if "<!--" in text else text
    if "<" not in text or not _TAG.search(text):
        return unescape(unescape(text)) if _ENTITY.search(text) else text
    if not any("paragraph" in _ELEMENTS[match["name"].lower()] for match in _TAG.finditer(text)):
        return unescape(_TAG.sub("", text))
    if not _PARAGRAPH_TAG.search(text):
        text = _BLANK_LINE.sub("<p></p>", text)
    return _of_markup(f"<div>{_OTHER_BRACKET.sub('&lt;', text)}</div>")


def _of_markup(text: str) -> str:
    root = html_of(text)
    return "\n\n".join(paragraphs_of(root, root.xpath(_NOT_READ)))
