"""The older layout of Europresse: nothing holds a document, its text lies loose between ``<p></p>``.

A document begins with the table ``tbHeaderImages``. The publication, each field of the header and
the title are ``span``s; below the title stands the author, if any, then the text; at the end come
the copyright, labelled fields and the document's number.
"""

from __future__ import annotations

import re
from typing import Any

from factx.base import lexicon
from factx.reading.formats.markup import paragraphs_of, text_of

_LABELS = lexicon.words("reading/europresse_labels", column="label")
_LABEL = re.compile(r"(?P<label>[^:]{3,40}?)\s*:")
_NUMBER = re.compile(r"news[·.]\d{8}[·.]", re.IGNORECASE)
_CERTIFICATE = re.compile(r"(?:ce certificat|this certificate|le présent document|this document)\b", re.IGNORECASE)
_COPYRIGHT = re.compile(r"(?:copyright\s*)?(?:©|\(c\)|copyright)\s*\d{4}", re.IGNORECASE)
_LAST_PARAGRAPHS = 4
"""Paragraphs at the end among which a copyright stands; before them it is part of a text."""
_LONGEST_COPYRIGHT = 200
"""Characters of a line with a copyright; a longer one that begins so is a paragraph about it."""
_MOST_AUTHOR_WORDS = 10
"""Words of the authors' line below the title; a longer one is the first paragraph."""


def document_of(root: Any) -> dict[str, str]:
    """The parts of a document as they are written."""
    title = next(_spans(root, "TitreArticleVisu"), None)
    name = "" if title is None else text_of(title)
    paragraphs = _after(root, title) if title is not None else []
    paragraphs[:1] = [line for paragraph in paragraphs[:1] for line in paragraph.split("\n") if line]
    author = paragraphs.pop(0) if paragraphs and _is_author(paragraphs[0]) else ""
    return {
        "title": name,
        "author": author,
        "header": " ".join(text_of(span) for span in _spans(root, "DocHeader")),
        "publisher": next((text_of(span) for span in _spans(root, "DocPublicationName")), ""),
        "text": "\n\n".join(_without_end(paragraphs)),
    }


def _spans(root: Any, name: str) -> Any:
    return (span for span in root.iter("span") if name in (span.get("class") or "").split())


def _after(root: Any, title: Any) -> list[str]:
    """The paragraphs after the title, which is made one of its own."""
    title.tag = "p"
    paragraphs = paragraphs_of(root)
    name = text_of(title)
    begin = next((index for index, text in enumerate(paragraphs) if " ".join(text.split()) == name), -1)
    return paragraphs[begin + 1 :]


def _is_author(line: str) -> bool:
    return len(line.split()) <= _MOST_AUTHOR_WORDS and line[-1] not in ".?!:…"


def _without_end(paragraphs: list[str]) -> list[str]:
    """The paragraphs before the labelled fields and the number, without the copyright."""
    end = next((index for index, text in enumerate(paragraphs) if _ends(text)), len(paragraphs))
    kept = paragraphs[:end]
    last = len(kept) - _LAST_PARAGRAPHS
    return [text for index, text in enumerate(kept) if index < last or not _is_copyright(text)]


def _ends(text: str) -> bool:
    label = _LABEL.match(text)
    named = label is not None and " ".join(label["label"].lower().split()) in _LABELS
    return named or _NUMBER.search(text) is not None or _CERTIFICATE.match(text) is not None


def _is_copyright(text: str) -> bool:
    return len(text) < _LONGEST_COPYRIGHT and _COPYRIGHT.match(text) is not None
