"""Pages of the web: metadata from JSON-LD and meta elements, the text by trafilatura.

Pages that are saved whole hold the page and its pictures as parts of a mail (``.mht``) or in a
property list of Safari's (``.webarchive``).
"""

from __future__ import annotations

import email
import email.policy
import plistlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any
from xml.parsers.expat import ExpatError

from lxml import etree

from factx.base import InputError
from factx.reading.formats.charsets import text_of_page
from factx.reading.formats.opened import InputFile
from factx.reading.formats.page_fields import PageFields, fields_of
from factx.reading.formats.page_header import header_of, lines_of
from factx.reading.formats.page_metas import title_element_of
from factx.reading.formats.page_parts import unread_parts
from factx.reading.formats.page_state import article_in_state, scripts_of, tell
from factx.reading.formats.page_stories import stories_in
from factx.reading.formats.page_text import parsed, story_of, told_by
from factx.reading.formats.parts import BadPart, Part, RawArticle, ReadOptions, with_note
from factx.reading.formats.refusals import before_paywall, why_refused
from factx.reading.formats.story_html import without_notices
from factx.reading.formats.word_count import note_on_words
from factx.reading.header_lines import LONGEST_HEADER_LINE
from factx.reading.sentence_ends import ends_sentence
from factx.reading.streamed_encoding import UTF8, StreamEncoding

_PAGE = "text/html"
_SEVERAL = 2
"""Stories of a page that holds several: of one alone the page itself tells more."""
_SHOWN: Any = etree.XPath("//body//text()[not(ancestor::script or ancestor::style)]")
_SHORT = 1_500
"""Characters of a story that may be only the beginning of one that the page keeps in its scripts."""
_NO_TEXT = "no text of an article in the page"


def read(file: InputFile, options: ReadOptions) -> Iterator[Part]:
    """Yield the article of a page, or each of several."""
    yield from _parts_of_page(file.data())


def read_saved(file: InputFile, options: ReadOptions) -> Iterator[Part]:
    """Yield the article of a page that a browser has saved with its pictures."""
    message: Any = email.message_from_bytes(file.data(), policy=email.policy.default)
    page = next((part for part in message.walk() if part.get_content_type() == _PAGE), None)
    if page is None:
        raise InputError("a saved page without a page in it")
    address = page.get("Content-Location") or message.get("Snapshot-Content-Location") or ""
    yield from _parts_of_page(page.get_payload(decode=True), str(page.get("Content-Type", "")), str(address))


def read_webarchive(file: InputFile, options: ReadOptions) -> Iterator[Part]:
    """Yield the article of a page that Safari has saved."""
    try:
        page = plistlib.loads(file.data())["WebMainResource"]
        data, address = page["WebResourceData"], page.get("WebResourceURL", "")
        content_type = f"{_PAGE}; charset={page.get('WebResourceTextEncodingName') or 'utf-8'}"
    except (plistlib.InvalidFileException, ExpatError, LookupError, TypeError, ValueError, AttributeError):
        raise InputError("a saved page without a page in it") from None
    yield from _parts_of_page(data, content_type, str(address))


def _parts_of_page(data: bytes, content_type: str = "", url: str = "") -> Iterator[Part]:
    """Yield the stories of a page that holds several, else its article; raises ``InputError`` without any."""
    found = parts_of_page(data, content_type, url)
    if isinstance(found[0], BadPart) and len(found) == 1:
        raise InputError(found[0].reason)
    yield from found


def parts_of_page(data: bytes, content_type: str = "", url: str = "") -> list[Part]:
    """The stories of a page, numbered if there are several, or why it holds none.

    ``url`` is where it was found, if that is known.
    """
    text, encoding = text_of_page(data, content_type)
    try:
        page = _Page.of(text, url, encoding)
    except InputError as error:
        return [BadPart(str(error))]
    found = list(_several(page))
    return found if len(found) >= _SEVERAL else [_article_in(page)]


@dataclass(frozen=True, slots=True)
class _Page:
    """A page without its comments, what it says of its article, and what in it is no text.

    ``elements`` are kept only because lxml makes them anew at each look if nobody holds them.
    """

    root: Any
    url: str
    encoding: StreamEncoding
    fields: PageFields
    unread: list[Any]
    elements: list[Any]

    @classmethod
    def of(cls, text: str, url: str, encoding: StreamEncoding = UTF8) -> _Page:
        """A page that is parsed here; raises ``InputError`` if it is none."""
        root = parsed(text)
        elements = list(root.iter())
        return cls(root, url, encoding, fields_of(root, url), unread_parts(root), elements)


