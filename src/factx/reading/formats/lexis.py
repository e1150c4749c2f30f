"""What the exports of LexisNexis and its successor Nexis Uni have in common.

A document opens with headline, publication, date, editions and copyright, in an order that differs
by export; then come labels (``BYLINE:``, ``Length:``, perhaps in another language), the text, and
labels again, among them ``LOAD-DATE``: the day of loading, which may lie before the issue's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from factx.base import lexicon
from factx.reading.date_spellings import spelled
from factx.reading.dateline import find_dateline
from factx.reading.formats.bylines import author_of
from factx.reading.formats.parts import BadPart, Part, RawArticle
from factx.reading.formats.word_count import note_on_words
from factx.reading.header_dates import header_day

FIELDS = lexicon.table("reading/lexis_labels", "label", "field")
"""The field that each label names, by the label in lower case."""
_PLACES = lexicon.classes("reading/lexis_labels", by="place", column="label")
_WORDS = lexicon.classes("reading/lexis_words")
_LABEL = re.compile(r"(?P<label>[^\W\d_][\w-]{2,20})\s?:[\s\u00a0]*(?P<value>.*)", re.DOTALL)
_RIGHTS_SIGN = re.compile(r"\(c\)\s*(?:\w+\s+)?(?:19|20)\d\d")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_COUNTED = re.compile(r"\d[\d.,' ]* ?[^\W\d_]+")
_LINK = re.compile(rf"(?:{'|'.join(sorted(_WORDS['link']))})(?: [\w-]+){{1,3}}", re.IGNORECASE)
_ERROR = re.compile(r"we are sorry but there is an error in this document", re.IGNORECASE)
_ARTICLE_ADDRESS = re.compile(r"https?://[^/\s]+/\S{8,}")
"""An address with a path: the label may also give a paper's front page."""
_LONGEST_DATE_LINE = 5
"""Words of a date without a day ("Autumn 2009", "May 2009 Late Edition"): more are a headline."""


def label_of(line: str) -> tuple[str, str, str]:
    """Place (``head``, ``tail``), field and value of a labelled line, ("", "", "") for another.

    >>> label_of("LENGTH: 1,212 words"), label_of("Byline:\\u00a0Ana Diaz")
    (('head', 'words', '1,212 words'), ('head', 'author', 'Ana Diaz'))
    >>> label_of("UPDATE: Two fled."), label_of("UPDATE: 6. Mai 1998")[0], label_of("Police: none fled.")[0]
    (('', '', ''), 'tail', '')
    """
    match = _LABEL.match(line.strip())
    label = match["label"].lower() if match else ""
    if match is None or label not in FIELDS:
        return "", "", ""
    value = " ".join(match["value"].split())
    if label in _PLACES["dated"]:
        return ("tail", "other", value) if header_day(value) else ("", "", "")
    return ("tail" if label in _PLACES["tail"] else "head"), FIELDS[label], value


def is_whole(field: str, value: str) -> bool:
    """True if a label's value runs on over no further line: a count of words, or the mark of the text."""
    return field == "text" or (field == "words" and _COUNTED.fullmatch(value) is not None)


def is_rights(line: str) -> bool:
    """True for a line of a copyright.

    >>> is_rights("(c) 2011 Andes Press"), is_rights("All Rights Reserved"), is_rights("(c) the dam, and")
    (True, True, False)
    """
    plain = line.strip().lower()
    return plain.startswith(tuple(_WORDS["rights"])) or _RIGHTS_SIGN.match(plain) is not None


def is_cover(line: str) -> bool:
    """True for a line of the cover page: a label of the search, or a row of its table."""
    return line.endswith("|") or line.strip().lower().startswith(tuple(_WORDS["cover"]))


def date_index(lines: Sequence[str]) -> int | None:
    """The line of a header that gives the day of the issue, never the first; None without one.

    >>> date_index(["Dams of 5 May 2011;", "Results of 6 May 2011", "Andes Post", "May 7, 2011 Saturday"])
    3
    """
    candidates = [index for index in range(1, len(lines)) if not is_rights(lines[index])]
    for is_date in (spelled, header_day, _is_short_date):
        for index in candidates:
            if is_date(lines[index]):
                return index
    return None


def _is_short_date(line: str) -> bool:
    """True for a line of a few words with a year, as magazines are dated."""
    return _YEAR.search(line) is not None and len(line.split()) <= _LONGEST_DATE_LINE


def is_notice(line: str) -> bool:
    """True for a line of a header that is neither headline nor edition: "Correction Appended"."""
    return line.strip().lower() in _WORDS["notice"]


def is_edition(line: str) -> bool:
    """True for a short line that ends in the word for an edition: "1 ST Edition", "Late Edition - Final"."""
    words = re.findall(r"[^\W_]+", line.lower())
    return 0 < len(words) <= _LONGEST_DATE_LINE and not _WORDS["edition"].isdisjoint(words[-2:])


def text_of(paragraphs: Iterable[str]) -> str:
    """The text of the paragraphs, without links to pictures and the licences of distributors.

    >>> text_of(["Two fled.", "Link to Image", "Published by HT Digital Content Services with permission."])
    'Two fled.'
    """
    kept = [paragraph for paragraph in paragraphs if paragraph and not _LINK.fullmatch(paragraph)]
    while kept and kept[-1].lower().startswith(tuple(_WORDS["licence"])):
        kept.pop()
    return "\n\n".join(kept)


def part_of(fields: Mapping[str, str], paragraphs: Iterable[str], number: int) -> Part:
    """The article of a document's fields (by their names in the lexicon) and its paragraphs."""
    text = text_of(paragraphs)
    if _ERROR.match(text):
        return BadPart("the export holds an error message in place of this document", number)
    if not text:
        return BadPart(f"no text in the document '{fields.get('title') or 'without headline'}'", number)
    written = fields.get("published", "")
    metadata = {
        "title": fields.get("title", ""),
        "author": author_of(fields.get("author", "")),
        "published": header_day(written) or written,
        "publisher": fields.get("publisher", ""),
        "dateline": _place(fields.get("dateline", "")),
        "language": fields.get("language", ""),
        "url": fields["url"] if _ARTICLE_ADDRESS.fullmatch(fields.get("url", "")) else "",
    }
    known = {name: value for name, value in metadata.items() if value}
    return RawArticle(text, known, number, note_on_words(fields.get("words", ""), text))


def _place(dateline: str) -> str:
    """The place of a dateline, which may hold a day and an agency besides."""
    found = find_dateline(f"{dateline.rstrip(' -–—')} - ") if dateline else None
    return (found and found.place) or dateline
