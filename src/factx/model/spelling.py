"""Words as a parser should read them where the text writes otherwise: footnote marks, grouped figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.base import footnote_marks, grouped_figures
from factx.model.doc_cache import text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

_UNREAD = " "
"""What stands for a footnote mark: white space, which no parser reads."""


def join_figures(doc: Doc) -> Doc:
    """Make one token of figures that blanks or apostrophes part ("34 000"), in place; return the doc.

    >>> import spacy
    >>> [token.text for token in join_figures(spacy.blank("en")("More than 34 000 people fled."))]
    ['More', 'than', '34 000', 'people', 'fled', '.']
    """
    spans = [doc.char_span(start, end) for start, end, _ in grouped_figures(text_of(doc))]
    joined = [span for span in spans if span is not None and len(span) > 1]
    if joined:
        with doc.retokenize() as tokens:
            for span in joined:
                tokens.merge(span)
    return doc


def readings(doc: Doc) -> list[str]:
    """Return each token as it should be read: white space for footnote marks, commas in grouped figures.

    >>> import spacy
    >>> doc = join_figures(spacy.blank("en")("It hurt 34 000 people † there."))
    >>> readings(doc)
    ['It', 'hurt', '34,000', 'people', '†', 'there', '.']
    """
    words = [token.text for token in doc]
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
