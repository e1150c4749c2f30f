"""Text as editors and publishing systems store it: a tree of blocks, each with its kind.

ProseMirror, Slate, Draft, Portable Text, Contentful, Arc and the BBC name things differently, and
mean the same. A block of a paragraph's kind is one paragraph, whatever pieces its words are in;
pictures and what is embedded have no text; other blocks have the paragraphs of their children.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from factx.base import lexicon
from factx.reading.sentence_ends import ends_sentence

_WORDS = lexicon.classes("reading/rich_text")
_KINDS, _CHILDREN, _LEAVES = (
    tuple(row["word"] for row in lexicon.read("reading/rich_text") if row["class"] == kind)
    for kind in ("kind_key", "child_key", "leaf_key")
)
_KNOWN = _WORDS["paragraph"] | _WORDS["piece"] | _WORDS["break"] | _WORDS["unread"]
_DEEPEST = 40
"""Blocks within blocks: deeper ones are a page's own parts and no text."""
_BREAK = "\n"


def is_rich(value: Any) -> bool:
    """True for a tree of blocks.

    >>> is_rich([{"type": "p", "children": [{"text": "Two fled."}]}]), is_rich({"name": "Ana"})
    (True, False)
    """
    if isinstance(value, list):
        return any(isinstance(part, dict) and _kind_of(part) in _KNOWN for part in value)
    return isinstance(value, dict) and any(is_rich(value.get(key)) for key in _CHILDREN)


def paragraphs_in(value: Any, depth: int = 0) -> list[str]:
    """The paragraphs of a tree of blocks, with the markup that is in their words.

    >>> words = [{"type": "text", "value": "Two "}, {"type": "a", "children": [{"value": "fled."}]}]
    >>> paragraphs_in([{"type": "paragraph", "content": words}, {"type": "image", "caption": "Lake"}])
    ['Two fled.']
    """
    if isinstance(value, str):
        return [value] if value.strip() else []
    if depth > _DEEPEST:
        return []
    if isinstance(value, list):
        if _is_line(value):
            return paragraphs_in("".join(_words_in(value, depth)))
        return [paragraph for part in value for paragraph in paragraphs_in(part, depth + 1)]
    if not isinstance(value, dict) or (kind := _kind_of(value)) in _WORDS["unread"]:
        return []
    if kind in _WORDS["paragraph"]:
        return paragraphs_in("".join(_words_in(value, depth)))
    return paragraphs_in(_leaf_of(value)) or next(_of_children(value, depth), [])


def _of_children(block: Mapping[str, Any], depth: int) -> Iterator[list[str]]:
    found = (paragraphs_in(block[key], depth + 1) for key in _CHILDREN if isinstance(block.get(key), list | dict))
    yield from filter(None, found)


def _words_in(value: Any, depth: int) -> Iterator[str]:
    """Yield the words of a paragraph, piece by piece."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list) and depth < _DEEPEST:
        for part in value:
            yield from _words_in(part, depth + 1)
    elif isinstance(value, dict) and depth < _DEEPEST:
        kind = _kind_of(value)
        if kind in _WORDS["break"]:
            yield _BREAK
        elif kind not in _WORDS["unread"]:
            held = (value[key] for key in _CHILDREN if isinstance(value.get(key), list | dict))
            found = (words for part in held if (words := "".join(_words_in(part, depth + 1))).strip())
            yield _leaf_of(value) or next(found, "")


def _is_line(parts: list[Any]) -> bool:
    """True for the pieces of one line: leaves, one of which ends amid a sentence."""
    texts = [part if isinstance(part, str) else _piece_of(part) for part in parts]
    pieces = [text for text in texts if text]
    if len(pieces) < len(parts) or not any(isinstance(part, dict) for part in parts):
        return False
    return not all(ends_sentence(text, also=">:") for text in pieces[:-1])


def _piece_of(part: Any) -> str | None:
    """The words of a leaf that may be a piece of a line, None for a block."""
    if not isinstance(part, dict) or _kind_of(part) in _WORDS["paragraph"] | _WORDS["unread"]:
        return None
    return _leaf_of(part) or None


def _leaf_of(block: Mapping[str, Any]) -> str:
    return next((block[key] for key in _LEAVES if isinstance(block.get(key), str) and block[key]), "")


def _kind_of(block: Mapping[str, Any]) -> str:
    """The kind of a block, in lower case and without marks between its words.

    >>> _kind_of({"nodeType": "embedded-asset-block"}), _kind_of({"text": "Two fled."})
    ('embeddedassetblock', '')
    """
    stated = next((block[key] for key in _KINDS if isinstance(block.get(key), str)), "")
    return "".join(filter(str.isalnum, stated)).lower()
