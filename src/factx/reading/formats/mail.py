"""A mail: an archive's export sent by mail, or a newsletter or forwarded article as one article.

The subject is the title, the ``Date`` header the publication date in the sender's zone, the sender
the author; of a mail that forwards another, those of the other count. The plain part is the text
unless it only says to look at the page beside it. A mail that only holds another one is read as
that. Attached documents are read as files of their own, ``mail.eml/report.docx``; a few lines that
come with them are no article.
"""

from __future__ import annotations

import email
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import policy
from email.errors import MessageError
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime
from typing import Any

from lxml import etree

from factx.base import InputError
from factx.reading.encoding import decode, decoded
from factx.reading.formats.archives import read_member
from factx.reading.formats.mail_text import forwarded_header, paragraphs_of_mail
from factx.reading.formats.markup import html_of, paragraphs_of
from factx.reading.formats.opened import HEAD_BYTES, InputFile
from factx.reading.formats.parts import Part, RawArticle, ReadOptions, with_note
from factx.reading.formats.sniff import kind_of
from factx.reading.publication_date import day_of

_FORWARDED = re.compile(r"(?:(?:fwd?|re|aw|wg|tr)\s*:\s*)+", re.IGNORECASE)
_FORWARDS = re.compile(r"(?:fwd?|wg|tr)\s*:", re.IGNORECASE)
"""How the subject of a mail begins that hands on another, and not an answer to it."""
_STUB_SHARE = 0.25
"""A plain part with a smaller share of the words of the page beside it only points to that."""
_ARCHIVES = ("factiva", "proquest", "lexisnexis", "nexis", "europresse")
"""How the kinds of files begin that archives send by mail."""
_HEAD = 1_000_000
"""Bytes of a text by which its kind is told: mail programs put their styles before it."""
_ENCODED = "=?"
"""What a header has in it that is not written as it is."""
_BAD_HEADER = (MessageError, ValueError, LookupError, AttributeError, TypeError)
"""What the standard library raises for headers that break the rules."""


_STYLE = "translate(@style, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ ', 'abcdefghijklmnopqrstuvwxyz')"
_HIDDEN: Any = etree.XPath(
    f"//*[@hidden or contains({_STYLE}, 'display:none') or contains({_STYLE}, 'visibility:hidden')]"
)
_LETTER = 100
"""Words of a mail that is an article beside the documents that are attached to it."""
_ATTACHED = ("docx", "odt", "rtf", "pdf", "zip", "gzip", "page", "json", "jsonl", "csv", "parquet", "mail")
"""Kinds of files that are sent for what they hold; a text file may be a signature or a notice."""


@dataclass(frozen=True, slots=True)
class _Text:
    """A text in a mail: the mail it belongs to, whether it is a page, whether it is attached as a file."""

    mail: Message
    is_page: bool
    is_file: bool
    text: str
    note: str | None


def read(file: InputFile, options: ReadOptions) -> Iterator[Part]:
    """Yield the articles of an archive's export in a mail, or the one article that the mail is."""
    from factx.reading.formats.registry import read_parts

    try:
        mail = email.message_from_bytes(file.data())
        texts = list(_texts(mail))
    except RecursionError:
        raise InputError("a mail with parts nested too deeply") from None
    if (export := next(_exports(texts), None)) is not None:
        yield from read_parts(InputFile.of_bytes(file.path, export), options)
        return
    attached = [part for held in _attached(mail, file) for part in read_member(held, options)]
    own = [found for found in texts if not found.is_file]
    has_articles = any(isinstance(part, RawArticle) for part in attached)
    if not has_articles or sum(len(found.text.split()) for found in own if not found.is_page) >= _LETTER:
        yield _article(own)
    yield from attached


def _attached(mail: Message, file: InputFile) -> Iterator[InputFile]:
    """Yield the documents that are attached to a mail, and files of unknown kinds, to be counted."""
    for part in mail.walk():
        name = part.get_filename()
        data = part.get_payload(decode=True) if name and part.get_content_disposition() == "attachment" else None
        if name and isinstance(data, bytes) and data.strip():
            kind = kind_of(data[:HEAD_BYTES], name)
            if kind is None or kind in _ATTACHED:
                yield InputFile.of_bytes(name, data, file.depth + 1)


