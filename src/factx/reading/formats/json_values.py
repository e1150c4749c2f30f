"""JSON read value by value, and a list item by item: never the whole file in memory.

What services write is not always valid: control characters in strings are let through, a backslash
before a character that needs none is dropped, and of a file that ends too early what came before
the break is kept.
"""

from __future__ import annotations

import json
import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from typing import Any, TextIO

from factx.base import InputError
from factx.reading.formats.records import FIELDS, LIST_KEYS, plain

_ARTICLE_KEYS = {key for field in ("text", "title", "published", "url") for key in FIELDS[field]}
_ANY_KEYS = {key for keys in FIELDS.values() for key in keys}
_DECODER = json.JSONDecoder(strict=False)
_WITH_LONG_NUMBERS = json.JSONDecoder(strict=False, parse_int=str)
"""For a value with more digits than Python makes a number of, which no field of an article is."""
_CHUNK = 1_000_000
"""Characters read at a time: some hundred articles."""
_NEAR_END = 64
"""Characters: an error closer to the end of what was read may be for want of more."""
_MOST_CHARS = 300_000_000
"""Characters of one value: more would not fit into the memory of most machines once read."""
_ESCAPE = re.compile(r'\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4}|(?P<other>.))', re.DOTALL)
_BLANKS = re.compile(r"[ \t\r\n]*")
_BETWEEN = re.compile(r"[ \t\r\n,]*")
_COLON = re.compile(r"[ \t\r\n]*:?[ \t\r\n]*")
_LIST_OF_OBJECTS = re.compile(r"\[\s*\{")
_INNER_LIST = re.compile(rf'"(?:{"|".join(sorted(LIST_KEYS))})"\s*:\s*\[\s*\{{', re.IGNORECASE)
_OWN_FIELD = re.compile(rf'"(?:{"|".join(map(re.escape, sorted(_ARTICLE_KEYS)))})"\s*:\s*["\d]', re.IGNORECASE)
"""A field of an article: an object with one before the list is an article itself."""
_LIST_OF_A_PUBLISHER = re.compile(r'\{\s*"(?P<name>[^"\\]+)"\s*:\s*\[\s*(?:\{|\]\s*,\s*"[^"\\]+"\s*:\s*\[)')
_SHOWN = 4000
"""Characters in which a list of articles begins, after what a service says of its answer."""
_DEEPEST = 3
"""Levels that services wrap their lists in: response, articles, results."""
_ENDS = "not valid JSON: the file ends before the list of articles does; it is not complete"


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a file; ``listed`` is true for an item of a list. An ``InputError`` is what is broken."""

    content: Any
    listed: bool


def json_values(stream: TextIO, line: int = 1) -> Iterator[Value]:
    r"""Yield the values of a stream of JSON, those of a list one by one.

    What is broken ends it, and comes as an ``InputError``, which names the line: the stream begins
    with that of the number ``line``.

    >>> import io
    >>> [value.content for value in json_values(io.StringIO(r'[{"a": 1}, {"b": "5 \% more"}]'))]
    [{'a': 1}, {'b': '5 % more'}]
    """
    return _Parser(stream, line).values()


class _Parser:
    def __init__(self, stream: TextIO, line: int) -> None:
        self._stream, self._text, self._place, self._line, self._ended = stream, "", 0, line, False
        self._decoder = _DECODER

    def values(self) -> Iterator[Value]:
        try:
            while self._skip(_BLANKS):
                if self._text[self._place] == "[":
                    self._place += 1
                    yield from self._items()
                elif self._text[self._place] != "{":
                    yield Value(self._next(), False)
                elif self._wraps_list():
                    yield from self._some(self._wrapped(LIST_KEYS, {}, _DEEPEST))
                elif self._lists_by_publisher():
                    yield from self._wrapped(None, {}, 1)
                else:
                    yield Value(self._next(), False)
        except InputError as error:
            yield Value(error, False)

    def _some(self, values: Iterator[Value]) -> Iterator[Value]:
        """The values; raises ``InputError`` if there are none."""
        first = next(values, None)
        if first is None:
            raise InputError(f"no articles: there is no list of them in the first {_DEEPEST} levels of the object")
        yield first
        yield from values

    def _wraps_list(self) -> bool:
        """True if an object's beginning shows that it is no article but holds a list of articles."""
        head = self._text[self._place : self._place + _SHOWN]
        found = _INNER_LIST.search(head)
        return found is not None and _OWN_FIELD.search(head, 0, found.start()) is None

    def _lists_by_publisher(self) -> bool:
        """True for an object of lists of articles by publisher that is too large to be read at once."""
        is_large = len(self._text) - self._place >= _CHUNK
        found = _LIST_OF_A_PUBLISHER.match(self._text, self._place) if is_large else None
        return found is not None and plain(found["name"]) not in _ANY_KEYS

    def _wrapped(self, keys: Container[str] | None, around: dict[str, Any], deepest: int) -> Iterator[Value]:
        """Yield the items of the lists under ``keys``, or under any, in the object that begins here.

        Each is wrapped as it is found; ``around`` is what stands before the list.
        """
        self._place += 1
        while self._skip(_BETWEEN) and self._text[self._place] != "}":
            key = self._next()
            self._skip(_COLON)
            rest = self._text[self._place : self._place + _SHOWN]
            if _LIST_OF_OBJECTS.match(rest) and (keys is None or plain(key) in keys):
                self._place += 1
                for item in self._items():
                    yield Value({**around, key: [item.content]}, True)
            elif rest.startswith("{") and deepest > 1:
                yield from self._wrapped(keys, around, deepest - 1)
            else:
                value = self._next()
                if isinstance(value, str):
                    around = {**around, key: value}
        if self._place == len(self._text):
            raise InputError(_ENDS)
        self._place += 1

    def _items(self) -> Iterator[Value]:
        """Yield the items of a list whose bracket has been read."""
        while self._skip(_BETWEEN) and self._text[self._place] != "]":
            yield Value(self._next(), True)
        if self._place == len(self._text):
            raise InputError(_ENDS)
        self._place += 1

    def _skip(self, what: re.Pattern[str]) -> bool:
        """Go over blanks; False at the end of the stream."""
        while True:
            found = what.match(self._text, self._place)
            self._place = found.end() if found else self._place
            if self._place < len(self._text) or not self._more():
                return self._place < len(self._text)

    def _more(self) -> bool:
        """Read on, dropping what is done; False at the end."""
        if self._ended or len(self._text) - self._place > _MOST_CHARS:
            return False
        piece = self._stream.read(max(_CHUNK, len(self._text) - self._place))
        self._ended = not piece
        self._line += self._text.count("\n", 0, self._place)
        self._text, self._place = self._text[self._place :] + piece, 0
        return bool(piece)

    def _next(self) -> Any:
        """The value that begins here; raises ``InputError`` if it is broken."""
        while True:
            try:
                value, self._place = self._decoder.raw_decode(self._text, self._place)
                self._decoder = _DECODER
                return value
            except RecursionError:
                raise InputError("not an article: the JSON is nested too deeply") from None
            except json.JSONDecodeError as error:
                if not (self._may_be_cut(error) and self._more()) and not self._repaired():
                    raise InputError(self._told(error)) from None
            except ValueError:
                self._decoder = _WITH_LONG_NUMBERS

    def _may_be_cut(self, error: json.JSONDecodeError) -> bool:
        return "Unterminated" in error.msg or error.pos >= len(self._text) - _NEAR_END

    def _repaired(self) -> bool:
        """Drop backslashes where none belongs; False if there are none."""
        rest = self._text[self._place :]
        sure = len(rest) if self._ended else len(rest) - len(r"\u0000")
        mended = _ESCAPE.sub(lambda found: (found.end() <= sure and found["other"]) or found.group(), rest)
        self._text = self._text[: self._place] + mended
        return mended != rest

    def _told(self, error: json.JSONDecodeError) -> str:
        line = self._line + self._text.count("\n", 0, error.pos)
        column = error.pos - self._text.rfind("\n", 0, error.pos)
        return f"not valid JSON: {error.msg.removesuffix(' at')} at line {line}, column {column}"
