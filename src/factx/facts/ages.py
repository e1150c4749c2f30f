"""Bare numbers that are ages of persons named or counted before them: no counts."""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

OLDEST_AGE = 110
"""Years; a bare number between commas up to this is taken for an age, and nobody in the news is older."""


_MARKS_BEFORE, _MARKS_AFTER = frozenset({",", "("}), frozenset({",", ")", ".", ";"})
_OPENING = frozenset({"(", "-", "–"})
_SHARED = "both"


def is_age(tokens: Span) -> bool:
    """True for a bare number between commas or brackets, as ages are ("the captain, 24, was hurt").

    So is the last of such numbers ("three clerks, 24, 30 and 41, were hurt"), one that two share ("a
    nurse and a baker, both 23"), and one behind a name, before a home or a remark ("Ana Ruiz, 57 of
    Leeds").
    """
    doc, before, after = tokens.doc, tokens.start - 1, tokens.end
    if len(tokens) != 1 or not _may_be_age(tokens[0]) or before < 0 or after >= len(doc):
        return False
    if doc[before].lower_ == _SHARED:
        return True
    if doc[after].text in _MARKS_AFTER:
        if before > 1 and doc[before].lower_ == "and" and _may_be_age(doc[before - 1]):
            before -= 2
        return doc[before].text in _MARKS_BEFORE
    named = before > 0 and doc[before].text == "," and doc[before - 1].ent_type_ == "PERSON"
    return named and _opens_remark(doc, after)


def _opens_remark(doc: Doc, place: int) -> bool:
    """True where a bracket, a dash or "of" with a name begins."""
    if doc[place].text in _OPENING:
        return True
    return doc[place].lower_ == "of" and place + 1 < len(doc) and doc[place + 1].ent_type_ == "LOC"


def _may_be_age(token: Token) -> bool:
    return token.text.isdecimal() and int(token.text) <= OLDEST_AGE
