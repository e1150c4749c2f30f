"""What the steps have stored on a doc, as the tables take it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.base import (
    Anaphor,
    EntityMention,
    FactMention,
    OfficialMention,
    QuantityMention,
    TimeMention,
    context_of,
    load_mentions,
)
from factx.measure import ToldSum, evidence_of
from factx.model import text_of
from factx.tables import ArticleMentions

if TYPE_CHECKING:
    from spacy.tokens import Doc


def mentions_of(doc: Doc) -> ArticleMentions:
    """Return the mentions that the steps have stored on a doc, its sentences and its number of words."""
    text = text_of(doc)
    quantities = load_mentions(doc, "factx_quantities", QuantityMention)
    told = [ToldSum.of(amount.start_char, amount.money, amount.text) for amount in quantities]
    return ArticleMentions(
        sentences=[span for span in _sentences(doc, text) if not text[slice(*span)].isspace()],
        words=len(doc) - int(doc.to_array(["IS_SPACE", "IS_PUNCT"]).any(axis=1).sum()),
        quantities=quantities,
        times=load_mentions(doc, "factx_dates", TimeMention),
        entities=load_mentions(doc, "factx_mentions", EntityMention),
        officials=load_mentions(doc, "factx_officials", OfficialMention),
        anaphors=load_mentions(doc, "factx_references", Anaphor),
        facts=load_mentions(doc, "factx_facts", FactMention),
        evidence=evidence_of(doc, context_of(doc), told),
    )


def _sentences(doc: Doc, text: str) -> list[tuple[int, int]]:
    """The character ranges of the sentences; the whole text is one where nothing has parted it."""
    if not doc.has_annotation("SENT_START"):
        return [(0, len(text))]
    return [(sent.start_char, sent.end_char) for sent in doc.sents]
