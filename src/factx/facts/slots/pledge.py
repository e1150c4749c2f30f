"""Pledges: sums of money given for somebody else's benefit, kept apart from prices, fines and revenue."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from spacy.tokens import Doc, Token

from factx.base import Anaphor
from factx.facts.counted import Counted, word_classes
from factx.facts.cues import cues
from factx.facts.frames import Frame
from factx.facts.phrases import characters, filled, noun_phrase, text_of
from factx.facts.slots import agent as roles
from factx.facts.slots import object as objects
from factx.facts.slots import transfer as gifts
from factx.facts.slots.status import is_asked
from factx.facts.words import is_any
from factx.model import PREDICATES, ancestors, children, is_passive, preposition, subject


def sum_features(frame: Frame, counted: Counted) -> frozenset[str]:
    """gift, price: the classes of the sum's nouns; recipient, purpose: whether one is stated; benefit: any of these."""
    verb = verb_of(frame)
    nouns = gifts.gift_nouns(counted, verb)
    found = set(gifts.gift_classes(nouns)) & {"gift", "price"}
    if is_on_the_books(verb, nouns):
        found.add("price")
    goal = gifts.recipient(verb, nouns, counted)
    taken = verb is not None and is_any(verb, gifts.RECEIVING) and gifts.giver(verb, None, ()) is None
    if (
        goal is not None
        and not taken
        and (roles.can_act(goal) or goal.ent_type_ == "LOC" or is_any(goal, cues("venue")))
    ):
        found.add("recipient")
    if gifts.purpose(counted.top.doc, verb, nouns) is not None:
        found.add("purpose")
    if found & {"gift", "recipient"} or (verb is not None and gifts.asked(verb, counted, ()) is not None):
        found.add("benefit")
    return frozenset(found)


def is_on_the_books(verb: Token | None, nouns: Sequence[Token]) -> bool:
    """Whether a loan is a lender's or borrower's business: outstanding, bad, repaid, refinanced."""
    if verb is not None and is_any(verb, cues("ledger")):
        return True
    return any(is_any(item, cues("ledger")) for noun in nouns for item in children(noun, "amod", "compound"))


def verb_of(frame: Frame) -> Token | None:
    """The verb of a frame, or the verb above its noun."""
    return next((token for token in ancestors(frame.trigger) if token.pos_ in PREDICATES), None)


def pledge_slots(
    doc: Doc,
    frame: Frame,
    counted: Counted,
    references: Sequence[Anaphor],
    status: str | None,
    cut: Iterable[int] = (),
) -> dict[str, Any]:
    """Agent, object, recipient and purpose of a pledge; of a request also its source, who asks."""
    verb = verb_of(frame)
    nouns = gifts.gift_nouns(counted, verb)
    given_nouns = [noun for noun in nouns if "gift" in word_classes(noun.lemma_.lower())]
    given = given_nouns[0] if given_nouns else None
    giver = gifts.giver(verb, given, references)
    slots: dict[str, Any] = {}
    if verb is not None and is_asked(verb):
        asker = None if is_passive(verb.head) else subject(verb.head)
        slots |= filled(doc, "source", None if asker is None else roles.actor(asker, references))
    elif status == "requested" and verb is not None:
        slots |= filled(doc, "source", giver)
        giver = gifts.asked(verb, counted, references)
    gapped = gifts.gapped_giver(counted)
    slots |= filled(doc, "agent", giver if gapped is None else roles.actor(gapped, references))
    goal = gifts.recipient(verb, nouns, counted)
    if goal is not None:
        span = noun_phrase(goal, without=_purposes(goal) | set(cut))
        slots["recipient"] = characters(doc, span)
        slots["recipient_text"] = text_of(doc, span)
        if goal.ent_type_ == "LOC":
            slots["place"] = text_of(doc, span)
    if given is not None:
        without = objects.amount_tokens(counted) | _purposes(given) | objects.loose_tokens(given)
        slots["object"] = text_of(doc, noun_phrase(given, without=without))
    slots["purpose"] = text_of(doc, gifts.purpose(doc, verb, nouns))
    return slots


def _purposes(noun: Token) -> set[int]:
    """The tokens of what a noun is for or goes to: they fill slots of their own."""
    cut = {"for", "to", "towards", "toward", "from"}
    return {part.i for item in children(noun, "nmod", "obl") if preposition(item) in cut for part in item.subtree}
