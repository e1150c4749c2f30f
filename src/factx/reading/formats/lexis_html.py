"""LexisNexis' HTML (to 2019): documents between comments ``<!-- … <DOC NUMBER=3> … -->``.

The comments part the source, not the tree: a ``<DIV CLASS="c10"/>`` never closes. A document is a
list of ``DIV``s: ``3 of 9 DOCUMENTS``, publication, date with editions, headline, labels, text,
labels, copyright. Classes are numbered anew in each file; only that an edition's is the same as the
date's tells it from a headline. Words and their ends may be ``SPAN``s of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile
from typing import Any

from factx.base import InputError
from factx.reading.formats.lexis import date_index, is_edition, is_notice, is_rights, label_of, part_of
from factx.reading.formats.markup import html_of, paragraphs_of
from factx.reading.formats.opened import InputFile
from factx.reading.formats.parts import Part, ReadOptions
from factx.reading.formats.pieces import pieces
from factx.reading.formats.sniff import LEXIS_DOCUMENT

_START = re.compile(r"<!--(?:(?!-->)[\s\S]){0,300}?<DOC NUMBER=\d+>", re.IGNORECASE)
_UNCLOSED = re.compile(r"<div\b[^<>]{0,200}/>", re.IGNORECASE)
_CENTRED = " " * 5
_BLOCKS = ("div", "p", "table")


@dataclass(frozen=True)
class _Line:
    """A paragraph's text and the class of the ``DIV`` that it lies in."""

    text: str
    kind: str

    @cached_property
    def label(self) -> tuple[str, str, str]:
        """Place, field and value of its label, which is in capitals."""
        return label_of(self.text) if self.text.partition(":")[0].isupper() else ("", "", "")


def read(file: InputFile, options: ReadOptions) -> Iterator[Part]:
    """Yield the articles of a page of LexisNexis'."""
    number = 0
    for piece in pieces(file, _START):
        if _START.match(piece):
            number += 1
            yield _part_of(list(_lines(html_of(_UNCLOSED.sub("", piece)))), number)
    if not number:
        raise InputError("no document in this page of LexisNexis'")


def _lines(root: Any) -> Iterator[_Line]:
    """Yield the paragraphs of a document; what a ``DIV`` holds beside them is one, too."""
    for block in root.iter(*_BLOCKS):
        if next(block.iterancestors("p", "table"), None) is None:
            inner = list(block.iterdescendants(*_BLOCKS)) if block.tag == "div" else []
            kind = next((parent.get("class", "") for parent in block.iterancestors("div")), "")
            for text in paragraphs_of(block, leave_out=inner):
                if not LEXIS_DOCUMENT.fullmatch(_CENTRED + text):
                    yield _Line(text, block.get("class", "") if block.tag == "div" else kind)


def _part_of(lines: Sequence[_Line], number: int) -> Part:
    labelled = [index for index, line in enumerate(lines) if line.label[0] == "head"]
    top = _without_rights(lines[: labelled[0]] if labelled else lines)
    fields, used = _masthead(top, len(top) if labelled else 1)
    rest = lines[labelled[0] :] if labelled else top[used:]
    begin = next((index for index, line in enumerate(rest) if line.label[0] != "head"), len(rest))
    end = next((index for index in range(begin, len(rest)) if _is_end(rest, index)), len(rest))
    for line in (*rest[:begin], *rest[end:]):
        _, name, value = line.label
        if name and value:
            fields.setdefault(name, value)
    return part_of(fields, [line.text for line in rest[begin:end]], number)


def _without_rights(lines: Sequence[_Line]) -> list[_Line]:
    """The lines, each of its own, but those of a copyright at the top and notices."""
    single = [_Line(text, line.kind) for line in lines for text in line.text.split("\n")]
    return [line for line in single if not is_rights(line.text) and not is_notice(line.text)]


def _is_end(lines: Sequence[_Line], index: int) -> bool:
    """True for the first line after a text: a label, or a copyright at the end."""
    line = lines[index]
    return line.label[0] == "tail" or (is_rights(line.text) and all(later.kind == line.kind for later in lines[index:]))


def _masthead(top: Sequence[_Line], most: int) -> tuple[dict[str, str], int]:
    """Publication, date and headline of the lines above the labels, and how many these are.

    ``most`` is how many lines the headline may have.
    """
    texts = [line.text for line in top]
    dated = date_index(["", *texts])
    if dated is None:
        known = len(texts) > 1
        return ({"publisher": texts[0], "title": texts[1]}, 2) if known else ({}, 0)
    begin = dated
    while begin < len(top) and (top[begin].kind == top[dated - 1].kind or is_edition(texts[begin])):
        begin += 1
    alike = takewhile(lambda line: line.kind == top[begin].kind, top[begin : begin + most])
    end = begin + len(list(alike))
    fields = {
        "publisher": " ".join(texts[: dated - 1]),
        "published": texts[dated - 1],
        "title": " ".join(texts[begin:end]),
    }
    return {name: value for name, value in fields.items() if value}, end
