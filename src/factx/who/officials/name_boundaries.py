"""Boundaries of a name beside an office, even if the model saw no name there.

1. A name that the model saw, with what it cut off: parts behind a tight hyphen, a surname behind a
   lone first name.
2. If a name must be here: a run of capital words, initials and particles that names no institution.
"""

from __future__ import annotations

import re

from factx.who.layers import EntityLayers, TokenSpan
from factx.who.words import BODY_HEADS, HONORIFICS, NOT_NAMES, PARTICLES, TITLE_WORDS

_INITIAL = re.compile(r"^(?:[A-Z]\.?){1,3}$")
_ACRONYM = re.compile(r"^\(\s?[A-Za-z.&-]{2,10}\s?\)$")
_LONGEST = 6
"""Tokens of a name that the model did not see ("Luiz Inácio Lula da Silva")."""
_MOST_LISTED = 12
"""Names of one list that are read: longer ones are tables."""


def name_at(layers: EntityLayers, at: int, *, expected: bool) -> TokenSpan | None:
    """Return the tokens of a person's name that begins at ``at``, or None; ``expected``: one must be."""
    doc = layers.doc
    if at >= len(doc):
        return None
    if at in layers.people:
        end = _extended(layers, layers.people[at].end)
        return at, _with_surname(layers, end) if expected and end - at == 1 else end
    return _spelled(layers, at) if expected and at not in layers.organisations else None


def listed_names(layers: EntityLayers, at: int) -> list[TokenSpan]:
    """Return the further names of a list that continues at ``at``: ", B and C"."""
    doc = layers.doc
    found: list[TokenSpan] = []
    while at < len(doc) and len(found) < _MOST_LISTED:
        joint = begin = at
        while joint < len(doc) and (doc[joint].text == "," or doc[joint].lower_ in TITLE_WORDS["and"]):
            joint += 1
        span = name_at(layers, joint, expected=False) if joint > begin and joint in layers.people else None
        if span is None:
            break
        found.append(span)
        at = span[1]
    return found


def skip_bracket(layers: EntityLayers, at: int) -> int:
    """Return the token behind an acronym in brackets that begins at ``at``, else ``at``.

    >>> from spacy.lang.en import English
    >>> skip_bracket(EntityLayers(English()("(UWA) spokesman")), 0)
    3
    """
    doc = layers.doc
    return at + 3 if at < len(doc) and _ACRONYM.match(doc[at : at + 3].text) else at


def skip_address(layers: EntityLayers, at: int) -> int:
    """Return the token behind forms of address ("Dr.", "Sheikh") that begin at ``at``, else ``at``.

    >>> from spacy.lang.en import English
    >>> skip_address(EntityLayers(English()("Judge Dr. Sheikh Amin")), 1)
    3
    """
    doc = layers.doc
    while at + 1 < len(doc) and (
        doc[at].lower_.rstrip(".") in HONORIFICS and doc[at].is_title and at not in layers.people
    ):
        at += 1
    return at


def _on_new_line(layers: EntityLayers, at: int) -> bool:
    """True if a token begins a line; the parser's sentences may break a name after "Lt. Col."."""
    before = layers.doc[at - 1]
    return before.is_space or "\n" in layers.source[before.idx : layers.doc[at].idx]


def _spelled(layers: EntityLayers, at: int) -> TokenSpan | None:
    """Return a run of capital words, initials and particles that the model did not see as a name, or None."""
    doc = layers.doc
    end = at
    while end < len(doc) and end - at < _LONGEST and not (end > at and _on_new_line(layers, end)):
        if not _is_name_part(layers, end, first=end == at):
            break
        end += 1
    return None if end == at or _is_institution(layers, at, end) else (at, end)


def _extended(layers: EntityLayers, end: int) -> int:
    """Return the end of a name that the model cut before a tight hyphen and a capital ("Marsh-Keller")."""
    doc = layers.doc
    while end + 1 < len(doc) and doc[end].text == "-" and doc[end + 1].is_title:
        if doc[end - 1].whitespace_ or doc[end].whitespace_:
            break
        end += 2
    return end


def _with_surname(layers: EntityLayers, end: int) -> int:
    """Return the end of a name of which the model saw the first word alone."""
    token = layers.doc[end] if end < len(layers.doc) else None
    free = token is not None and not any(
        end in layer for layer in (layers.nations, layers.organisations, layers.places)
    )
    if token is not None and free and token.tag_ == "NNP" and token.is_title and not _on_new_line(layers, end):
        return end if _is_institution(layers, end, end + 1) else end + 1
    return end


def _is_name_part(layers: EntityLayers, at: int, *, first: bool) -> bool:
    """True for a capital word, an initial, or later a particle or hyphen, in no other entity."""
    token = layers.doc[at]
    if any(at in layer for layer in (layers.nations, layers.organisations, layers.places)):
        return False
    if _INITIAL.match(token.text):
        return True
    if not first and (token.lower_ in PARTICLES or token.text == "-"):
        return True
    named = token.tag_ in {"NNP", "NNPS", "FW"} and token.text[0].isupper()
    return named and any(char.islower() for char in token.text)


def _is_institution(layers: EntityLayers, start: int, end: int) -> bool:
    """True if a word of a would-be name is a body's noun or never a name, or its only word no proper noun."""
    doc = layers.doc
    if any(doc[at].lower_ in BODY_HEADS or doc[at].lower_ in NOT_NAMES for at in range(start, end)):
        return True
    if end - start > 1 or start in layers.people:
        return False
    return doc[start].pos_ != "PROPN" or len(doc[start].text) < 2
