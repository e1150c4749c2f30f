"""What ProQuest's exports have in common: a headline, labelled fields, the text between them.

A document is a list of blocks: the headline, ``Author:``, ``Publication info:``, an address,
``Abstract:``, ``Links:``, then ``Full text:`` and its paragraphs, then fields again, among them
``Title:``, ``Publication title:`` (with the place behind ``;``) and ``Publication date:``. Traps:
labels lose their blanks or gain one (``DocumentURL:``, ``Ju n 22``), paragraphs may begin with a
label's word (``Location: …`` in a list of events), captions and credits stand at the end of the
text, and ``Last updated:`` is the database's date.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import unquote

from factx.base import lexicon
from factx.reading.formats.bylines import author_of
from factx.reading.formats.parts import BadPart, Part, RawArticle
from factx.reading.formats.word_count import note_on_words
from factx.reading.header_dates import header_day


def _plain(label: str) -> str:
    """A label as it is compared: without blanks and capitals."""
    return "".join(label.split()).lower()


_FIELDS = {_plain(row["label"]): row["field"] for row in lexicon.read("reading/proquest_labels")}
_STRONG = {_plain(row["label"]) for row in lexicon.read("reading/proquest_labels") if row["class"] == "strong"}
_TELLING = ("text", "info")
"""Fields that only a document has; a list of references may have others."""
_LABEL = re.compile(r"(?P<label>[A-Za-z][A-Za-z()/ \u00a0-]{2,40}?)[ \u00a0]*(?::|$)(?P<value>.*)", re.DOTALL)
_NUMBERED = re.compile(r"(?:Document|Email) \d+ of \d+")
_END_OF_TEXT = re.compile(r"(?:^|(?<=\s))(?:CAPTION|CREDIT|ILLUSTRATION)S?:|^PHOTOS?:|^Illustrations?:?$")
_END_IN_LAST_LINES = re.compile(r"(?:Caption|Credit|Illustration|Photo)s?:")
_LAST_LINES = 3
"""Lines at the end of a text: a credit before them is that of a picture amid the text."""
_CREDIT = re.compile(r"\b(?:CREDIT|Credit):\s*(?P<author>[^\n]+)")
_CORRECTION = re.compile(r"CORRECTION:|Correction:")
_NO_TEXT = re.compile(r"(?:none|not) ?available\.?", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:amp|lt|gt|quot|apos|nbsp|#\d{1,6}|#x[0-9a-fA-F]{1,5});")
_ADDRESS = re.compile(r"https?://[^\s<>\"]+")
_DOCUMENT = re.compile(r"https?://[^?#]*?/docview/\d+")
_DECK = re.compile(r":\s{2,}")
_LINE = re.compile(r"(?P<publication>[^;.]{2,80}?)\s*[;.]\s")


@dataclass(slots=True)
class Document:
    """The fields of a document by their names in the lexicon, and its paragraphs."""

    fields: dict[str, str] = field(default_factory=dict)
    paragraphs: list[str] = field(default_factory=list)
    has_text: bool = False


def document_of(blocks: Iterable[str]) -> Document | None:
    """The document that blocks of lines make, or None if they lack its labels.

    >>> blocks = ["Dam wall cracks", "Full text: Two fled.", "Subject: Dams", "Publicationdate: Mar 9, 2022"]
    >>> found = document_of(blocks)
    >>> found.fields["headline"], found.fields["published"], found.paragraphs
    ('Dam wall cracks', 'Mar 9, 2022', [' Two fled.'])
    """
    given = [stripped for block in blocks if (stripped := block.strip()) and not _NUMBERED.fullmatch(stripped)]
    labels = [_label_of(block) for block in given]
    if not any(label in _STRONG or _FIELDS.get(label) in _TELLING for label in labels):
        return None
    document = Document()
    begin = next((index for index, label in enumerate(labels) if label and _FIELDS[label] == "text"), len(given))
    end = _end_of_text(labels, begin)
    for label, block in zip(labels[:begin] + labels[end:], given[:begin] + given[end:], strict=True):
        _state(document.fields, label, block)
    document.has_text = begin < len(given)
    document.paragraphs = _lines(given[begin:end])
    return document


def _label_of(block: str) -> str:
    """The known label that a block begins with, as it is compared, or ""."""
    match = _LABEL.match(block)
    label = _plain(match["label"]) if match and ":" in block[: match.end("label") + 2] else ""
    return label if label in _FIELDS else ""


def _end_of_text(labels: Sequence[str], begin: int) -> int:
    """The first block after the text: a strong label, or a weak one with only labels up to a strong one."""
    for index in range(begin + 1, len(labels)):
        following = next((label for label in labels[index:] if not label or label in _STRONG), "end")
        if labels[index] and following:
            return index
    return len(labels)


def _state(fields: dict[str, str], label: str, block: str) -> None:
    """Keep what a block states: its label's field, the headline, or an address; the first of each counts."""
    if label:
        match = _LABEL.match(block)
        fields.setdefault(_FIELDS[label], match["value"].strip() if match else "")
    elif _ADDRESS.match(block):
        fields.setdefault("link", block)
    else:
        fields.setdefault("headline", block)


