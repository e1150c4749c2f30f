"""Words as a parser should read them where the text writes otherwise: marks, figures, misspellings."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from string import ascii_lowercase
from typing import TYPE_CHECKING

from factx.base import footnote_marks, grouped_figures, lexicon
from factx.model.doc_cache import text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

_SPELLINGS = lexicon.classes("model/spellings")
_SHORTEST = 5
"""Letters of a word that may be misspelt: shorter ones are too much like others."""
_LONG = 7
"""Letters from which one may be mistaken for another."""
_REMEMBERED = 20_000
"""Unknown words whose spelling is kept: those of some thousand articles."""
_ENDS_WORD = re.compile(r"((?<=\S)[,;:!?]$|(?<=[a-z]{2})\.$)")
"""A mark of punctuation that is no part of the word before it."""
_UNREAD = " "
"""What stands for a footnote mark: white space, which no parser reads."""


def join_figures(doc: Doc) -> Doc:
    """Make one token of figures that blanks or apostrophes part ("34 000"), in place; return the doc.

    So is a note in words, which is first parted from the word before it.

    >>> import spacy
    >>> [token.text for token in join_figures(spacy.blank("en")("More than 34 000 people fled."))]
    ['More', 'than', '34 000', 'people', 'fled', '.']
    >>> [token.text for token in join_figures(spacy.blank("en")("He killed goats,[citation needed] too."))]
    ['He', 'killed', 'goats', ',', '[citation needed]', 'too', '.']
    """
    text = text_of(doc)
    notes = [(start, end) for start, end in footnote_marks(text) if text[start + 1 : start + 2].isalpha()]
    _part_notes(doc, [start for start, _ in notes])
    places = [*((start, end) for start, end, _ in grouped_figures(text)), *notes]
    spans = [doc.char_span(start, end) for start, end in places]
    joined = [span for span in spans if span is not None and len(span) > 1]
    if joined:
        with doc.retokenize() as tokens:
            for span in joined:
                tokens.merge(span)
    return doc


def _part_notes(doc: Doc, starts: list[int]) -> None:
    """Part what stands glued to the bracket of a note, and a mark of punctuation behind it, in place."""
    glued = [(span[0], start) for start in starts if (span := doc.char_span(start, start + 1, alignment_mode="expand"))]
    with doc.retokenize() as tokens:
        for token, start in glued:
            before, note = token.text[: start - token.idx], token.text[start - token.idx :]
            pieces = [*_ENDS_WORD.split(before), note] if before else []
            pieces = [piece for piece in pieces if piece]
            if len(pieces) > 1:
                tokens.split(token, pieces, heads=[(token, 0)] * len(pieces))


def readings(doc: Doc, is_known: Callable[[str], bool]) -> list[str]:
    """Return each token as it should be read.

    Footnote marks are white space, grouped figures have commas, and a misspelt word that facts hang on
    is spelt well, unless it ``is_known`` as a word.

    >>> import spacy
    >>> doc = join_figures(spacy.blank("en")("It diplaced 34 000 people."))
    >>> readings(doc, frozenset({"people"}).__contains__)
    ['It', 'displaced', '34,000', 'people', '.']
    """
    words = [token.text for token in doc]
    for at, word in enumerate(words):
        if len(word) >= _SHORTEST and word.isalpha() and word.islower() and not is_known(word):
            words[at] = respelt(word)
    text = text_of(doc)
    for start, end, figures in grouped_figures(text):
        span = doc.char_span(start, end)
        if span is not None and len(span) == 1:
            words[span.start] = figures
    for start, end in footnote_marks(text):
        span = doc.char_span(start, end)
        for token in span or ():
            words[token.i] = _UNREAD
    return words


@lru_cache(maxsize=_REMEMBERED)
def respelt(word: str) -> str:
    """Return the word that facts hang on which a word in small letters is a slip of, or the word.

    A slip drops, doubles, adds, swaps or mistakes a letter, but neither the first nor an ending.

    >>> respelt("arested"), respelt("kileld"), respelt("inured"), respelt("wounder")
    ('arrested', 'killed', 'inured', 'wounder')
    """
    if word in _SPELLINGS["other"] or word in _SPELLINGS["target"]:
        return word
    found = {other for other in _slips(word) if other in _SPELLINGS["target"]}
    return found.pop() if len(found) == 1 else word


def _slips(word: str) -> Iterator[str]:
    """Yield what a word may be a slip of; its first letter and its end are as they should be."""
    end = len(word)
    for i in range(1, end):
        yield from (word[:i] + letter + word[i:] for letter in ascii_lowercase)
        if i + 1 < end:
            yield word[:i] + word[i + 1 :]
            yield word[:i] + word[i + 1] + word[i] + word[i + 2 :]
            if end >= _LONG:
                yield from (word[:i] + letter + word[i + 1 :] for letter in ascii_lowercase)
