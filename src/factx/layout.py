"""Sentence boundaries that the layout of an article settles before the parser runs, and some that it rules out."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from spacy.tokens import Doc, Token

from factx import lexicon
from factx.dateline import Dateline, find_dateline
from factx.source import text_of

if TYPE_CHECKING:
    from factx.findings import Context

_FINAL = frozenset({".", "!", "?", "…"})
_OPENING = frozenset({"“", "‘", "«", "("})
_CLOSING = frozenset({"”", "’", "»", ")", "]"})
_PAUSES = frozenset({",", ";", ":", "|"})
_LONG, _LONGEST = 250, 350
_SHORT_QUOTE = 8
_BARRED = np.uint64(2**64 - 1)
_WRAPPED_SHARE = 0.7
_WRAP_LENGTHS = range(50, 101)
_BLANK_LINE = re.compile(r"\n[ \t\r]{0,80}\n")
_OPENING_LINES = 3


def set_sentence_starts(doc: Doc, context: Context) -> Doc:
    """The doc with sentence starts set after line breaks, datelines and gaps, and ruled out where none can be.

    What is left open is the parser's to decide. A single line break in hard-wrapped text means nothing.

    >>> import spacy
    >>> from factx.findings import Context
    >>> doc = set_sentence_starts(spacy.blank("en")("Aid arrives\\nLt. Gen. Silva spoke."), Context())
    >>> [token.text for token in doc if token.is_sent_start]
    ['Aid', 'Lt']
    """
    if len(doc) == 0:
        return doc
    starts, barred = _skips(doc, context)
    starts |= _breaks(doc)
    starts |= _cuts(doc, starts)
    for bars in (_after_abbreviations, _at_closings, _in_short_quotes, _in_rules):
        barred |= bars(doc)
    known = doc.to_array("SENT_START")
    known[sorted(barred - {0})] = _BARRED
    known[sorted(starts)] = 1
    return doc.from_array(["SENT_START"], known)  # type: ignore[arg-type]


def _breaks(doc: Doc) -> set[int]:
    """The first token after each line break, and after each wide gap that follows the end of a sentence."""
    is_break = _paragraph_break if is_hard_wrapped(text_of(doc)) else _line_break
    starts, pending = set[int](), False
    for token in doc:
        if not token.is_space:
            if pending:
                starts.add(token.i)
            pending = False
        elif is_break(token) or (token.i and "\n" not in token.text and _ends_sentence(doc, token.i - 1)):
            pending = True
    return starts


def _cuts(doc: Doc, starts: set[int]) -> set[int]:
    """Where runs of words that never end are cut, so that no step's work grows with more than the text's length.

    After a comma or semicolon beyond ``_LONG`` tokens, anywhere beyond ``_LONGEST``: no sentence of news gets there.
    """
    cuts, since = set[int](), 0
    for token in doc:
        ended = token.i in starts or (token.i > 0 and doc[token.i - 1].text in _FINAL)
        pausing = since > _LONG and doc[token.i - 1].text in _PAUSES
        if not ended and (pausing or since > _LONGEST):
            cuts.add(token.i)
            ended = True
        since = 1 if ended else since + 1
    return cuts


def _line_break(token: Token) -> bool:
    return "\n" in token.text or "\r" in token.text


def _paragraph_break(token: Token) -> bool:
    return token.text.count("\n") > 1


def is_hard_wrapped(text: str) -> bool:
    """Whether most lines break for width: paragraphs apart by blank lines, lines within of about one length.

    >>> line = "The minister said that the shipment would arrive within the month, "
    >>> is_hard_wrapped("\\n".join([line] * 4) + "\\n\\n" + "\\n".join([line] * 3))
    True
    """
    if not _BLANK_LINE.search(text):
        return False
    inner = [line for block in _BLANK_LINE.split(text) for line in block.split("\n")[:-1]]
    wide = sum(len(line.strip()) in _WRAP_LENGTHS for line in inner)
    return len(inner) >= 4 and wide >= _WRAPPED_SHARE * len(inner)


def _ends_sentence(doc: Doc, index: int) -> bool:
    if doc[index].text in _CLOSING | {'"', "''"} and index:
        index -= 1
    return doc[index].text in _FINAL


def _skips(doc: Doc, context: Context) -> tuple[set[int], set[int]]:
    """What header and dateline settle: the story starts after them, and nothing starts within them but lines."""
    spans = list(context.skip)
    if not spans:
        spans = [(found.start, found.end) for found in map(_dateline_of, _opening_lines(text_of(doc))) if found][:1]
    starts, barred = set[int](), set[int]()
    for first, last in spans:
        before, after = _token_at(doc, first), _token_at(doc, last)
        starts.update(index for index in (before, after) if index < len(doc))
        barred.update(range(before + 1, after))
    return starts, barred


def _token_at(doc: Doc, offset: int) -> int:
    """The first token, white space apart, that begins at ``offset`` or later; the doc's length where there is none."""
    index = bisect_left(doc, offset, key=lambda token: token.idx)
    while index < len(doc) and doc[index].is_space:
        index += 1
    return index


