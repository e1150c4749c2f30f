"""Agents whose place in the sentence leaves no doubt, though the reader may not know it."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from factx.base import FactMention
from factx.facts.counts.counted import noun_classes, noun_over
from factx.facts.giving import GIVING
from factx.facts.kinds import DISPLACED, HARMED, PLEDGE, TROOPS
from factx.facts.slots.actors import LEAVE, is_craft_attacking
from factx.facts.words import has_lemma
from factx.model import child, preposition, tokens_between

PEOPLE = frozenset({"person", "force", "wrongdoer"})
"""Classes of nouns for those who kill."""


def is_plain_agent(doc: Doc, agent: Token, fact: FactMention) -> bool:
    """True for who is behind "by", who leaves some dead, a craft, a unit, a bank and its loan."""
    if fact.kind == PLEDGE and fact.agent == fact.source and has_lemma(agent, GIVING["lender"]):
        return True
    if fact.kind == TROOPS and _has_with_it(doc, agent, fact):
        return True
    if fact.kind in HARMED and _leaves(agent):
        return True
    return _is_by(agent, fact.kind) or is_craft_attacking(agent)


def _leaves(agent: Token) -> bool:
    """True for the gunman of "the gunman left two dead and nine hurt"; a name may be a storm's."""
    if not noun_classes(agent) & PEOPLE:
        return False
    return agent.dep_ == "nsubj" and has_lemma(agent.head, LEAVE) and child(agent.head, "xcomp") is not None


def _has_with_it(doc: Doc, agent: Token, fact: FactMention) -> bool:
    """True for the column of "a column with 60 fighters"."""
    amount = tokens_between(doc, fact.start_char, fact.end_char).root
    soldiers = noun_over(amount)
    return soldiers.head == agent and soldiers.dep_ == "nmod" and preposition(soldiers) == "with"


def _is_by(agent: Token, kind: str) -> bool:
    """True for who is behind a place ("lent to Lae by Oslo", parsed as Lae's), or takes people in."""
    behind_place = agent.dep_ == "nmod" and agent.head.ent_type_ == "LOC"
    return preposition(agent) == "by" and (behind_place or kind == DISPLACED)
