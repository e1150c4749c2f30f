"""WARC, what crawlers of the web write: an article for each story of each page that a server gave.

1. Only answers with status 200 that are HTML count; requests, pictures and revisits are none.
2. The date of a record is that of the crawl, not of the article.
3. Files of extracted text (``.wet``) have the menus of the pages in it and are refused.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from factx.base import InputError
from factx.reading.formats.http import answer_of
from factx.reading.formats.opened import InputFile
from factx.reading.formats.pages import parts_of_page
from factx.reading.formats.parts import BadPart, Part, ReadOptions
from factx.reading.formats.warc_records import BrokenRecord, Record, records_of

_ANSWER, _EXTRACTED = "response", "conversion"
_FOUND = 200
"""The status of a page that was there."""
_PAGES = ("text/html", "application/xhtml+xml")


def read(file: InputFile, options: ReadOptions) -> Iterator[Part]:
    """Yield the articles of the pages of an archive, and its broken records as bad parts."""
    number, kinds = 0, set[str]()
    for record in records_of(file):
        if isinstance(record, BrokenRecord):
            number += 1
            yield BadPart(f"{record.reason} ({record.url})" if record.url else record.reason, number)
            continue
        kinds.add(record.headers.get("warc-type", ""))
        for part in _parts(record):
            number += 1
            yield replace(part, number=number)
    if _EXTRACTED in kinds and _ANSWER not in kinds:
        raise InputError("extracted text with the menus of its pages (WET): take the .warc file of the same crawl")
    if not number:
        raise InputError("no pages in this WARC file: no answer of a server with status 200 is HTML")


def _parts(record: Record) -> list[Part]:
    """The stories of a record, [] if it is no page."""
    if record.headers.get("warc-type") != _ANSWER:
        return []
    answer = answer_of(record.content)
    if answer is None or answer.status != _FOUND or not answer.body.strip():
        return []
    content_type = answer.headers.get("content-type") or record.headers.get("warc-identified-payload-type", "")
    if not content_type.lower().startswith(_PAGES):
        return []
    url = record.headers.get("warc-target-uri", "").strip("<>")
    return parts_of_page(answer.body, content_type, url)
