"""Where in the JSON of a service, a crawler or a database the articles are.

1. A list of objects under ``articles``, ``results``, ``docs`` …, at most three levels deep.
2. A table that is stored by columns (``json_columns``).
3. An object of lists, each under the name of a publisher (Fundus), or of articles by their ids.
4. Anything else is an article itself, or what a service answers instead of articles.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from factx.base import InputError
from factx.reading.formats.digitised import articles_of
from factx.reading.formats.field_values import strings_in
from factx.reading.formats.fields import has_text, is_text_key
from factx.reading.formats.json_columns import rows_of
from factx.reading.formats.json_values import Value
from factx.reading.formats.ninjs import is_ninjs
from factx.reading.formats.prose import prose_of
from factx.reading.formats.records import LIST_KEYS, plain
from factx.reading.formats.scraped import is_scraped

_DEEPEST = 3
"""Levels that services wrap their lists in: response, articles, results."""
_PUBLISHER, _MESSAGE = "publisher", "message"
_FEED = "homepageurl"
"""A key of a JSON feed, whose title is the publisher's name."""
_CHAT, _CHAT_NAME, _KIND = "messages", "name", "type"
_POST = "message"
"""What an exported channel or chat (Telegram) calls a post of its; other messages tell who joined and the like."""
_ONE = "data"
"""Where a scraper's answer holds its one page."""
_LONGEST_MESSAGE = 200
"""Characters of what a service says that are shown."""


def unwrapped(value: Value) -> Iterator[Value]:
    """Yield the articles that a value of a file holds; an ``InputError`` stands for what is none.

    >>> [item.content for item in unwrapped(Value({"response": {"docs": [{"body": "One fled."}]}}, False))]
    [{'body': 'One fled.'}]
    >>> [item.content for item in unwrapped(Value({"Andes Wire": [{"body": "One fled."}]}, False))]
    [{'publisher': 'Andes Wire', 'body': 'One fled.'}]
    """
    content = value.content
    if isinstance(content, list):
        for item in content:
            yield from unwrapped(Value(item, True))
    elif isinstance(content, dict) and (rows := rows_of(content)):
        yield from (Value(row, True) for row in rows)
    elif isinstance(content, dict) and is_scraped(content.get(_ONE)):
        yield Value(content[_ONE], value.listed)
    elif not isinstance(content, dict) or is_ninjs(content) or has_text(content):
        yield value
    elif (items := _items_of(content)) is not None:
        yield from (Value(item, True) for item in items)
    else:
        yield Value(_answer(content) or content, value.listed)


def _items_of(content: Mapping[str, Any]) -> list[Any] | None:
    """The articles of an object that holds some, or None."""
    if articles := articles_of(content):
        return articles
    found = _list_in(content, _DEEPEST)
    if found:
        if _CHAT in content and content[_CHAT] == found:
            channel = next(strings_in(content.get(_CHAT_NAME)), None)
            return [_published_by(channel, item) for item in found if _is_post(item)]
        publisher = next(strings_in(content.get("title")), None) if _FEED in map(plain, content) else None
        return [_published_by(publisher, item) for item in found]
    if found is not None:
        return [InputError("no articles: the list of articles is empty")]
    return _by_publisher(content) or _by_id(content)


def _list_in(content: Mapping[str, Any], depth: int) -> list[Any] | None:
    """The nearest list of objects under a key that articles are listed under; [] if all are empty."""
    lists = [value for key, value in content.items() if isinstance(value, list) and _lists_articles(key, value)]
    if found := next((items for items in lists if any(isinstance(item, dict) for item in items)), None):
        return found
    inner = [value for value in content.values() if isinstance(value, dict)] if depth > 1 else []
    deeper = [items for value in inner if (items := _list_in(value, depth - 1)) is not None]
    return next(filter(None, deeper), [] if deeper or any(not items for items in lists) else None)


def _lists_articles(key: str, items: list[Any]) -> bool:
    """True for a list under a key that articles are listed under; messages may be anything."""
    name = plain(key)
    return name in LIST_KEYS and (name != _CHAT or any(isinstance(item, dict) and _KIND in item for item in items))


def _is_post(item: Any) -> bool:
    """True for a message with words; pictures alone and notices of the program have none."""
    return isinstance(item, dict) and item.get(_KIND) == _POST and bool((prose_of(item.get("text")) or "").strip())


def _by_publisher(content: Mapping[str, Any]) -> list[Any] | None:
    """The articles of ``{publisher: [article, …]}``, each with its publisher, or None."""
    lists = list(content.values())
    if not lists or not all(isinstance(items, list) for items in lists):
        return None
    if not all(isinstance(item, dict) for items in lists for item in items) or not any(lists):
        return None
    names = {key: None if is_text_key(key) else key for key in content}
    return [_published_by(names[key], item) for key, items in content.items() for item in items]


def _by_id(content: Mapping[str, Any]) -> list[Any] | None:
    """The articles of ``{id: article, …}``, or None."""
    items = list(content.values())
    are_articles = items and all(isinstance(item, dict) and has_text(item) for item in items)
    return items if are_articles else None


def _published_by(publisher: str | None, item: Any) -> Any:
    return {_PUBLISHER: publisher, **item} if publisher and isinstance(item, dict) else item


def _answer(content: Mapping[str, Any]) -> InputError | None:
    """What a service says instead of giving articles, or None."""
    for each in (content, *(value for value in content.values() if isinstance(value, dict))):
        said = next(strings_in(each.get(_MESSAGE)), None)
        if said and not any(plain(key) == "title" for key in each):
            return InputError(f"no articles but a message of the service: {said[:_LONGEST_MESSAGE]}")
    return None
