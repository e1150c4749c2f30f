"""What Factiva's exports have in common: the fields of a document, with codes or by their order.

With indexing each field has a code (HD headline, BY, CR credit, WC words, PD date, SN publication,
LA language, LP lead, TD rest). Without, the header is a list of lines in a fixed order: headline,
by-line if any, ``1,212 words``, date, time if any, publication, its code, page, language and
copyright. Both end with ``Document ABCD000020170322…``. Dates are in the language of the interface.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from factx.base import lexicon
from factx.reading.formats.bylines import author_of
from factx.reading.formats.parts import BadPart, Part, RawArticle
from factx.reading.formats.word_count import note_on_words
from factx.reading.header_dates import header_day, only_day

CODES = lexicon.table("reading/factiva_codes", "code", "field")
"""The field that each code names."""
DOCUMENT = re.compile(r"Do[ck]um[a-zé]{2,4}\w* [A-Za-z0-9]{20,40}")
"""The line with which a document ends: its number, in English, German, French or Spanish."""
_WORDS = re.compile(r"\d[\d.,' \u00a0\u202f]*[^\W\d_]{3,12}")
_TIME = re.compile(r"\d\d?[:.]\d\d(?: ?[AaPp]\.?[Mm]\.?)?(?: [A-Z]{2,5})?")
_COPYRIGHT = re.compile(r"\(c\)|©|copyright\b|all rights reserved", re.IGNORECASE)
_SHORT = re.compile(r"[A-Z0-9]{2,12}|\d[\d,; -]*|[^\W\d_]{4,12}")
"""A publication's code, pages, or a language."""
_HEADER_LINES = 12
"""Lines after the headline among which the header ends: by-line to copyright are at most ten."""


def part_of(fields: Mapping[str, str], paragraphs: Sequence[str], number: int) -> Part:
    """The article of a document's fields (by their names in the lexicon) and its paragraphs."""
    text = "\n\n".join(paragraphs)
    if not text:
        return BadPart(f"no text in the document '{fields.get('title') or 'without headline'}'", number)
    metadata = {
        "title": fields.get("title", ""),
        "author": author_of(fields.get("author") or _credited(fields.get("credit", ""))),
        "published": header_day(fields.get("published", "")) or fields.get("published", ""),
        "publisher": fields.get("publisher", ""),
        "language": fields.get("language", ""),
    }
    known = {name: value for name, value in metadata.items() if value}
    return RawArticle(text, known, number, note_on_words(fields.get("words", ""), text))


def _credited(credit: str) -> str:
    """A credit that is a by-line, "" for the name of a service."""
    return credit if credit.lower().startswith("by ") else ""


def fields_of_lines(lines: Sequence[str]) -> tuple[dict[str, str], int]:
    """The fields of a header without codes, from the lines after its headline, and where text begins.

    >>> fields_of_lines(["57 words", "9 Mai 1998", "11:30", "Andes Wire", "ANDW", "(c) 1998", "Two fled."])
    ({'words': '57 words', 'published': '9 Mai 1998', 'publisher': 'Andes Wire'}, 6)
    """
    head = lines[:_HEADER_LINES]
    dated = next((index for index, line in enumerate(head) if only_day(line)), None)
    if dated is None:
        return {}, 0
    counted = next((index for index in range(dated) if _WORDS.fullmatch(head[index])), dated)
    after = dated + 1
    if after < len(head) and _TIME.fullmatch(head[after]):
        after += 1
    found = {
        "author": " ".join(head[:counted]),
        "words": head[counted] if counted < dated else "",
        "published": head[dated],
        "publisher": head[after] if after < len(head) else "",
    }
    return {name: value for name, value in found.items() if value}, _begin_of_text(head, after + 1)


def _begin_of_text(head: Sequence[str], begin: int) -> int:
    """The line after the copyright, or after code, page and language if there is none."""
    closed = next((index for index in range(begin, len(head)) if _COPYRIGHT.search(head[index])), None)
    if closed is not None:
        return closed + 1
    return next((index for index in range(begin, len(head)) if not _SHORT.fullmatch(head[index])), len(head))
