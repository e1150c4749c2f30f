"""The doc's entities, made to agree with the mentions: lexicons overrule the model."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from factx.base import EntityMention

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

_LABELS = {"person": "PERSON", "organisation": "ORG", "place": "LOC"}
_LONGER = frozenset({"ORG", "FAC", "MISC", "PRODUCT"})


def set_entities(doc: Doc, found: Sequence[EntityMention]) -> None:
    """Set ``doc.ents``: mentions first, the longer of two that overlap, then the model's where free."""
    from spacy.tokens import Span

    model = list(doc.ents)
    facilities = {ent.start for ent in model if ent.label_ == "FAC"}
    wanted: list[Span] = []
    for named in found:
        span = doc.char_span(named.start_char, named.end_char, alignment_mode="expand")
        if span is not None:
            label = "FAC" if named.type == "place" and span.start in facilities else _label(named)
            wanted.append(Span(doc, span.start, span.end, label=label))
    ranked = sorted(wanted, key=lambda span: (span.start - span.end, span.start))
    kept: list[Span] = []
    taken: set[int] = set()
    for span in [*_outgrown(model, wanted), *ranked, *model]:
        if taken.isdisjoint(range(span.start, span.end)):
            kept.append(span)
            taken.update(range(span.start, span.end))
    doc.ents = sorted(kept, key=lambda span: span.start)


def _outgrown(model: Sequence[Span], wanted: Sequence[Span]) -> list[Span]:
    """The model's entities that hold a nation's name as a part ("Royal Malaysia Police"): they stay whole."""
    begun: dict[int, list[Span]] = {}
    for span in wanted:
        begun.setdefault(span.start, []).append(span)
    found = []
    for ent in model:
        if ent.label_ not in _LONGER:
            continue
        inside = [span for at in range(ent.start, ent.end) for span in begun.get(at, ()) if span.end <= ent.end]
        if inside and all(len(span) < len(ent) and span.label_ in {"LOC", "NORP"} for span in inside):
            found.append(ent)
    return found


def _label(named: EntityMention) -> str:
    if named.type == "nation":
        return "NORP" if named.linked_by == "demonym" else "LOC"
    return _LABELS[named.type]