def _lines(blocks: Sequence[str]) -> list[str]:
    """The paragraphs of the text's blocks: a line is one, the first stands behind the label."""
    lines = [line for block in blocks for line in block.split("\n")]
    if lines:
        lines[0] = lines[0].partition(":")[2]
    return [line for line in lines if line.strip()]


def part_of(document: Document, number: int) -> Part:
    """The article of a document, or why it is none."""
    fields = document.fields
    title = _title(fields)
    paragraphs, credit = _without_tail(document.paragraphs)
    text = "\n\n".join(paragraphs)
    if not text or _NO_TEXT.fullmatch(text):
        reason = "the document has no text" if document.has_text else "no full text: only the citation was exported"
        return BadPart(f"{reason} ('{title or 'without title'}')", number)
    metadata = {
        "title": title,
        "author": author_of(_clean(fields.get("author", ""))) or author_of(credit or fields.get("credit", "")),
        "published": _day(fields),
        "publisher": _publisher(fields),
        "url": _url(fields),
        "language": fields.get("language", ""),
        "dateline": fields.get("dateline", ""),
    }
    known = {name: value for name, value in metadata.items() if value}
    return RawArticle(text, known, number, note_on_words(fields.get("words", ""), text))


def _without_tail(paragraphs: Sequence[str]) -> tuple[list[str], str]:
    """The paragraphs before captions and credits, without corrections, and whom the credit names."""
    kept: list[str] = []
    for index, paragraph in enumerate(paragraphs):
        is_last = index >= len(paragraphs) - _LAST_LINES
        end = _END_OF_TEXT.search(paragraph) or (_END_IN_LAST_LINES.match(paragraph) if is_last else None)
        kept.append(_clean(paragraph[: end.start()] if end else paragraph))
        if end:
            credit = _CREDIT.search("\n".join([paragraph[end.start() :], *paragraphs[index + 1 :]]))
            return _filled(kept), _clean(credit["author"]) if credit else ""
    return _filled(kept), ""


def _filled(paragraphs: Iterable[str]) -> list[str]:
    return [paragraph for paragraph in paragraphs if paragraph and not _CORRECTION.match(paragraph)]


def _clean(text: str) -> str:
    """Blanks folded, and entities undone that the export leaves in plain text."""
    return " ".join(_ENTITY.sub(lambda found: unescape(found.group()), text).split())


def _title(fields: Mapping[str, str]) -> str:
    """The field ``Title``, or the headline without the deck that a colon and blanks part from it."""
    return _clean(fields.get("title") or _DECK.split(fields.get("headline", ""))[0])


def _day(fields: Mapping[str, str]) -> str:
    """The publication date, also where a blank has come into it, or that of the line with the issue."""
    stated = fields.get("published", "")
    return header_day(stated) or header_day("".join(stated.split())) or header_day(fields.get("info", "")) or ""


def _publisher(fields: Mapping[str, str]) -> str:
    """The publication without its place."""
    if "publisher" in fields:
        return _clean(fields["publisher"]).partition(";")[0].strip()
    line = _LINE.match(_clean(fields.get("info", "")))
    return line["publication"] if line and not header_day(line["publication"]) else ""


def _url(fields: Mapping[str, str]) -> str:
    """The document's address without the library's proxy and the reader's account."""
    address = _ADDRESS.search(fields.get("url") or fields.get("link", ""))
    if address is None:
        return ""
    direct = address.group().rpartition("url=")[2]
    direct = unquote(direct) if "://" not in direct else direct
    document = _DOCUMENT.match(direct)
    return document.group() if document else direct
