"""An article, and how one is made of a text: its header is read, its language recognised."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from factx.base import ArticleContext, ShortRepr, content_id
from factx.reading.furniture import furniture
from factx.reading.header import Header, read_header
from factx.reading.language import language_of, not_english
from factx.reading.repair import repaired

UNTOLD = "the language could not be told: names and figures alone"
_UNREAD_DATE = re.compile(r"the date '(.*)' was not understood; ")
_OF_HEADER = tuple(field.name for field in fields(Header))
SHOWN_DATE = 40
"""Characters of a date that could not be read: enough to find it by; the field may hold anything."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Article(ShortRepr, Header):
    """One article: its text, which all offsets refer to, and all that its header says.

    ``is_source`` is true if the text is, letter by letter, that of its file or the one that was given;
    ``aside`` are those ranges of ``skip`` that are no header but no story either. ``article_id`` is a
    content hash; ``skipped`` says why an article is not processed, ``copy_of`` has the id of the
    article that it repeats, and ``note`` says what in it was not understood.
    """

    SHOWN = ("path", "title", "published", "publisher", "language", "skipped", "copy_of", "note", "text")

    text: str
    article_id: str
    is_source: bool = False
    aside: tuple[tuple[int, int], ...] = ()
    path: str | None = None
    sha256: str | None = None
    skipped: str | None = None
    copy_of: str | None = None
    note: str | None = None

    @property
    def set_aside(self) -> int:
        """The number of words that are no part of the story."""
        return sum(len(self.text[start:end].split()) for start, end in self.aside)


def article(
    text: str,
    *,
    path: str = "",
    sha256: str | None = None,
    metadata: Mapping[str, str] | None = None,
    published: str | None = None,
    note: str | None = None,
    skip: tuple[tuple[int, int], ...] = (),
    skipped: str | None = None,
    is_source: bool = True,
) -> Article:
    """Make an article of a text and the header that it carries.

    ``metadata`` outranks that header; ``published`` (ISO 8601) is for articles that give no date;
    ``note`` is what the reader of its file has to say of it, ``skip`` has ranges of the text where no
    facts are, ``skipped`` says why the article is not processed, and ``is_source`` is false if the text
    is not that of a file or of a caller, but was put together.

    >>> article("LIMA (Reuters) - Two miners died.", published="2019-05-04").publisher
    'Reuters'
    """
    given, text = text, repaired(text)
    known = metadata or {}
    no_story = furniture(text)
    header = read_header(text, path, known, published, no_story)
    aside = tuple(span for span in no_story if span not in header.skip)
    language = header.language or language_of(text)
    ranges = {*header.skip, *aside, *_moved(skip, given, text)}
    told: dict[str, Any] = {name: getattr(header, name) for name in _OF_HEADER} | {
        "language": None if language == "other" else language,
        "skip": tuple(sorted(ranges)),
    }
    notes = (note, _unread_date(known.get("published"), header), UNTOLD if language is None else None)
    return Article(
        **told,
        text=text,
        article_id=content_id("article", _with_plain_ends(text)),
        is_source=is_source and text == given,
        aside=aside,
        path=path or None,
        sha256=sha256,
        skipped=skipped or not_english(language),
        note="; ".join(filter(None, notes)) or None,
    )


def article_known(text: str, context: ArticleContext) -> Article:
    """The article of a text that is taken as it is: its header is what is known of it.

    >>> article_known("Two miners died.", ArticleContext(published="2019-05-04")).published_from
    'metadata'
    """
    return Article(
        text=text,
        article_id=content_id("article", _with_plain_ends(text)),
        is_source=True,
        title=context.title,
        published=context.published,
        published_from="metadata" if context.published else "none",
        dateline=context.dateline,
        publisher=context.publisher,
        url=context.url,
        language="en",
        skip=context.skip,
    )


def _with_plain_ends(text: str) -> str:
    """The text with one kind of line ends, and none at its end: so it has one id however it was saved.

    >>> _with_plain_ends("One\\r\\ntwo\\r\\n")
    'One\\ntwo'
    """
    return text.replace("\r\n", "\n").replace("\r", "\n").rstrip()


def _moved(ranges: tuple[tuple[int, int], ...], given: str, text: str) -> tuple[tuple[int, int], ...]:
    """Ranges of the text as it was given as ranges of the repaired one."""
    if text == given:
        return ranges
    ends = ((len(repaired(given[:start])), len(repaired(given[:end]))) for start, end in ranges)
    return tuple((start, end) for start, end in ends if start < end <= len(text))


def _unread_date(date: str | None, header: Header) -> str | None:
    """A note on a date in the metadata that is no full date or could be read in two ways, or None."""
    if not date or header.published_from == "metadata":
        return None
    return f"the date '{date[:SHOWN_DATE]}' was not understood; write it as 2017-03-22"


def unread_date(note: str | None) -> str | None:
    """The date that a note on an article says was not understood, or None.

    >>> unread_date(article("One fled.", metadata={"published": "03/04/2016"}).note)
    '03/04/2016'
    """
    match = _UNREAD_DATE.search(note or "")
    return match[1] if match else None
