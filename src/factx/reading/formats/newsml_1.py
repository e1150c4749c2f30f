"""NewsML 1.x, the format of agencies before NewsML-G2, and the news items of Reuters' corpora.

1. A news item holds components within components; the text is the longest content of the media type
   text, and what has the role of a caption is none.
2. The day is that of the dateline, else of the first version, else of this one. Stamps are compact
   (``20040310T173212+0000``), in the sender's zone.
3. Of several revisions in one file the highest counts, if usable.
4. In Reuters' corpora (RCV1) a file is one ``newsitem`` with headline, dateline and paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from factx.base import InputError
from factx.reading.formats import nitf
from factx.reading.formats.bylines import author_of
from factx.reading.formats.markup import paragraphs_of, text_of
from factx.reading.formats.newsml import paragraphs_in
from factx.reading.formats.opened import InputFile
from factx.reading.formats.parts import BadPart, Part, RawArticle, ReadOptions
from factx.reading.formats.xml_stream import document_of, name_of

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_TEXT, _USABLE, _CAPTION = "text", "usable", "caption"
_DATES = ("DateLineDate", "FirstCreated", "ThisRevisionCreated", "DateId")
_ISO_AT_END = re.compile(r"(?:(?<!\s)\s++)?\d{4}-\d\d-\d\d\s*$")


def read(file: InputFile, options: ReadOptions) -> Iterator[Part]:
    """Yield the articles of a file of NewsML 1.x."""
    items = _latest(document_of(file).iter("{*}NewsItem"))
    reasons = [_why_not(item) for item in items]
    kept = [item for item, reason in zip(items, reasons, strict=True) if reason is None]
    if not kept:
        told = ", ".join(dict.fromkeys(filter(None, reasons))) or "no item"
        raise InputError(f"no article of text: NewsML 1 with {told}")
    for number, item in enumerate(kept, start=1):
        yield _part(item, number)


def _latest(items: Iterator[Any]) -> list[Any]:
    """The items in their order, each in its highest revision."""
    found: dict[object, Any] = {}
    for item in items:
        name = (_said(item, "ProviderId"), _said(item, "DateId"), _said(item, "NewsItemId"))
        key: object = name if name[-1] else len(found)
        if key not in found or _revision(item) >= _revision(found[key]):
            found[key] = item
    return list(found.values())


def _revision(item: Any) -> int:
    written = _said(item, "RevisionId")
    return int(written) if written.isascii() and written.isdigit() else 1


def _why_not(item: Any) -> str | None:
    """Why an item is no article that was published, or None if it is one."""
    status = _named(item, "Status", _USABLE).lower()
    if status != _USABLE:
        return status
    contents = list(item.iter("{*}ContentItem"))
    kinds = [_named(content, "MediaType", _TEXT).lower() for content in contents]
    return None if _TEXT in kinds else (kinds[0] if kinds else "no content")


def _part(item: Any, number: int) -> Part:
    contents = [content for content in item.iter("{*}ContentItem") if _is_text(content)]
    held = [data for content in contents for data in content.iter("{*}DataContent")]
    paragraphs = max(map(paragraphs_in, held), key=lambda found: sum(map(len, found)), default=[])
    if not paragraphs:
        return BadPart("the news item has no text", number)
    return RawArticle("\n\n".join(paragraphs), _metadata(item), number)


def _is_text(content: Any) -> bool:
    """True for a content of the media type text that is no caption."""
    roles = [_named(parent, "Role", deep=False) for parent in content.iterancestors("{*}NewsComponent")]
    is_caption = any(_CAPTION in role.lower() for role in roles[:1])
    return _named(content, "MediaType", _TEXT).lower() == _TEXT and not is_caption


def _metadata(item: Any) -> dict[str, str]:
    inline = nitf.metadata_of(item) if nitf.first(item, "nitf") is not None else {}
    found = {
        "title": _said(item, "HeadLine") or inline.get("title", ""),
        "published": next(filter(None, (_said(item, name) for name in _DATES)), ""),
        "author": author_of(_said(item, "ByLine")) or inline.get("author", ""),
        "publisher": _party(item, "Provider") or _party(item, "Source") or _said(item, "ProviderId"),
        "language": _named(item, "Language") or inline.get("language", ""),
        "dateline": nitf.place_of(_said(item, "DateLine")) or inline.get("dateline", ""),
    }
    return {name: value for name, value in found.items() if value}


def _said(item: Any, name: str) -> str:
    """The text of the first element with this name that has some, in one line."""
    return next(filter(None, map(text_of, item.iter(f"{{*}}{name}"))), "")


def _named(item: Any, name: str, default: str = "", deep: bool = True) -> str:
    """The formal name that the first element with this name gives, below the item or right in it."""
    elements = item.iter(f"{{*}}{name}") if deep else (child for child in item if name_of(child) == name)
    return next(filter(None, (element.get("FormalName") for element in elements)), default)


def _party(item: Any, name: str) -> str:
    """The name of an organisation that has a part in the item."""
    return next(filter(None, (_named(element, "Party") for element in item.iter(f"{{*}}{name}"))), "")


def read_reuters(file: InputFile, options: ReadOptions) -> Iterator[Part]:
    """Yield the article of a news item of Reuters' corpora."""
    root = document_of(file)
    text = nitf.first(root, "text")
    paragraphs = [] if text is None else paragraphs_of(text)
    if not paragraphs:
        raise InputError("no text in this news item of Reuters'")
    known = {each.get("element"): each.get("value", "") for each in root.iter("{*}dc")}
    found = {
        "title": _said(root, "headline") or _said(root, "title"),
        "published": root.get("date") or known.get("dc.date.published", ""),
        "author": author_of(_said(root, "byline")),
        "publisher": known.get("dc.publisher", ""),
        "language": root.get(_LANG, ""),
        "dateline": nitf.place_of(_ISO_AT_END.sub("", _said(root, "dateline"))),
    }
    yield RawArticle("\n\n".join(paragraphs), {name: value for name, value in found.items() if value})
