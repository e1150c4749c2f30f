"""Entities of a doc near a place: ``doc.ents`` makes them all anew each time it is asked."""

from __future__ import annotations

from spacy.tokens import Doc, Span

_BEGINS, _GOES_ON = 3, 1
"""spaCy's ENT_IOB of an entity's first token, and of its others."""


def entity_at(doc: Doc, index: int) -> Span | None:
    """The entity that holds the token at an index, which may lie beyond the doc; None if none does.

    >>> import spacy
    >>> doc = spacy.blank("en")("Ana Ruiz left Oslo .")
    >>> doc.ents = [Span(doc, 0, 2, label="PERSON"), Span(doc, 3, 4, label="LOC")]
    >>> entity_at(doc, 1), entity_at(doc, 2), entity_at(doc, 9)
    (Ana Ruiz, None, None)
    """
    if not 0 <= index < len(doc):
        return None
    start = index
    while doc[start].ent_iob == _GOES_ON:
        start -= 1
    if doc[start].ent_iob != _BEGINS or not doc[start].ent_type:
        return None
    end = index + 1
    while end < len(doc) and doc[end].ent_iob == _GOES_ON:
        end += 1
    return Span(doc, start, end, label=doc[start].ent_type)


def entities_in(doc: Doc, start: int, end: int) -> list[Span]:
    """The entities that lie within a range of tokens, in text order.

    >>> import spacy
    >>> doc = spacy.blank("en")("Ana Ruiz left Oslo .")
    >>> doc.ents = [Span(doc, 0, 2, label="PERSON"), Span(doc, 3, 4, label="LOC")]
    >>> entities_in(doc, 0, 5), entities_in(doc, 1, 4)
    ([Ana Ruiz, Oslo], [Oslo])
    """
    begun = (index for index in range(start, end) if doc[index].ent_iob == _BEGINS)
    found = (entity_at(doc, index) for index in begun)
    return [entity for entity in found if entity is not None and entity.end <= end]
