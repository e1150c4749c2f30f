"""What a verb tells of a bill, of the sums that the reader alone finds in it."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc

from factx.base import FactMention, Spans
from factx.facts.counts.counted import Counted
from factx.facts.kinds import PLEDGE
from factx.facts.money.amid import amid_frame
from factx.facts.phrases import characters
from factx.facts.reader.filler_words import FillerWords
from factx.facts.slots.bill import Bill, told_bill
from factx.facts.slots.requests import party


def told_of_bill(item: Counted, kind: str) -> Bill | None:
    """Return what a verb says became of the bill that a sum is in, or None."""
    return told_bill(amid_frame(item), item) if kind == PLEDGE and item.amount.kind == "money" else None


def with_decider(doc: Doc, fact: FactMention, bill: Bill, fillers: FillerWords) -> FactMention:
    """Return a fact with who passed or halted its bill as the agent, or who proposed it as the source."""
    who = None if bill.actor is None else party(bill.actor, Spans())
    span = None if who is None else fillers.words("agent", *who.span)
    at, text = characters(doc, span), fillers.named(span)
    if bill.status == "requested":
        asked = replace(fact, agent=None, agent_text=None)
        return asked if at is None else replace(asked, source=at, source_text=text)
    if at is None:
        return fact
    own = replace(fact, source=None, source_text=None) if fact.source == at else fact
    return replace(own, agent=at, agent_text=text)