def _several(page: _Page) -> Iterator[Part]:
    """Yield the posts of a live blog or the stories of a page that holds several."""
    for number, (text, metadata) in enumerate(page.fields.posts, start=1):
        yield with_note(RawArticle(text, metadata, number), page.encoding.note_on(text))
    if page.fields.posts:
        return
    publisher, title = (page.fields.metadata.get(name, "") for name in ("publisher", "title"))
    for number, story in enumerate(stories_in(page.root, page.fields.is_article, page.unread), start=1):
        part = _article_of(story.page(publisher, title), page.url, number)
        yield with_note(part, page.encoding.note_on(part.text)) if isinstance(part, RawArticle) else part


def _article_of(story: str, url: str, number: int) -> Part:
    """The article of a story that was cut out of a page."""
    try:
        return _article_in(_Page.of(story, url), number)
    except InputError as error:
        return BadPart(str(error), number)


def _article_in(page: _Page, number: int | None = None) -> Part:
    root, fields = page.root, page.fields
    words = [" ".join(text.split()) for text in _SHOWN(root)]
    forms = [] if {"author", "published"} <= fields.metadata.keys() else [lines_of(root), words]
    shown = " ".join(filter(None, words))
    title = title_element_of(root) or fields.metadata.get("title", "")
    known = [*(fields.metadata.get(name, "") for name in ("title", "author", "publisher")), *fields.known]
    scripts = scripts_of(root)
    story = story_of(root, known, page.unread)
    reason = None if fields.is_article else why_refused(title, shown, story)
    paragraphs, note = ([], reason) if reason else _open_text(story, fields)
    if kept := _kept_in(scripts, [title, *known], paragraphs):
        return with_note(
            replace(kept, metadata=_with_fields(kept, fields), number=number), page.encoding.note_on(kept.text)
        )
    if not paragraphs:
        return BadPart(note or why_refused(title, shown, []) or _NO_TEXT, number)
    header = header_of(forms, [title, *known], paragraphs)
    if "published" not in {**header, **fields.metadata} and (below := _below_title(forms, known, paragraphs)):
        header = {**header, **below}
        paragraphs = paragraphs if "title" in fields.metadata else paragraphs[1:]
    text = "\n\n".join(paragraphs)
    part = RawArticle(text, {**header, **fields.metadata}, number, note or note_on_words(fields.words, text))
    return with_note(part, page.encoding.note_on(text))


def _below_title(forms: Sequence[Sequence[str]], known: Sequence[str], paragraphs: Sequence[str]) -> dict[str, str]:
    """What stands below a first line that is no sentence, and that line as the title, if a day does.

    Documents that are saved as pages mark no headline.
    """
    first = paragraphs[0]
    if len(paragraphs) == 1 or len(first) > LONGEST_HEADER_LINE or ends_sentence(first):
        return {}
    below = header_of(forms, [*known, first], paragraphs[1:])
    return {"title": first, **below} if "published" in below else {}


def _kept_in(scripts: Sequence[str], titles: Sequence[str], shown: Sequence[str]) -> RawArticle | None:
    """The article that a page keeps in its scripts, if it shows none of it, or only the beginning."""
    if len("".join(shown)) > _SHORT:
        return None
    kept = article_in_state(tell(scripts, shown[0]) if shown else scripts, titles)
    if kept is None or (shown and not told_by(kept.text, shown)):
        return None
    return replace(kept, text="\n\n".join(without_notices(kept.text.split("\n\n"))))


def _with_fields(kept: RawArticle, fields: PageFields) -> dict[str, str]:
    """What a page says of its article and what its scripts do; those know the title without the site."""
    title = kept.metadata.get("title") or fields.metadata.get("title", "")
    return {**kept.metadata, **fields.metadata, "title": title}


def _open_text(story: list[str], fields: PageFields) -> tuple[list[str], str | None]:
    """The paragraphs before a paywall, or all if the page holds them unseen, and a note."""
    paragraphs, note = before_paywall(story, fields.is_free)
    paragraphs = without_notices(paragraphs)
    if (note or not paragraphs or not fields.is_free) and (told := told_by(fields.body, paragraphs)):
        return told, None
    return paragraphs, note
