"""The article that a page keeps as data in its scripts, from which it is shown only once they run.

Frameworks write the state of a page into it: JSON in ``<script id="__NEXT_DATA__">``, a program's
``window.__INITIAL_STATE__ = {…}``, Apollo's entries that refer to each other. Of all objects that
have a title and a text, the page's article is the one whose title is the page's own.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from lxml import etree

from factx.reading.formats.fields import part_of
from factx.reading.formats.page_parts import key_of
from factx.reading.formats.parts import RawArticle
from factx.reading.formats.records import FIELDS, plain

_SCRIPTS: Any = etree.XPath("//script[not(@src)][not(contains(@type, 'ld+json'))]")
_IN_SCRIPT = re.compile(r"[\w$.\]\"']\s*=\s*(?P<quoted>JSON\.parse\(\s*(?=\"))?(?=[{\[\"])")
"""Where a program gives a value to a name, as JSON or as a text of JSON."""
_UNDEFINED = re.compile(r'"(?:\\.|[^"\\])*"|(?P<undefined>\bundefined\b)')
_DECODER = json.JSONDecoder(strict=False)
_FEWEST_WORDS = 40
"""Words of a text that is no teaser of another story."""
_BEGINNING, _PLAIN_WORDS = 80, re.compile(r"[A-Za-z0-9 ,.]+")
"""Characters of a paragraph of which those are looked for that no script escapes."""
_SHORTEST_SCRIPT = 300
"""Characters of a script that may hold a story."""
_FEWEST_IN_TITLE = 12
"""Letters and figures of a title by which an article is known among others."""
_DEEPEST, _MOST_OBJECTS = 30, 20_000
"""Objects within objects, and values of one article: a state may refer to itself."""
_REFERENCES, _HOLDS_ENTRIES = ("__ref", "id"), "ROOT_QUERY"
"""How Apollo refers to an entry, and a key of the object that has the entries."""
_CREDITS = "credits"
"""Where Arc has the authors."""
_ARGUMENTS = re.compile(r"\(.*")
_TITLES, _TEXTS = frozenset(FIELDS["title"]), frozenset(FIELDS["text"])
_FIELDS = frozenset(key for keys in FIELDS.values() for key in keys)

_Object = dict[str, Any]


def scripts_of(root: Any) -> list[str]:
    """The scripts of a page that may hold its state."""
    texts = (element.text or "" for element in _SCRIPTS(root))
    return [text for text in texts if len(text) >= _SHORTEST_SCRIPT]


def tell(scripts: Iterable[str], paragraph: str) -> list[str]:
    """The scripts that have the words with which a paragraph begins, as far as those have no marks.

    >>> tell(["x = 1", "y = ['Two men fled…']"], "Two men fled, he said.")
    []
    >>> tell(["x = 1", "y = ['Two men fled …']"], "Two men fled—so he said.")
    ["y = ['Two men fled …']"]
    """
    words = max(_PLAIN_WORDS.findall(paragraph[:_BEGINNING]), key=len, default="").strip()
    return [script for script in scripts if words in script]


def article_in_state(scripts: Iterable[str], titles: Iterable[str]) -> RawArticle | None:
    """The article of a page that its scripts hold, by its titles, or the only one, or None.

    >>> state = {"story": {"headline": "Dam bursts", "paragraphs": ["Two men fled. " * 20]}}
    >>> article_in_state([f"window.__STATE__ = {json.dumps(state)};"], []).metadata["title"]
    'Dam bursts'
    """
    found: dict[str, RawArticle] = {}
    for script in scripts:
        for state in _states(script):
            for part in _articles(state):
                found.setdefault(key_of(part.text), part)
    keys = [key for title in titles if len(key := key_of(title)) >= _FEWEST_IN_TITLE]
    own = [part for part in found.values() if _is_titled(part, keys)]
    if own:
        return max(own, key=lambda part: len(part.text))
    return next(iter(found.values())) if len(found) == 1 else None


def _is_titled(part: RawArticle, keys: Iterable[str]) -> bool:
    title = key_of(part.metadata.get("title", ""))
    return len(title) >= _FEWEST_IN_TITLE and any(title in key or key in title for key in keys)


def _states(script: str) -> Iterator[Any]:
    """Yield the values of a script that is JSON, or of a program those that it gives to names."""
    script = script.strip()
    if "undefined" in script:
        script = _UNDEFINED.sub(lambda found: "null" if found["undefined"] else found.group(), script)
    starts = [(0, False)] if script.startswith(("{", "[")) else []
    for found in _IN_SCRIPT.finditer(script):
        starts.append((found.end(), found["quoted"] is not None))
    end = -1
    for start, is_quoted in starts:
        if start < end or (script[start : start + 1] == '"' and not is_quoted):
            continue
        try:
            value, end = _DECODER.raw_decode(script, start)
            yield json.loads(value, strict=False) if is_quoted else value
        except (ValueError, RecursionError):
            continue


def _articles(state: Any) -> Iterator[RawArticle]:
    """Yield the articles among the objects of a state."""
    entries: Mapping[str, Any] = state if isinstance(state, dict) else {}
    todo: list[tuple[Any, int]] = [(state, 0)]
    while todo:
        value, depth = todo.pop()
        if isinstance(value, dict):
            if _HOLDS_ENTRIES in value:
                entries = value
            if (part := _article(value, entries)) is not None:
                yield part
        inner = value.values() if isinstance(value, dict) else value
        todo.extend((held, depth + 1) for held in inner if isinstance(held, dict | list) and depth < _DEEPEST)


def _article(item: _Object, entries: Mapping[str, Any]) -> RawArticle | None:
    """The article that an object is, None if it has no title or no text of some length."""
    keys = {plain(_ARGUMENTS.sub("", key)) for key in item}
    if keys.isdisjoint(_TITLES) or keys.isdisjoint(_TEXTS):
        return None
    part = part_of(_as_plain(item, entries), None)
    is_one = isinstance(part, RawArticle) and len(part.text.split()) >= _FEWEST_WORDS
    return part if is_one and isinstance(part, RawArticle) else None


def _as_plain(item: _Object, entries: Mapping[str, Any]) -> _Object:
    """The fields of an object with what they refer to, and its authors; keys lose arguments."""
    known = {key: name for key in item if plain(name := _ARGUMENTS.sub("", key)) in _FIELDS}
    resolved = _References(entries)
    whole = {name: resolved.of(item[key]) for key, name in known.items()}
    named = item.get(_CREDITS)
    if isinstance(named, dict):
        whole.setdefault("authors", named.get("by"))
    return whole


class _References:
    """Puts entries where they are referred to, as far as that does not go on for ever."""

    def __init__(self, entries: Mapping[str, Any]) -> None:
        self._entries, self._left = entries, _MOST_OBJECTS

    def of(self, value: Any, depth: int = 0) -> Any:
        """The value with what it refers to."""
        self._left -= 1
        if depth > _DEEPEST or self._left < 0:
            return None
        if isinstance(value, list):
            return [self.of(inner, depth + 1) for inner in value]
        if not isinstance(value, dict):
            return value
        named = next((value[key] for key in _REFERENCES if isinstance(value.get(key), str)), "")
        entry = self._entries.get(named)
        held = entry if isinstance(entry, dict) else value
        return {_ARGUMENTS.sub("", key): self.of(inner, depth + 1) for key, inner in held.items()}