def _opening_lines(text: str) -> list[tuple[int, str]]:
    lines, start = [], 0
    for line in text[:4000].split("\n"):
        if line.strip():
            lines.append((start, line))
        start += len(line) + 1
    return lines[:_OPENING_LINES]


def _dateline_of(line: tuple[int, str]) -> Dateline | None:
    return find_dateline(line[1], line[0])


def _after_abbreviations(doc: Doc) -> set[int]:
    """Tokens after ``Lt.``, ``No.``, ``p.m.``, where what follows fits the abbreviation."""
    kinds, barred = _abbreviations(), set[int]()
    for token in doc[:-1]:
        text, after = token.text, token.i + 1
        if doc[after].text == "." and f"{text}." in kinds and after + 1 < len(doc):
            barred.add(after)
            text, after = f"{text}.", after + 1
        kind = kinds.get(text)
        if kind and _FITS[kind](doc[after]):
            barred.add(after)
    return barred


_FITS: dict[str, Callable[[Token], bool]] = {
    "any": lambda token: True,
    "name": lambda token: token.is_title or token.is_upper or token.text in {"“", '"'},
    "number": lambda token: token.text[0].isdigit(),
    "noun": lambda token: not token.is_stop or token.is_lower,
    "zone": lambda token: (token.is_upper and len(token) <= 4 and not token.is_stop) or token.is_lower,
}


@cache
def _abbreviations() -> dict[str, str]:
    return {row["word"]: row["follows"] for row in lexicon.read("abbreviations")}


def _at_closings(doc: Doc) -> set[int]:
    """Closing brackets and quotation marks: they end what went before; straight marks by their number in the line."""
    barred, is_open = set[int](), False
    for token in doc:
        if token.is_space and _line_break(token):
            is_open = False
        elif token.text in _CLOSING:
            barred.add(token.i)
        elif token.text == '"':
            if is_open:
                barred.add(token.i)
            is_open = not is_open
    return barred


def _in_short_quotes(doc: Doc) -> set[int]:
    """Tokens inside a quotation of a few words."""
    barred, opened = set[int](), -1
    for token in doc:
        if token.is_space and _line_break(token):
            opened = -1
        elif token.text in {"“", '"'} and opened < 0:
            opened = token.i
        elif token.text in {"”", '"'} and opened >= 0:
            if token.i - opened <= _SHORT_QUOTE:
                barred.update(range(opened + 1, token.i + 1))
            opened = -1
    return barred


def _in_rules(doc: Doc) -> set[int]:
    """Tokens inside a run of one sign, as in ``-----`` or ``***``."""
    pairs = pairwise(doc)
    glued = ((token, after) for token, after in pairs if after.is_punct and not token.whitespace_)
    return {after.i for token, after in glued if token.text[-1] == after.text[0]}
