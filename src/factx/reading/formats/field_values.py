"""What a field of an article holds, as text: markup undone, objects and lists read, junk left out.

Services store a name as ``"name"``, ``{"name": …}``, ``[{"name": …}]`` or ``"['name']"``, titles
with entities and with the publisher behind them, and among authors what a crawler took for one.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from html import unescape
from typing import Any

from factx.base import lexicon
from factx.reading.encoding import without_lone_surrogates
from factx.reading.formats.records import VALUE_KEYS

_WORDS = lexicon.classes("reading/field_words")
_TAG = re.compile(r"</?[a-z][^<>]{0,500}>", re.IGNORECASE)
_ADDRESS = re.compile(
    r"(?<!\S)\S[^\s@]*+@\S+|\bhttps?://\S+|\bwww\.\S+|(?<![\w.-])[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:/\S*)?(?!\w)"
)
"""Addresses, sites without "www" among them: "J.Roe" is none."""
_TO_UNDO = re.compile(r"[&<]|  |^ | $")
"""Markup, and blanks that are folded: most lines of print have neither."""
_MAILED = re.compile(r"\S+@[^\s@]+\s*\((?P<name>[^()]+)\)")
_WORD = re.compile(r"[a-z-]+")
_WORD_AND_STOP = re.compile(r"(?<![a-z])[a-z]{4,}+\.(?=\s|$)")
"""A sentence's end: titles and suffixes of names that end in a full stop are shorter ("Prof.", "Jr.")."""
_BY = re.compile(r"by[:\s]\s*(?=\S)", re.IGNORECASE)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_EDGES = " \t;:|()<>[]-"
"""What is left around a name when the address behind it is gone."""
_PARTS = re.compile(r"(?:(?<!\s)[^\S\n\r]++)?[\n\r,][\s,]*")
_LONGEST_LIST = 10_000
"""Characters of a list that a cell holds: keywords, authors, a source."""
_LONGEST_BY_LINE = 1000
"""Characters: fifty authors; what is longer is a text."""
_PARTS_OF_A_DAY = 3
"""Year, month and day: references to monthlies have no day."""
_DEEPEST = 4
"""Objects within objects that hold a value: those of databases are two deep."""


def strings_in(value: Any, depth: int = 0) -> Iterator[str]:
    """Yield what a value of JSON, a table or a column store holds as lines of plain text.

    >>> list(strings_in([{"name": "Ada &amp; Co"}, {"id": 7}, 12, None, True]))
    ['Ada & Co', '12']
    """
    if isinstance(value, str):
        if line := line_of(value):
            yield line
    elif isinstance(value, date):
        yield value.isoformat()
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield str(value)
    elif isinstance(value, list) and depth < _DEEPEST:
        for part in value:
            yield from strings_in(part, depth + 1)
    elif isinstance(value, dict) and depth < _DEEPEST:
        fields = {str(key).lower(): inner for key, inner in value.items()}
        if cited := _cited(fields):
            yield cited
            return
        found = (list(strings_in(fields.get(key), depth + 1)) for key in VALUE_KEYS)
        yield from next(filter(None, found), [])


def _cited(fields: dict[str, Any]) -> str:
    """The day or the name that an object is which lists of references (CSL) hold, else "".

    >>> _cited({"date-parts": [[2016, 5, 9]]}), _cited({"family": "Li", "given": "Ann"}), _cited({"name": "Ann Li"})
    ('2016-05-09', 'Ann Li', '')
    """
    if isinstance(fields.get("family"), str):
        return " ".join(str(fields[key]) for key in ("given", "family") if fields.get(key))
    parts = fields.get("date-parts")
    first = parts[0] if isinstance(parts, list) and parts else None
    if not isinstance(first, list) or len(first) != _PARTS_OF_A_DAY or not all(str(part).isdecimal() for part in first):
        return ""
    year, month, day = map(int, first)
    return f"{year:04}-{month:02}-{day:02}"


