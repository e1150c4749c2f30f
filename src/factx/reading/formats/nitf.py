"""NITF, the news industry's text format, as archives of papers and agencies have it.

1. The day is that of ``pubdata``, else of the metas ``publication_*``, else the date of issue;
   ``change.date`` is the schema's.
2. The full text repeats the lead; the next paragraph tells one again that begins ``LEAD:``.
3. Abstracts, captions and tables are no text; the last paragraph may be the rubric, in capitals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from factx.base import InputError
from factx.reading.formats.bylines import author_of
from factx.reading.formats.markup import paragraphs_of, text_of
from factx.reading.formats.opened import InputFile
from factx.reading.formats.parts import Part, RawArticle, ReadOptions
from factx.reading.formats.word_count import note_on_words
from factx.reading.formats.xml_stream import document_of, name_of
from factx.reading.sentence_ends import ends_sentence

_LEAD = re.compile(r"LEAD:\s*")
_SAME = 60
"""Letters by which the lead is known again in the paragraph below it."""
_LONGEST_RUBRIC = 60
"""Characters of a rubric at the end of an article."""
_DATE_AT_END = re.compile(
    r"(?:(?:[,.]|(?<!\s))\s+|^)(?:(?:\w+day|\w{3}\.),?\s+)?(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2}|\d{1,2}\s+[A-Z][a-z]{2,8}\.?)"
    r"(?:,?\s+\d{4})?\s*$"
)
_AGENCY_AT_END = re.compile(r"(?:(?<!\s)\s++)?\([\w /.]{2,30}\)\s*$|(?:(?<!\s)\s++|(?<![\s–—-]))[–—-]++\s*$")
_TITLE = "byttl"
_UNREAD = ("media", "table", "nitf-table", "hl2", "tagline", "fn")
_CORRECTION, _UNIT = "correction", "word"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_WEB = ("http://", "https://")


def read(file: InputFile, options: ReadOptions) -> Iterator[Part]:
    """Yield the article of a document."""
    root = document_of(file)
    paragraphs = body_paragraphs(root)
    if not paragraphs:
        raise InputError("no text: the document has no paragraphs in body.content")
    text = "\n\n".join(paragraphs)
    yield RawArticle(text, metadata_of(root), note=_note(root, text))


def _note(root: Any, text: str) -> str | None:
    pubdata = first(root, "pubdata")
    if pubdata is None or not pubdata.get("unit-of-measure", _UNIT).startswith(_UNIT):
        return None
    return note_on_words(pubdata.get("item-length", ""), text)


def metadata_of(root: Any) -> dict[str, str]:
    """What the head of a document, or of one within another, says of its article."""
    pubdata = first(root, "pubdata")
    stated = pubdata.attrib if pubdata is not None else {}
    url = stated.get("ex-ref", "")
    found = {
        "title": _words(first(root, "hl1")) or _words(first(root, "title")),
        "published": _published(root, stated.get("date.publication", "")),
        "author": _author(root),
        "publisher": stated.get("name") or _attribute(root, "doc.copyright", "holder") or _words(first(root, "org")),
        "url": url if url.startswith(_WEB) else "",
        "language": next(filter(None, (element.get(_LANG) for element in root.iter("{*}nitf", "{*}body"))), ""),
        "dateline": place_of(_words(first(root, "dateline"), leave_out="story.date")),
    }
    return {name: " ".join(value.split()) for name, value in found.items() if value and value.strip()}


def _published(root: Any, stated: str) -> str:
    """The day of publication: of the page data, of the metas, of the issue, of the release."""
    metas = {meta.get("name"): meta.get("content", "") for meta in root.iter("{*}meta")}
    parts = [metas.get(f"publication_{part}", "").strip() for part in ("year", "month", "day_of_month")]
    by_metas = "-".join(part.zfill(2) for part in parts) if all(map(str.isdigit, parts)) else ""
    other = (_attribute(root, name, "norm") for name in ("date.issue", "date.release", "story.date"))
    return next(filter(None, (stated, by_metas, *other)), "")


def _author(root: Any) -> str:
    """The names in the by-line as it was printed; its normalised form has the surname first."""
    bylines = list(root.iter("{*}byline"))
    printed = [line for line in bylines if line.get("class") == "print_byline"] or [
        line for line in bylines if line.get("class") != "normalized_byline"
    ]
    for byline in printed:
        people = [_words(person) for person in byline.iter("{*}person")]
        written = ", ".join(filter(None, people)) or _words(byline, leave_out=_TITLE)
        if author := author_of(written):
            return author
    return ""


def place_of(dateline: str) -> str:
    """The place that a dateline names, without day and agency.

    >>> place_of("VALLETTA, March 21"), place_of("BEIRUT, Lebanon, 3 Feb. 2004 (AP) --"), place_of("May 4")
    ('VALLETTA', 'BEIRUT, Lebanon', '')
    """
    place = " ".join(dateline.split())
    while (shorter := _AGENCY_AT_END.sub("", place)) != place:
        place = shorter
    return _DATE_AT_END.sub("", place).strip(" ,;")


def body_paragraphs(root: Any) -> list[str]:
    """The paragraphs of an article's text: those of the full text if the document marks it."""
    bodies = list(root.iter("{*}body.content"))
    full = [block for body in bodies for block in body.iter("{*}block") if block.get("class") == "full_text"]
    found = [paragraph for part in full or bodies for paragraph in _paragraphs(part)]
    return _without_rubric(_without_lead(found))


