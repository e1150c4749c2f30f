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

from factx.base import lexicon
from factx.model.doc_cache import text_of, word_ids
from factx.reading import Dateline, find_dateline

if TYPE_CHECKING:
    from factx.base import ArticleContext

_FINAL = frozenset({".", "!", "?", "…"})
_OPENING = frozenset({"“", "‘", "«", "("})
_CLOSING = frozenset({"”", "’", "»", ")", "]"})
_STRAIGHT = frozenset({'"'})
_QUOTES = frozenset({"“", "”", '"'})
_PAUSES = frozenset({",", ";", ":", "|"})
_LONG, _LONGEST = 250, 350
_SHORT_QUOTE = 8
_BARRED = np.uint64(2**64 - 1)
_WRAPPED_SHARE = 0.7
_WRAP_LENGTHS = range(50, 101)
_BLANK_LINE = re.compile(r"\n[ \t\r]{0,80}\n")
_OPENING_LINES = 3


def set_sentence_starts(doc: Doc, context: ArticleContext) -> Doc:
    """The doc with sentence starts set after line breaks, datelines and gaps, and ruled out where none can be.

    What is left open is the parser's to decide. A single line break in hard-wrapped text means nothing.

    >>> import spacy
    >>> from factx.base.mentions import ArticleContext
    >>> doc = set_sentence_starts(spacy.blank("en")("Aid arrives\\nLt. Gen. Silva spoke."), ArticleContext())
    >>> [token.text for token in doc if token.is_sent_start]
    ['Aid', 'Lt']
    """
    if len(doc) == 0:
        return doc
    starts, barred = _skips(doc, context)
    signs = _Signs(doc)
    starts |= _breaks(doc, signs)
    starts |= _cuts(signs, starts)
    for bars in (_after_abbreviations, _at_closings, _in_short_quotes, _in_rules):
        barred |= bars(doc, signs)
    known = doc.to_array("SENT_START")
    known[sorted(barred - {0})] = _BARRED
    known[sorted(starts)] = 1
    return doc.from_array(["SENT_START"], known)  # type: ignore[arg-type]


class _Signs:
    """Where a doc has white space, line breaks and the signs that matter here: few tokens, asked for all at once."""

    def __init__(self, doc: Doc) -> None:
        self.orth: list[int] = doc.to_array("ORTH").tolist()
        self.spaces: list[int] = doc.to_array("IS_SPACE").nonzero()[0].tolist()
        self.line_breaks = {at for at in self.spaces if _line_break(doc[at])}

    def places(self, words: frozenset[str]) -> list[int]:
        """The tokens that are one of the words, as written."""
        wanted = word_ids(words)
        return [at for at, word in enumerate(self.orth) if word in wanted]


def _breaks(doc: Doc, signs: _Signs) -> set[int]:
    """The first token after each line break, and after each wide gap that follows the end of a sentence."""
    is_break = _paragraph_break if is_hard_wrapped(text_of(doc)) else _line_break
    starts, spaces = set[int](), set(signs.spaces)
    for at in signs.spaces:
        if is_break(doc[at]) or (at and "\n" not in doc[at].text and _ends_sentence(doc, at - 1)):
            while at in spaces:
                at += 1
            starts.add(at)
    return starts - {len(doc)}


def _cuts(signs: _Signs, starts: set[int]) -> set[int]:
    """Where runs of words that never end are cut, so that no step's work grows with more than the text's length.

    After a comma or semicolon beyond ``_LONG`` tokens, anywhere beyond ``_LONGEST``: no sentence of news gets there.
    """
    cuts = set[int]()
    ends = {at + 1 for at in signs.places(_FINAL)} | starts | {0, len(signs.orth)}
    for start, end in pairwise(sorted(ends)):
        last = start
        for at in range(start + 1, end) if end - start > _LONG else ():
            pausing = at - last > _LONG and signs.orth[at - 1] in word_ids(_PAUSES)
            if pausing or at - last > _LONGEST:
                cuts.add(at)
                last = at
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


def _skips(doc: Doc, context: ArticleContext) -> tuple[set[int], set[int]]:
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


def _after_abbreviations(doc: Doc, signs: _Signs) -> set[int]:
    """Tokens after ``Lt.``, ``No.``, ``p.m.``, where what follows fits the abbreviation."""
    kinds, barred = _abbreviations(), set[int]()
    for at in signs.places(_abbreviation_words()):
        text, after = doc[at].text, at + 1
        if after == len(doc):
            break
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
    return {row["word"]: row["follows"] for row in lexicon.read("model/abbreviations")}


@cache
def _abbreviation_words() -> frozenset[str]:
    """Abbreviations as one token or without their full stop."""
    return frozenset(_abbreviations()) | {word[:-1] for word in _abbreviations() if word.endswith(".")}


def _at_closings(doc: Doc, signs: _Signs) -> set[int]:
    """Closing brackets and quotation marks: they end what went before; straight marks by their number in the line."""
    barred, is_open = set[int](), False
    for at in sorted({*signs.places(_CLOSING | _STRAIGHT), *signs.line_breaks}):
        if at in signs.line_breaks:
            is_open = False
        elif doc[at].text in _CLOSING:
            barred.add(at)
        else:
            if is_open:
                barred.add(at)
            is_open = not is_open
    return barred


def _in_short_quotes(doc: Doc, signs: _Signs) -> set[int]:
    """Tokens inside a quotation of a few words."""
    barred, opened = set[int](), -1
    for at in sorted({*signs.places(_QUOTES), *signs.line_breaks}):
        if at in signs.line_breaks:
            opened = -1
        elif doc[at].text != "”" and opened < 0:
            opened = at
        elif doc[at].text != "“" and opened >= 0:
            if at - opened <= _SHORT_QUOTE:
                barred.update(range(opened + 1, at + 1))
            opened = -1
    return barred


def _in_rules(doc: Doc, signs: _Signs) -> set[int]:
    """Tokens inside a run of one sign, as in ``-----`` or ``***``."""
    glued = doc.to_array("IS_PUNCT")[1:].astype(bool) & (doc.to_array("SPACY")[:-1] == 0)
    return {at for at in (glued.nonzero()[0] + 1).tolist() if doc[at - 1].text[-1] == doc[at].text[0]}