def line_of(text: str) -> str:
    """A value as plain text in one line, "" for a cell that says that it is empty; line breaks stay.

    >>> line_of("<b>Dam</b> bursts &amp;amp; two\\tdie"), line_of("NA")
    ('Dam bursts & two die', '')
    """
    if text.isprintable() and not _TO_UNDO.search(text):
        return "" if text.lower() in _WORDS["blank"] else text
    text = unescape(unescape(text)) if "&" in text else text
    text = _TAG.sub("", without_comments(text)) if "<" in text else text
    lines = (" ".join(_CONTROLS.sub(" ", line).split()) for line in without_lone_surrogates(text).splitlines())
    folded = "\n".join(filter(None, lines))
    return "" if folded.lower() in _WORDS["blank"] else folded


def without_comments(text: str) -> str:
    """The text without the comments of HTML; one that is never closed stays.

    >>> without_comments("Two <!-- 9 -->fled <!-- ten.")
    'Two fled <!-- ten.'
    """
    pieces, place = [], 0
    while (start := text.find("<!--", place)) >= 0 and (end := text.find("-->", start)) >= 0:
        pieces.append(text[place:start])
        place = end + len("-->")
    return "".join(pieces) + text[place:]


def cell(text: str) -> Any:
    """The value of a cell of a table: a list or object that was written into it, else its text.

    >>> cell("['Ada Ling', 'Joe Ray']"), cell("{'id': None, 'name': 'Andes Wire'}")["name"], cell("[sic]")
    (['Ada Ling', 'Joe Ray'], 'Andes Wire', '[sic]')
    """
    if not text.startswith(("[", "{")) or len(text) > _LONGEST_LIST:
        return text
    for read in (json.loads, ast.literal_eval):
        try:
            value = read(text)
        except (ValueError, SyntaxError, RecursionError, MemoryError, TypeError):
            continue
        return value if isinstance(value, list | dict) else text
    return text


def authors_in(values: Iterable[str]) -> list[str]:
    """The names among what a crawler or a service gives as authors, each once.

    >>> authors_in(["By Ada Ling", "Ohio. twitter mailto", "wire.example", "Jr. J. Roe", "Ada Ling"])
    ['Ada Ling', 'Jr. J. Roe']
    >>> authors_in(["Joe Ray, Contributor, \\n Joe Ray\\n https://wire.example/joe", "a@wire.example (Ana Roe)", "12"])
    ['Joe Ray', 'Ana Roe']
    """
    names = (name for value in values for name in _names_in(value[:_LONGEST_BY_LINE]))
    return list(dict.fromkeys(name for name in names if _is_name(name)))


def _names_in(value: str) -> list[str]:
    """The value, or its parts if services have made it of a name, a role and a link."""
    if value.isprintable() and not any(sign in value for sign in "@./"):
        return [_without_by(value)]
    if mailed := _MAILED.fullmatch(value):
        value = mailed["name"]
    parts = [value]
    if "\n" in value or _ADDRESS.search(value):
        parts = [_ADDRESS.sub("", part).strip(_EDGES) for part in _PARTS.split(value)]
        parts = [part for part in parts if part.lower() not in _WORDS["role"]]
    return list(map(_without_by, parts))


def _without_by(name: str) -> str:
    by = _BY.match(name)
    return name[by.end() :] if by else name


def _is_name(name: str) -> bool:
    words = name.lower()
    junk = words in _WORDS["not_a_name"] or not _WORDS["no_author"].isdisjoint(_WORD.findall(words))
    return not (junk or _WORD_AND_STOP.search(name)) and any(map(str.isalpha, name))


def without_publisher(title: str, publisher: str | None) -> str:
    """A title without the publisher that aggregators put behind it.

    >>> without_publisher("Dam bursts - Andes Wire", "Andes Wire"), without_publisher("War - and peace", "Peace")
    ('Dam bursts', 'War - and peace')
    """
    if not publisher:
        return title
    found = re.search(rf"\s+[-–—|:•]\s+{re.escape(publisher)}\s*$", title, re.IGNORECASE)
    return title[: found.start()] if found and found.start() else title
