"""The doc's entities made to agree with the mentions found: lexicons overrule the model's labels and borders."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from factx.findings import Named

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

_LABELS = {"person": "PERSON", "organisation": "ORG", "place": "LOC"}
_NAMES = frozenset({"PERSON", "ORG", "LOC", "NORP", "FAC", "MISC", "PRODUCT"})


def set_entities(doc: Doc, found: Sequence[Named]) -> None:
    """Set ``doc.ents``: mentions first, the longer where two overlap, then the model's entities where room is left."""
    from spacy.tokens import Span

    wanted: list[Span] = []
    for named in found:
        span = doc.char_span(named.start, named.end, alignment_mode="expand")
        if span is not None:
            wanted.append(Span(doc, span.start, span.end, label=_label(doc, named, span)))
    model = list(doc.ents)
    taken: set[int] = set()
    kept: list[Span] = []
    longer = [ent for ent in model if ent.label_ in {"ORG", "FAC", "MISC", "PRODUCT"}]
    ranked = sorted(wanted, key=lambda span: (span.start - span.end, span.start))
    for span in [*_outgrown(longer, ranked), *ranked, *model]:
        if not any(position in taken for position in range(span.start, span.end)):
            kept.append(span)
            taken.update(range(span.start, span.end))
    doc.ents = sorted(kept, key=lambda span: span.start)


def _outgrown(longer: Sequence[Span], wanted: Sequence[Span]) -> list[Span]:
    """The model's entities that hold a nation's name as a part ("Royal Malaysia Police"): they stay whole."""
    found = []
    for ent in longer:
        inside = [span for span in wanted if ent.start <= span.start and span.end <= ent.end]
        if inside and all(len(span) < len(ent) and span.label_ in {"LOC", "NORP"} for span in inside):
            found.append(ent)
    return found


def _label(doc: Doc, named: Named, span: Span) -> str:
    if named.type == "nation":
        return "NORP" if named.linked_by == "demonym" else "LOC"
    if named.type == "place" and any(ent.label_ == "FAC" and ent.start == span.start for ent in span.ents):
        return "FAC"
    return _LABELS[named.type]
