"""Status: how far a pledge or a movement of troops has got.

1. what somebody is asked to give is requested;
2. what a bill gives is approved if the bill passed, else requested;
3. a verb in the future moves the rule's status back: delivered to pledged, sent to planned.
"""

from __future__ import annotations

from typing import Literal, get_args

from spacy.tokens import Token

from factx.facts.cues import CUES
from factx.facts.rule_file import Rule
from factx.facts.slots.factuality import is_future
from factx.facts.words import has_lemma
from factx.model import PREDICATES, ancestors

FUTURE_STATUS = {"delivered": "pledged", "sent": "planned"}
Askable = Literal["pledged", "delivered", "approved"]
"""Statuses that what somebody is asked to give has not reached."""
ASKABLE = frozenset(get_args(Askable))


def status_of(rule: Rule, trigger: Token) -> str | None:
    """Return the rule's status, moved back where the sentence says so; None for rules without."""
    if rule.status is None:
        return None
    if rule.status in ASKABLE and is_asked(trigger):
        return "requested"
    bill = trigger.head
    if trigger.dep_ == "acl:relcl" and has_lemma(bill, CUES["bill"]):
        return "approved" if has_lemma(bill.head, CUES["pass"]) else "requested"
    verb = next((token for token in ancestors(trigger) if token.pos_ in PREDICATES), trigger)
    if rule.status in FUTURE_STATUS and is_future(verb):
        return FUTURE_STATUS[rule.status]
    return rule.status


def is_asked(trigger: Token) -> bool:
    """True if somebody is asked to give: "urged donors to give", "is being asked to provide"."""
    return trigger.dep_ in {"xcomp", "ccomp", "advcl"} and has_lemma(trigger.head, CUES["asking"])
