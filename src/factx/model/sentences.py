"""Sentence boundaries that the layout of an article decides before the parser runs.

A sentence starts

1. after header and dateline, and after each line break that is not for width alone
   (``soft_breaks``);
2. after a gap of several blanks behind the end of a sentence;
3. with a capital, or a quotation that begins with one, after "5m." and the like;
4. in a run of words without any end, after a comma, or at the latest after ``_LONGEST`` tokens.

None starts

5. within header and dateline, but at their line breaks;
6. after an abbreviation, if what follows fits it ("Lt. Silva");
7. at a closing bracket or quotation mark, and inside a quotation of a few words;
8. within a run of one sign ("-----").

All else is the parser's decision.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING

from spacy.tokens import Doc, Token

from factx.base import lexicon
from factx.model.doc_cache import starts_of, text_of, word_ids
from factx.model.tokenizer import UNIT_LETTERS
from factx.reading import Dateline, find_dateline, soft_breaks

if TYPE_CHECKING:
    from factx.base import ArticleContext

_FINAL = frozenset({".", "!", "?", "…"})
_CLOSING = frozenset({"”", "’", "»", ")", "]"})
_STRAIGHT = frozenset({'"'})
_QUOTES = frozenset({"“", "”", '"'})
_PAUSES = frozenset({",", ";", ":", "|"})
_LONG = 250
"""Tokens without an end after which a comma ends a sentence: no sentence of news gets there."""
_LONGEST = 350
"""Tokens after which a sentence is ended anywhere: the parser's work grows with the cube of them."""
_SHORT_QUOTE = 8
"""Tokens of a quotation that is one phrase ("No more! No war!") and not sentences of its own."""
STARTS, BARRED = 1, 2**64 - 1
"""spaCy's values of SENT_START: a sentence starts here, or none (-1 as an unsigned number)."""
_OPENING_LINES = 3
"""Lines that may hold the dateline: title, deck, first paragraph."""
_OPENING_CHARS = 4000
"""Characters in which those lines are looked for: three long paragraphs."""
_LONGEST_ZONE = 4
"""Letters of a time zone after "p.m." (GMT, AEDT)."""
_FOLLOWS = lexicon.table("model/abbreviations", "word", "follows")
_ABBREVIATIONS = frozenset(_FOLLOWS) | {word[:-1] for word in _FOLLOWS if word.endswith(".")}
"""Abbreviations as one token or without their full stop."""


def set_sentence_starts(doc: Doc, context: ArticleContext) -> Doc:
    """Set the sentence starts that the layout decides, and rule out others; return the doc.

    >>> import spacy
    >>> from factx.base.mentions import ArticleContext
    >>> doc = spacy.blank("en")("Aid arrives\\nLt. Gen. Silva spoke.")
    >>> doc = set_sentence_starts(doc, ArticleContext())
    >>> [token.text for token in doc if token.is_sent_start]
    ['Aid', 'Lt']
    """
    if len(doc) == 0:
        return doc
    starts, barred = _around_header(doc, context)
    signs = _Signs(doc)
    starts |= _after_breaks(doc, signs)
    starts |= _after_unit_letters(doc, signs)
    starts |= _in_endless_runs(signs, starts)
    for bars in (_after_abbreviations, _at_closings, _in_short_quotes, _in_rules):
        barred |= bars(doc, signs)
    known = doc.to_array("SENT_START")
    known[sorted(barred - {0})] = BARRED
    known[sorted(starts)] = STARTS
    return doc.from_array(["SENT_START"], known)  # type: ignore[arg-type]


class _Signs:
    """The indices of white space, line breaks and given signs: few tokens, found all at once."""

    def __init__(self, doc: Doc) -> None:
        self.orth: list[int] = doc.to_array("ORTH").tolist()
        self._places: dict[int, list[int]] = {}
        for at, word in enumerate(self.orth):
            self._places.setdefault(word, []).append(at)
        self.spaces: list[int] = doc.to_array("IS_SPACE").nonzero()[0].tolist()
        soft = soft_breaks(text_of(doc))
        self.line_breaks = {at for at in self.spaces if is_break(doc[at], soft)}

    def indices(self, words: frozenset[str]) -> list[int]:
        """The indices of the tokens that are one of the words, as written."""
        return sorted(at for word in word_ids(words) for at in self._places.get(word, ()))


def _after_breaks(doc: Doc, signs: _Signs) -> set[int]:
    """The first token after each line break and after each wide gap behind the end of a sentence."""
    starts, spaces = set[int](), set(signs.spaces)
    for at in signs.spaces:
        if at in signs.line_breaks or (at and "\n" not in doc[at].text and _ends_sentence(doc, at - 1)):
            while at in spaces:
                at += 1
            starts.add(at)
    return starts - {len(doc)}