def _exports(texts: list[_Text]) -> Iterator[bytes]:
    """Yield the texts that are exports of archives, pages first."""
    for each in sorted(texts, key=lambda found: not found.is_page):
        data = each.text.encode("utf-8", "replace")
        if (kind_of(data[:_HEAD], "") or "").startswith(_ARCHIVES):
            yield data


def _texts(part: Message, mail: Message | None = None) -> Iterator[_Text]:
    """Yield the texts of a part and of those inside it, blank ones left out."""
    mail = part if mail is None else mail
    held = part.get_payload()
    if isinstance(held, list):
        for inner in held:
            if isinstance(inner, Message):
                yield from _texts(inner, inner if part.get_content_type() == "message/rfc822" else mail)
    elif part.get_content_maintype() == "text" and (found := _decoded(part)):
        is_page = part.get_content_subtype() == "html"
        yield _Text(mail, is_page, part.get_content_disposition() == "attachment", *found)


def _decoded(part: Message) -> tuple[str, str | None] | None:
    """The text of a part in the encoding that it states, else in the one it has, and what is doubtful.

    None for a blank one.
    """
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes) or not data.strip():
        return None
    try:
        return data.decode(part.get_content_charset() or "utf-8"), None
    except (LookupError, ValueError):
        return decoded(data)


def _article(texts: list[_Text]) -> Part:
    """The article that the first mail with a text is."""
    if not texts:
        raise InputError("no text in this mail")
    mail = texts[0].mail
    plain = next((paragraphs_of_mail(found.text) for found in texts if found.mail is mail and not found.is_page), [])
    pages = (_shown(html_of(found.text)) for found in texts if found.mail is mail and found.is_page)
    page = next(pages, [])
    is_stub = _words(plain) < _STUB_SHARE * _words(page)
    text = "\n\n".join(page if is_stub or not plain else plain)
    if not text:
        raise InputError("no text in this mail")
    plain_text = next((found.text for found in texts if found.mail is mail and not found.is_page), "")
    metadata = _metadata(mail) | _forwarded(mail, plain_text)
    part = RawArticle(text, {name: value for name, value in metadata.items() if value})
    notes = (found.note for found in texts if found.mail is mail and found.note)
    return with_note(part, None if text.isascii() else next(notes, None))


def _shown(page: Any) -> list[str]:
    """The paragraphs that a reader sees: letters hide a teaser for the list of mails above theirs."""
    return paragraphs_of(page, _HIDDEN(page))


def _words(paragraphs: list[str]) -> int:
    return sum(len(paragraph.split()) for paragraph in paragraphs)


def _metadata(mail: Message) -> dict[str, str]:
    return {
        "title": _FORWARDED.sub("", _header(mail, "Subject"), count=1),
        "author": _sender_in(_header(mail, "From")),
        "published": _moment(_header(mail, "Date") or _header(mail, "Sent")),
        "language": _header(mail, "Content-Language"),
    }


def _sender_in(header: str) -> str:
    name, address = parseaddr(header)
    return name or address


def _forwarded(mail: Message, text: str) -> dict[str, str]:
    """What the header of a forwarded mail says of it, where its day is understood; {} for other mails."""
    header = forwarded_header(text) if _FORWARDS.match(_header(mail, "Subject")) else {}
    if not day_of(header.get("date", "")):
        return {}
    sender = header.get("from", "")
    told = {
        "title": _FORWARDED.sub("", header.get("subject", ""), count=1),
        "author": _sender_in(sender) if "@" in sender else sender,
        "published": header["date"],
    }
    return {field: value for field, value in told.items() if value}


def _moment(written: str) -> str:
    """The date of a mail as ISO 8601 in its own zone, or as written."""
    try:
        return parsedate_to_datetime(written).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return written


def _header(mail: Message, name: str) -> str:
    """A header decoded, its lines joined, "" if there is none or it breaks all rules.

    The standard library replaces letters that are written as they are, against the rules; here they
    are kept.
    """
    written = next((str(value) for key, value in mail.raw_items() if key.lower() == name.lower()), "")
    if written.isascii() and _ENCODED not in written:
        return " ".join(written.split())
    try:
        raw = written.encode("utf-8", "surrogateescape")
        header = str(policy.default.header_fetch_parse(name, written)) if raw.isascii() else decode(raw)
        return " ".join(header.encode("utf-8", "replace").decode("utf-8").split())
    except (*_BAD_HEADER, InputError):
        return ""
