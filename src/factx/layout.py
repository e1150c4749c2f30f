"""Sentence boundaries that the layout of an article settles before the parser runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Doc

if TYPE_CHECKING:
    from factx.findings import Context


def set_sentence_starts(doc: Doc, context: Context) -> Doc:
    """The doc with sentence starts set after every line break; the parser decides about the rest."""
    after_break = False
    for token in doc:
        if token.is_space and "\n" in token.text:
            after_break = True
        elif after_break:
            token.is_sent_start = True
            after_break = False
    return doc