def _paragraphs(part: Any) -> list[str]:
    left_out = [element for name in _UNREAD for element in part.iter(f"{{*}}{name}")]
    left_out += [block for block in part.iter("{*}block") if _CORRECTION in (block.get("class") or "")]
    unread = {inner for element in left_out for inner in element.iter()}
    elements = [element for element in part.iter("{*}p", "{*}li") if element not in unread and not _holds(element)]
    if not elements:
        return paragraphs_of(part, unread)
    return [paragraph for element in elements for paragraph in paragraphs_of(element, unread)]


def _holds(element: Any) -> bool:
    """True for an element whose paragraphs are elements of their own."""
    return next(element.iterdescendants("{*}p", "{*}li"), None) is not None


def _without_lead(paragraphs: list[str]) -> list[str]:
    """The paragraphs without the one that announces the lead; alone it loses its label only."""
    if not paragraphs or not (label := _LEAD.match(paragraphs[0])):
        return paragraphs
    lead, rest = paragraphs[0][label.end() :], paragraphs[1:]
    is_told_again = bool(rest) and _letters(rest[0]).startswith(_letters(lead))
    return rest if is_told_again or not lead else [lead, *rest]


def _letters(paragraph: str) -> str:
    return "".join(filter(str.isalnum, paragraph.lower()))[:_SAME]


def _without_rubric(paragraphs: list[str]) -> list[str]:
    """The paragraphs without a rubric in capitals at their end, unless all is in capitals."""
    while len(paragraphs) > 1 and _is_rubric(paragraphs[-1]) and not paragraphs[0].isupper():
        paragraphs = paragraphs[:-1]
    return paragraphs


def _is_rubric(paragraph: str) -> bool:
    return paragraph.isupper() and len(paragraph) <= _LONGEST_RUBRIC and not ends_sentence(paragraph)


def first(root: Any, name: str) -> Any:
    """The first element with this local name, or None."""
    return next(root.iter(f"{{*}}{name}"), None)


def _attribute(root: Any, name: str, attribute: str) -> str:
    return next(filter(None, (element.get(attribute, "") for element in root.iter(f"{{*}}{name}"))), "")


def _words(element: Any, leave_out: str = "") -> str:
    """The text of an element in one line, "" for none; one kind of its children may be left out."""
    if element is None:
        return ""
    out = [child for child in element.iter() if name_of(child) == leave_out]
    return " ".join(" ".join(paragraphs_of(element, out)).split()) if out else text_of(element)
