"""Europresse and Eureka: an ``article`` element a document; ``europresse_old`` has the older layout.

The line ``DocHeader`` mixes section, date, word count and page in the language of the interface.
The document's number (``news·20060315·…``) holds the day of loading, the certificate in the footer
the day of the download: neither is that of the issue. Pages that declare ISO-8859-1 may be UTF-8.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from factx.base import InputError
from factx.reading.formats.bylines import author_of
from factx.reading.formats.europresse_old import document_of as old_document_of
from factx.reading.formats.markup import html_of, paragraphs_of, text_of
from factx.reading.formats.opened import InputFile
from factx.reading.formats.parts import BadPart, Part, RawArticle, ReadOptions
from factx.reading.formats.pieces import pieces
from factx.reading.formats.word_count import note_on_words
from factx.reading.header_dates import header_day

_START = re.compile(r"<article\b[^>]*>|<table\b[^>]{0,200}?\bid\s*=\s*[\"']?tbHeaderImages\b[^>]*>", re.IGNORECASE)
_ISSUE = re.compile(r",? n[o°º]s?\b\.? ?\d.*", re.IGNORECASE)
_MANY_BLANKS = re.compile(r"\s{8,}")
_LINK = re.compile(r"(?:(?<!\s)\s++)?\((?:lien|link) ?: ?(?:https?://|www\.)[^\s)]*\)")
_WORDS = re.compile(r"(?<!\d)(?:\d{1,3}(?:[ ,.\u202f]\d{3})*|\d+) (?:words|mots|wörter|palabras)\b", re.IGNORECASE)
_MOST_AUTHOR_WORDS = 25
"""Words of the line below the title that is the authors'; a longer one is a deck."""
_DECK = "sm-margin-bottom"
"""How the class of a deck or a kicker begins."""
_TOOLS = "apd-wrapper"
"""The class of buttons between header and text."""
_ASIDE = frozenset(("aside", "footer", "figure", "figcaption"))


def read(file: InputFile, options: ReadOptions) -> Iterator[Part]:
    """Yield the articles of a page of Europresse's or Eureka's."""
    number = 0
    for piece in pieces(file, _START):
        if _START.match(piece):
            root = html_of(piece)
            found = _document(root) if piece[1:8].lower() == "article" else old_document_of(root)
            if any(found.values()):
                number += 1
                yield _part(found, number)
    if not number:
        raise InputError("no article in this page of Europresse's")


def _part(found: dict[str, str], number: int) -> Part:
    text = _LINK.sub("", found["text"])
    if not text:
        return BadPart(f"no text in the document '{found['title'] or 'without title'}'", number)
    metadata = {
        "title": found["title"],
        "author": author_of(found["author"]),
        "published": header_day(found["header"]) or "",
        "publisher": _ISSUE.sub("", found["publisher"]).strip(" ,;"),
    }
    counted = _WORDS.search(found["header"])
    note = note_on_words(counted.group(), text) if counted else None
    return RawArticle(text, {name: value for name, value in metadata.items() if value}, number, note)


def _document(root: Any) -> dict[str, str]:
    """The parts of a document in the newer layout as they are written."""
    return {
        "title": _text(_first(root, "titreArticleVisu")) or _text_without_deck(_first(root, "titreArticle")),
        "author": _author(root),
        "header": _header(root),
        "publisher": _publication(_first(root, "DocPublicationName")),
        "text": "\n\n".join(_paragraphs(root)),
    }


def _first(root: Any, *names: str) -> Any:
    """The first element of a class, of the first class that there is."""
    found = (element for name in names for element in root.iter() if name in (element.get("class") or "").split())
    return next(found, None)


def _text(element: Any) -> str:
    return "" if element is None else text_of(element)


def _text_without_deck(element: Any) -> str:
    """The text of a title's element but what stands above or below the title in small letters."""
    if element is None:
        return ""
    decks = [inner for inner in element.iter() if (inner.get("class") or "").startswith(_DECK)]
    return " ".join(" ".join(paragraphs_of(element, decks)).split())


def _publication(element: Any) -> str:
    """The name of the publication, which an edition may follow after many blanks."""
    return "" if element is None else " ".join(_MANY_BLANKS.split(element.text_content().strip())[0].split())


def _header(root: Any) -> str:
    """The line with the date, which some papers have beside the section's name."""
    line = _text(_first(root, "DocHeader"))
    section = None if header_day(line) else _first(root, "DocTitreSousSection")
    return line if section is None else f"{line} {_text(section.getnext())}"


def _author(root: Any) -> str:
    """The line of the authors, which has a class or stands below the title; "" if a deck stands there."""
    named = _text(_first(root, "docAuthors"))
    title = _first(root, "titreArticle", "titreArticleVisu")
    below = None if title is None else title.getnext()
    is_line = below is not None and below.tag == "div" and _TOOLS not in (below.get("class") or "")
    line = named or (text_of(below) if is_line else "")
    return line if len(line.split()) <= _MOST_AUTHOR_WORDS else ""


def _paragraphs(root: Any) -> list[str]:
    """The paragraphs of the sections, or the sections' text if it is not in paragraphs."""
    sections = list(root.iter("section"))
    inside = [
        text
        for section in sections
        for paragraph in section.iter("p")
        if not any(parent.tag in _ASIDE for parent in paragraph.iterancestors())
        for text in paragraphs_of(paragraph)
    ]
    return inside or [text for section in sections for text in paragraphs_of(section, list(section.iter(*_ASIDE)))]