def _after_unit_letters(doc: Doc, signs: _Signs) -> set[int]:
    """Capitalised words, or quotations, after a figure, a letter for its unit and a full stop."""
    behind = (at + 2 for at in signs.indices(UNIT_LETTERS) if 0 < at < len(doc) - 2 and doc[at + 1].text == ".")
    return {at for at in behind if doc[at - 3].like_num and (doc[at].is_title or _opens_sentence(doc, at))}


def _opens_sentence(doc: Doc, at: int) -> bool:
    """True for a quotation mark between a blank and a capitalised word."""
    is_opening = doc[at].text in _QUOTES and doc[at - 1].whitespace_ and not doc[at].whitespace_
    return bool(is_opening) and at + 1 < len(doc) and doc[at + 1].is_title


def _in_endless_runs(signs: _Signs, starts: set[int]) -> set[int]:
    """Starts within runs of words without an end, so that work grows with the text's length alone.

    After a comma or semicolon beyond ``_LONG`` tokens, anywhere beyond ``_LONGEST``.
    """
    cuts = set[int]()
    ends = {at + 1 for at in signs.indices(_FINAL)} | starts | {0, len(signs.orth)}
    for start, end in pairwise(sorted(ends)):
        last = start
        for at in range(start + 1, end) if end - start > _LONG else ():
            pausing = at - last > _LONG and signs.orth[at - 1] in word_ids(_PAUSES)
            if pausing or at - last > _LONGEST:
                cuts.add(at)
                last = at
    return cuts


def is_break(token: Token, soft: frozenset[int]) -> bool:
    """True for white space with a line end that is more than a blank."""
    ends = [token.idx + at for at, sign in enumerate(token.text) if sign == "\n"]
    return not soft.issuperset(ends) if ends else "\r" in token.text


def _ends_sentence(doc: Doc, index: int) -> bool:
    if doc[index].text in _CLOSING | {'"', "''"} and index:
        index -= 1
    return doc[index].text in _FINAL


def _around_header(doc: Doc, context: ArticleContext) -> tuple[set[int], set[int]]:
    """The starts at header and dateline and after them, and the tokens within them."""
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
    """The index of the first token but white space at ``offset`` or later, or the doc's length."""
    index = bisect_left(doc, offset, key=lambda token: token.idx)
    while index < len(doc) and doc[index].is_space:
        index += 1
    return index


def _opening_lines(text: str) -> list[tuple[int, str]]:
    lines, start = [], 0
    for line in text[:_OPENING_CHARS].split("\n"):
        if line.strip():
            lines.append((start, line))
        start += len(line) + 1
    return lines[:_OPENING_LINES]


def _dateline_of(line: tuple[int, str]) -> Dateline | None:
    return find_dateline(line[1], line[0])


def _after_abbreviations(doc: Doc, signs: _Signs) -> set[int]:
    """Tokens after ``Lt.``, ``No.``, ``p.m.``, if what follows fits the abbreviation."""
    barred = set[int]()
    for at in signs.indices(_ABBREVIATIONS):
        text, after = doc[at].text, at + 1
        if after == len(doc):
            break
        if doc[after].text == "." and f"{text}." in _FOLLOWS and after + 1 < len(doc):
            barred.add(after)
            text, after = f"{text}.", after + 1
        kind = _FOLLOWS.get(text)
        if kind and _FITS[kind](doc[after]):
            barred.add(after)
    return barred


# by the column "follows" of the lexicon
_FITS: dict[str, Callable[[Token], bool]] = {
    "any": lambda token: True,
    "name": lambda token: token.is_title or token.is_upper or token.text in {"“", '"'},
    "number": lambda token: token.text[0].isdecimal(),
    "noun": lambda token: not token.is_stop or token.is_lower,
    "zone": lambda token: (token.is_upper and len(token) <= _LONGEST_ZONE and not token.is_stop) or token.is_lower,
}


def _at_closings(doc: Doc, signs: _Signs) -> set[int]:
    """Closing brackets and quotation marks, which end what went before.

    A straight mark closes if an odd number of them comes before it in the line.
    """
    barred, is_open = set[int](), False
    for at in sorted({*signs.indices(_CLOSING | _STRAIGHT), *signs.line_breaks}):
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
    for at in sorted({*signs.indices(_QUOTES), *signs.line_breaks}):
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
    adjoins = doc.to_array("IS_PUNCT")[1:].astype(bool) & (doc.to_array("SPACY")[:-1] == 0)
    text, begins = text_of(doc), starts_of(doc)
    return {at for at in (adjoins.nonzero()[0] + 1).tolist() if text[begins[at] - 1] == text[begins[at]]}
