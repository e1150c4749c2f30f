"""RSS 0.9, 1.0 and 2.0 and Atom: an article for each item, read one after the other.

1. ``content:encoded`` or ``content`` is the text, ``description`` or ``summary`` an excerpt.
2. The date is the one of publication, in the zone it is written in; those of updates, of the feed
   and of its last build are none.
3. What an item takes from another feed names that feed as its ``source``: the publisher.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin

from factx.base import InputError
from factx.reading.formats.bylines import author_of
from factx.reading.formats.feed_fields import Fields, words_of
from factx.reading.formats.markup import paragraphs_of
from factx.reading.formats.opened import InputFile
from factx.reading.formats.parts import BadPart, Part, RawArticle, ReadOptions
from factx.reading.formats.story_html import content_paragraphs, is_cut, text_paragraphs, title_of
from factx.reading.formats.xml_stream import BrokenOff, elements_of, name_of

BROKEN_OFF = "the file breaks off here: what follows is not in it"
_EXCERPT = "the text is an excerpt: the feed gives no more"
_CUT = "the text is cut: the feed gives only its beginning"
_TITLES = ("title", "dc:title", "media:title")
_TEXTS = ("content:encoded", "atom:content", "content", "xhtml:body", "xhtml:div", "fulltext", "emm:text")
_BODIES = ("body.content", "bodyText")
"""Elements of the text where an entry holds a whole article of NITF, whose headline and by-line are none."""
_EXCERPTS = ("description", "summary", "atom:summary", "dc:description", "itunes:summary", "media:description")
_DATES = (
    "pubDate", "published", "atom:published", "issued", "dc:date", "dcterms:issued", "dcterms:created",
    "dcterms:date", "prism:publicationDate", "created",
)  # fmt: skip
_UPDATES = ("updated", "atom:updated", "dcterms:modified", "modified")
_LANGUAGES = ("dc:language", "language", "iso:language")
_MAIL = re.compile(r"\S[^\s@]*@\S+")
_IN_BRACKETS = re.compile(r"\S+@[^\s@]+\s*\((?P<name>[^()]+)\)")
_SHORT_YEAR = re.compile(r"((?:[A-Za-z]{3,9},?\s+)?\d{1,2}\s+[A-Za-z]{3,9}\s+)(?=[0-4]\d\s+\d\d?:\d\d)")
_CENTURY = "20"
"""Feeds are of this century."""
_WEB = ("http://", "https://")


def read(file: InputFile, options: ReadOptions) -> Iterator[Part]:
    """Yield an article for each item of a feed; one that has no text is a bad part."""
    number = 0
    try:
        for element in elements_of(file, "item", "entry"):
            number += 1
            channel = Fields(_channel_of(element))
            yield _part(Fields(element), channel, number)
    except BrokenOff:
        yield BadPart(BROKEN_OFF, number + 1)
        return
    if not number:
        raise InputError("a feed without items")


def _channel_of(item: Any) -> Any:
    """The element that tells of the feed: ``channel``, beside its items in RSS 1.0, or the root of Atom."""
    root = item.getroottree().getroot()
    return next((child for child in root if name_of(child) == "channel"), root)


def _part(item: Fields, channel: Fields, number: int) -> Part:
    paragraphs, is_excerpt = _text(item)
    if not paragraphs:
        return BadPart("no text: the feed gives only a title and a link", number)
    publisher = title_of(item.inside("source", "title") or item.text("source") or channel.text("title") or "")
    found = {
        "title": _without_source(title_of(item.text(*_TITLES) or ""), publisher),
        "published": _with_century(item.text(*_DATES)),
        "updated": item.text(*_UPDATES),
        "author": _author(item) or _author(channel, inherited=True),
        "publisher": publisher,
        "url": _url(item, channel),
        "language": item.text(*_LANGUAGES) or item.language() or channel.text(*_LANGUAGES),
    }
    metadata = {name: value for name, value in found.items() if value}
    return RawArticle("\n\n".join(paragraphs), metadata, number, _note(paragraphs, is_excerpt))


def _with_century(date: str) -> str:
    """A date of the old mail format with all figures of its year: "Wed, 08 May 19 10:00 GMT"."""
    match = _SHORT_YEAR.match(date)
    return f"{match[1]}{_CENTURY}{date[match.end() :]}" if match else date


def _note(paragraphs: list[str], is_excerpt: bool) -> str | None:
    if is_cut(paragraphs):
        return _CUT
    return _EXCERPT if is_excerpt else None


def _text(item: Fields) -> tuple[list[str], bool]:
    """The paragraphs of an item, and whether they come from what is meant to be an excerpt."""
    for names, is_excerpt in ((_TEXTS, False), (_EXCERPTS, True)):
        for element in item.all(*names):
            if paragraphs := _paragraphs(element):
                return paragraphs, is_excerpt
    return [], True


def _paragraphs(element: Any) -> list[str]:
    """The paragraphs of an element that holds XHTML, or HTML as text."""
    if len(element):
        element = next((inner for inner in element.iter() if name_of(inner) in _BODIES), element)
        return text_paragraphs(element) if element.text is None or not element.text.strip() else paragraphs_of(element)
    kind = element.get("type") or ""
    if not element.text or (kind.partition("/")[0] in element.attrib.get("mode", "") and kind):
        return []
    return content_paragraphs(element.text)


def _without_source(title: str, publisher: str) -> str:
    """A title without the publisher that aggregators put behind it."""
    return title.removesuffix(f" - {publisher}").strip() if publisher else title


def _author(fields: Fields, inherited: bool = False) -> str:
    """The names of the authors; the feed's own count for items that name none."""
    names = [] if inherited else [words_of(element) for element in fields.all("dc:creator")]
    people = fields.all("author", "atom:author", *(() if inherited else ("itunes:author",)))
    if not any(names):
        names = [_name_of(person) for person in people]
    return ", ".join(dict.fromkeys(filter(None, (author_of(title_of(name)) for name in names))))


def _name_of(person: Any) -> str:
    """The name of a person: an element of its own in Atom, behind the mail address in RSS."""
    within = next((words_of(child) for child in person if name_of(child) == "name"), None)
    written = words_of(person) if within is None else within
    if match := _IN_BRACKETS.fullmatch(written):
        return match["name"]
    return "" if _MAIL.fullmatch(written) else written


def _url(item: Fields, channel: Fields) -> str:
    written = item.text("feedburner:origLink") or _link(item) or _permanent(item) or item.about()
    if written and not written.startswith(_WEB):
        written = urljoin(item.base() or channel.text("link") or _link(channel), written)
    return written if written.startswith(_WEB) else ""


def _link(fields: Fields) -> str:
    """The address of an element: text in RSS, an attribute in Atom, where other links may stand."""
    links = fields.all("link", "atom:link")
    alternates = [
        link.get("href") for link in links if link.get("rel", "alternate") == "alternate" and link.get("href")
    ]
    return next(filter(None, (words_of(link) for link in links)), None) or next(iter(alternates), "").strip()


def _permanent(item: Fields) -> str:
    guids = item.all("guid")
    named = [words_of(guid) for guid in guids if guid.get("isPermaLink", "true").lower() != "false"]
    return next((guid for guid in named if guid.startswith(_WEB)), "")
