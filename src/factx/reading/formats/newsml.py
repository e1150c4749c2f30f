"""NewsML-G2: news items of agencies, alone or several in a message.

1. Only items of text are articles; of several versions the highest counts, if usable.
2. The text stands in the item as NITF, XHTML or plain text; remote content is in another file.
3. The day is that of the content, else of the first version, else of this one; an embargo is noted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from factx.base import InputError
from factx.reading.formats import nitf
from factx.reading.formats.bylines import author_of
from factx.reading.formats.feeds import BROKEN_OFF
from factx.reading.formats.markup import paragraphs_of, text_of
from factx.reading.formats.opened import InputFile
from factx.reading.formats.page_parts import unread_parts
from factx.reading.formats.parts import BadPart, Part, RawArticle, ReadOptions
from factx.reading.formats.story_html import content_paragraphs
from factx.reading.formats.xml_stream import BrokenOff, elements_of, name_of

_ITEMS = ("newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem")
_ARTICLE_ITEM = _ITEMS[0]
_TEXT, _USABLE = "text", "usable"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_MARKED_UP = ("html", "xml")
"""Parts of the names of media types whose text is markup."""


@dataclass(frozen=True, slots=True)
class _Listed:
    """An item before its text is read: which it is, and why it is no article that was published, if so."""

    guid: str
    version: int
    why_not: str | None


def read(file: InputFile, options: ReadOptions) -> Iterator[Part]:
    """Yield the articles of a message, or that of a single item, in their order.

    The file is gone through twice, for which version is the highest is known at its end.
    """
    found, is_whole = _listed(file)
    kept = {place for place in _latest(found) if found[place].why_not is None}
    if not kept:
        raise InputError(_nothing(found))
    number = 0
    for place, element in enumerate(islice(elements_of(file, *_ITEMS), max(kept) + 1)):
        if place in kept:
            number += 1
            yield _part(element, None if element.getparent() is None else number)
    if not is_whole:
        yield BadPart(BROKEN_OFF, number + 1)


def _nothing(found: Sequence[_Listed]) -> str:
    kinds = Counter(item.why_not or "superseded" for item in found)
    listed = ", ".join(f"{count} {kind}" for kind, count in kinds.most_common())
    return f"no article of text: NewsML-G2 with {listed or 'no item'}"


def _listed(file: InputFile) -> tuple[list[_Listed], bool]:
    """What is known of each item before its text is read, and whether the file is whole."""
    found: list[_Listed] = []
    try:
        for element in elements_of(file, *_ITEMS):
            found.append(_Listed(element.get("guid", ""), _version(element), _why_not(element)))
    except BrokenOff:
        return found, False
    return found, True


def _latest(found: Sequence[_Listed]) -> Iterator[int]:
    """Yield the place of the highest version of each item."""
    highest: dict[str, int] = {}
    for item in found:
        highest[item.guid] = max(highest.get(item.guid, 0), item.version)
    for place, item in enumerate(found):
        if not item.guid or highest.get(item.guid) == item.version:
            highest.pop(item.guid, None)
            yield place


def _version(item: Any) -> int:
    version = item.get("version", "1")
    return int(version) if version.isascii() and version.isdigit() else 1


def _why_not(item: Any) -> str | None:
    """Why an item is no article that was published, or None if it is one."""
    if name_of(item) != _ARTICLE_ITEM:
        return name_of(item)
    if (kind := _code(_first(item, "itemClass"), _TEXT)) != _TEXT:
        return kind
    status = _code(_first(item, "pubStatus"), _USABLE)
    return None if status == _USABLE else status


def _code(element: Any, default: str) -> str:
    """The last part of the code that an element gives, ``text`` of ``ninat:text``."""
    stated = (element.get("qcode") or element.get("uri") or element.get("literal") or "") if element is not None else ""
    return stated.rpartition(":")[2].rpartition("/")[2].lower() or default


def _part(item: Any, number: int | None) -> Part:
    contents = [content for holder in item.iter("{*}contentSet") for content in holder if name_of(content)]
    texts = map(paragraphs_in, contents)
    paragraphs = max(texts, key=lambda found: sum(map(len, found)), default=[])
    if not paragraphs:
        where = ": its content is in another file" if any("remote" in name_of(part) for part in contents) else ""
        return BadPart(f"the news item has no text{where}", number)
    embargo = _words(_first(item, "embargoed"))
    note = f"under embargo until {embargo}" if embargo else None
    return RawArticle("\n\n".join(paragraphs), _metadata(item), number, note)


def paragraphs_in(content: Any) -> list[str]:
    """The paragraphs of an inline content: NITF, XHTML, or text that may hold markup."""
    if not len(content):
        written = content.text or ""
        is_markup = any(name in content.get("contenttype", "") for name in _MARKED_UP) or "<p" in written
        return content_paragraphs(written if is_markup else written.replace("&", "&amp;").replace("<", "&lt;"))
    if next(content.iter("{*}body.content"), None) is not None:
        return nitf.body_paragraphs(content)
    body = _first(content, "body")
    held = content if body is None else body
    return paragraphs_of(held, _unread_in(held))


def _unread_in(held: Any) -> list[Any]:
    """What of an XHTML body is no text: its names have a namespace, which the rules for pages do not know."""
    for element in held.iter():
        if name := name_of(element):
            element.tag = name
    return [*unread_parts(held), *held.iter("h1")]


def _metadata(item: Any) -> dict[str, str]:
    inline = nitf.metadata_of(item) if next(item.iter("{*}nitf"), None) is not None else {}
    about, meta = _first(item, "itemMeta"), _first(item, "contentMeta")
    provider = _first(about, "provider")
    found = {
        "title": _words(_main(meta, "headline")) or inline.get("title") or _words(_first(about, "title")),
        "published": _stated(meta, "contentCreated") or _stated(about, "firstCreated", "versionCreated"),
        "updated": _stated(meta, "contentModified"),
        "author": author_of(_words(_first(meta, "by"))) or _creators(meta) or inline.get("author"),
        "publisher": _named(provider) or inline.get("publisher") or _named(_first(item, "copyrightHolder")),
        "language": _tag(meta) or item.get(_LANG) or inline.get("language"),
        "dateline": nitf.place_of(_words(_first(meta, "dateline"))) or inline.get("dateline"),
        "url": inline.get("url"),
    }
    return {name: value for name, value in found.items() if value}


def _main(meta: Any, name: str) -> Any:
    """The element without a role or with the main one, else the first: others are for small screens."""
    elements = [] if meta is None else [child for child in meta if name_of(child) == name]
    mains = [element for element in elements if not element.get("role") or "main" in element.get("role", "")]
    return next(iter(mains or elements), None)


def _creators(meta: Any) -> str:
    creators = [] if meta is None else [child for child in meta if name_of(child) == "creator"]
    return ", ".join(dict.fromkeys(filter(None, (author_of(_person(creator)) for creator in creators))))


def _person(element: Any) -> str:
    """The name of a creator; a code without a name is none."""
    return _words(_first(element, "name")) or element.get("literal", "")


def _named(element: Any) -> str:
    """The name of an organisation, else what stands for it."""
    if element is None:
        return ""
    return _words(_first(element, "name")) or element.get("literal") or element.get("qcode", "").rpartition(":")[2]


def _stated(element: Any, *names: str) -> str:
    return next(filter(None, (_words(_first(element, name)) for name in names)), "")


def _tag(meta: Any) -> str:
    language = _first(meta, "language")
    return "" if language is None else language.get("tag", "")


def _first(element: Any, name: str) -> Any:
    """The first element with this local name within another, or None; None within None."""
    return None if element is None else nitf.first(element, name)


def _words(element: Any) -> str:
    return "" if element is None else text_of(element)
