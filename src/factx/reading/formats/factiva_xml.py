"""Factiva's XML (``PPSResponse``, or an ``article`` alone): an ``article`` element a document.

The headline comes in pieces (``paragraph`` with ``hlt`` for each hit inside), the text as
``leadParagraph`` and ``tailParagraphs``. ``publicationDate`` holds a ``date``, or a ``dateTime`` in
UTC; other dates are those of loading. Namespaces differ between versions. The file is read element
by element; what comes before an error in it is kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree

from factx.base import InputError
from factx.reading.formats.factiva import part_of
from factx.reading.formats.markup import paragraphs_of, text_of
from factx.reading.formats.opened import InputFile
from factx.reading.formats.parts import BadPart, Part, ReadOptions

_FIELDS = {
    "headline": "title",
    "byline": "author",
    "credit": "credit",
    "wordCount": "words",
    "sourceName": "publisher",
    "baseLanguage": "language",
}
_TEXT = ("leadParagraph", "tailParagraphs")
"""What of an ``article`` is its text; captions, corrections and notes have elements of their own."""


def read(file: InputFile, options: ReadOptions) -> Iterator[Part]:
    """Yield the articles of an XML file of Factiva's; a part after which it is broken is the last."""
    number = 0
    with file.stream() as opened:
        documents = etree.iterparse(
            opened, events=("end",), tag="{*}article", resolve_entities=False, no_network=True, load_dtd=False,
            huge_tree=False, remove_comments=True, remove_pis=True,
        )  # fmt: skip
        try:
            for _, element in documents:
                if _child(element, "headline") is not None or _paragraphs(element):
                    number += 1
                    yield part_of(_fields(element), _paragraphs(element), number)
                _forget(element)
        except etree.XMLSyntaxError as error:
            if not number:
                raise InputError(f"not valid XML: {error}") from None
            yield BadPart(f"not valid XML from here: {error}", number + 1)
    if not number:
        raise InputError("no article in this XML of Factiva's")


def _fields(article: Any) -> dict[str, str]:
    found = {field: _child(article, name) for name, field in _FIELDS.items()}
    fields = {field: " ".join(_texts(element)) for field, element in found.items() if element is not None}
    dated = _child(article, "publicationDate")
    if dated is not None:
        day = next((child for name in ("date", "dateTime") if (child := _child(dated, name)) is not None), dated)
        fields["published"] = text_of(day)
    return {field: value for field, value in fields.items() if value}


def _paragraphs(article: Any) -> list[str]:
    return [text for child in article if _name(child) in _TEXT for text in _texts(child)]


def _texts(element: Any) -> list[str]:
    """The paragraphs of an element, which are elements themselves or its own text."""
    inside = [paragraph for paragraph in element.iter("{*}paragraph") if paragraph is not element]
    return [text for paragraph in inside or [element] for text in paragraphs_of(paragraph)]


def _child(element: Any, name: str) -> Any:
    return next((child for child in element if _name(child) == name), None)


def _name(element: Any) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _forget(element: Any) -> None:
    """Free what was read: the element's content, and all that stands before it and its parents."""
    element.clear()
    for passed in (element, *element.iterancestors()):
        while passed.getprevious() is not None:
            del passed.getparent()[0]
