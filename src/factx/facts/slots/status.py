"""Status: how far a pledge or a movement of troops has got."""

from __future__ import annotations

from spacy.tokens import Token

from factx.facts.cues import cues
from factx.facts.rule_file import Rule
from factx.facts.slots.attribution import is_future
from factx.facts.words import is_any
from factx.model import PREDICATES, ancestors

FUTURE_STATUS = {"delivered": "pledged", "sent": "planned"}
ASKABLE = frozenset({"pledged", "delivered", "approved"})
ASKING = frozenset({"ask", "urge", "call", "request", "beg", "implore", "appeal"})


def status_of(rule: Rule, trigger: Token) -> str | None:
    """The rule's status, moved back to promised or planned where the verb stands in the future."""
    if rule.status is None:
        return None
    if rule.status in ASKABLE and is_asked(trigger):
        return "requested"
    bill = trigger.head
    if trigger.dep_ == "acl:relcl" and is_any(bill, cues("bill")):
        return "approved" if is_any(bill.head, cues("pass")) else "requested"
    verb = next((token for token in ancestors(trigger) if token.pos_ in PREDICATES), trigger)
    if rule.status in FUTURE_STATUS and is_future(verb):
        return FUTURE_STATUS[rule.status]
    return rule.status


def is_asked(trigger: Token) -> bool:
    """Whether somebody is asked to give: "urged donors to give", "is being asked to provide"."""
    return trigger.dep_ in {"xcomp", "ccomp", "advcl"} and is_any(trigger.head, ASKING)
