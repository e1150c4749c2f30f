"""An object with the fields of an article, under the names that archives give them, to a raw article."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from factx.base import InputError, lexicon
from factx.reading.encoding import without_lone_surrogates
from factx.reading.formats.parts import BadPart, Part, RawArticle

FIELDS = tuple((row["field"], row["key"]) for row in lexicon.read("reading/article_fields"))
"""factx's fields with the keys that news archives use for them, the preferred key first."""
SHOWN_FIELDS = 8
"""Fields that an error lists: a table may have hundreds."""
_WEB = ("http://", "https://")


def part_of(item: Any, number: int | None) -> Part:
    """The article that a text or an object with a text field is, or why it is none.

    >>> part_of({"text": "One fled."}, None).text, part_of({"text": 2}, 7).number
    ('One fled.', 7)
    """
    try:
        if not isinstance(item, str | dict):
            kind = type(item).__name__
            raise InputError(f"a {kind} where an article belongs: an object with 'text', 'title' and 'date'")
        text, metadata = (item, {}) if isinstance(item, str) else (_text_of(item), _metadata(item))
        if not text.strip():
            raise InputError("the text is empty")
    except InputError as error:
        return BadPart(str(error), number)
    return RawArticle(text, metadata, number)


def _text_of(item: Mapping[str, Any]) -> str:
    key = text_key(item)
    if not isinstance(item[key], str):
        raise InputError(f"the field '{key}' is a {type(item[key]).__name__}; it must be a string")
    text: str = item[key]
    return text


def text_key(item: Mapping[str, Any]) -> str:
    """The first text field of an object (``text`` before ``body``); raises ``InputError`` without one."""
    key = next((key for name, key in FIELDS if name == "text" and item.get(key) is not None), None)
    if key is None:
        fields = ", ".join(map(repr, list(item)[:SHOWN_FIELDS])) or "none"
        raise InputError(f"no text: the article needs a field 'text' (fields found: {fields})")
    return key


def _metadata(item: Mapping[str, Any]) -> dict[str, str]:
    """The other known fields of an object, under factx's names; the first filled one counts.

    An address in a field for the publisher is the article's: what trafilatura calls its source.
    """
    values: dict[str, str] = {}
    address = None
    for name, key in FIELDS:
        written = _written(item.get(key)) if name != "text" else None
        if written and name == "publisher" and written.startswith(_WEB):
            address = address or written
        elif written:
            values.setdefault(name, written)
    return values if address is None else {"url": address, **values}


def _written(value: Any) -> str | None:
    """A string or number as written, a list of strings (authors) joined, or None for all else."""
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        value = ", ".join(value)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        value = str(value)
    return without_lone_surrogates(value).strip() if isinstance(value, str) else None
