"""Bare numbers that are ages of persons named or counted before them: no counts."""

from __future__ import annotations

from spacy.tokens import Span, Token

OLDEST_AGE = 110
"""Years; a bare number between commas up to this is taken for an age, and nobody in the news is older."""


def is_age(tokens: Span) -> bool:
    """True for a bare number between commas or brackets, as ages are ("the captain, 24, was hurt").

    So is the last of such numbers ("three clerks, 24, 30 and 41, were hurt").
    """
    doc, before, after = tokens.doc, tokens.start - 1, tokens.end
    if len(tokens) != 1 or not _may_be_age(tokens[0]) or before < 0 or after >= len(doc):
        return False
    if doc[after].text not in {",", ")", ".", ";"}:
        return False
    if before > 1 and doc[before].lower_ == "and" and _may_be_age(doc[before - 1]):
        before -= 2
    return doc[before].text in {",", "("}


def _may_be_age(token: Token) -> bool:
    return token.text.isdecimal() and int(token.text) <= OLDEST_AGE
