"""A text with its fields in front of it, between lines of three hyphens, or below a title.

Clippers of pages write notes in Markdown so, and crawlers their text files. The text is read
without the marks of Markdown; pictures are left out, and a first line that only repeats the title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from factx.reading.encoding import decoded
from factx.reading.formats.field_values import cell
from factx.reading.formats.fields import part_of
from factx.reading.formats.markdown_text import unmarked
from factx.reading.formats.opened import InputFile
from factx.reading.formats.parts import Part, ReadOptions, with_note
from factx.reading.formats.records import FIELDS, plain

_FRONT = re.compile(r"\s*---[ \t]*\r?\n(?P<fields>(?:[^\n]*\n){1,80}?)---[ \t]*(?:\r?\n|\Z)")
_BELOW_TITLE = re.compile(
    r"\s*# (?P<title>\S[^\n]*)\n\s*?\n(?P<fields>(?:[A-Z][\w ]{0,30}:[ \t]+\S[^\n]*\n){1,40})\s*\n"
)
"""A title and fields below it, as Notion writes them."""
_FIELD = re.compile(r"(?P<key>[A-Za-z][\w. -]{0,40}?)[ \t]*:(?:[ \t]+(?P<value>.*))?")
_KNOWN = frozenset(key for field in ("published", "author", "url") for key in FIELDS[field])
_ITEM = re.compile(r"[ \t]*-[ \t]+(?P<value>.*)")


def is_fronted(text: str) -> bool:
    """True for a text that begins with fields between lines of hyphens; a rule above prose is none.

    >>> is_fronted("---\\ndate: 2017-03-22\\n---\\nTwo fled."), is_fronted("---\\nTwo fled.\\n---\\n")
    (True, False)
    """
    if (below := _BELOW_TITLE.match(text)) is not None:
        return not _KNOWN.isdisjoint(map(plain, _fields_in(below["fields"])))
    front = _FRONT.match(text)
    return front is not None and _FIELD.fullmatch(front["fields"].partition("\n")[0].rstrip()) is not None


def read(file: InputFile, options: ReadOptions) -> Iterator[Part]:
    """Yield the article of a file with its fields in front."""
    text, note = decoded(file.data())
    front = _FRONT.match(text) or _BELOW_TITLE.match(text)
    fields = _fields_in(front["fields"]) if front else {}
    if front and "title" in front.groupdict():
        fields["title"] = front["title"].strip()
    body = text[front.end() :] if front else text
    yield with_note(
        part_of({**fields, "text": _without_title(unmarked(body), fields.get("title"))}, None, options), note
    )


def _fields_in(lines: str) -> dict[str, Any]:
    """The fields with their values, lists of values as such."""
    fields: dict[str, Any] = {}
    key = ""
    for line in lines.splitlines():
        if field := _FIELD.fullmatch(line.rstrip()):
            key = field["key"].lower()
            fields[key] = cell(_unquoted(field["value"] or ""))
        elif (item := _ITEM.fullmatch(line.rstrip())) and key:
            listed = fields[key] if isinstance(fields[key], list) else []
            fields[key] = [*listed, _unquoted(item["value"])]
    return fields


def _unquoted(value: str) -> str:
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        value = value[1:-1].replace('\\"', '"').replace("''", "'")
    return value[2:-2] if value.startswith("[[") and value.endswith("]]") else value


def _without_title(text: str, title: Any) -> str:
    first, _, rest = text.partition("\n")
    return rest.strip() if rest.strip() and first.strip() == title else text
