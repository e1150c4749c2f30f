"""Who gives, gets or acts, in the form in which two names of one can be told to be one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache

from factx.base import EntityMention, Fact, Mention, content_id
from factx.claims.wording import CLASSES
from factx.who import body_named, key_of_body, nations

ENTITY = "="
"""What marks the id of an entity among the words of a party."""
_WORD = re.compile(r"\w+")


def distinctive_words(text: str | None) -> frozenset[str]:
    """Return the words that identify a place or an actor, in lower case.

    >>> sorted(distinctive_words("the city of San Pedro"))
    ['pedro', 'san']
    """
    return frozenset(_WORD.findall((text or "").lower())) - CLASSES["undistinctive"]


@lru_cache(maxsize=10_000)
def actor_words(text: str | None, entity: str | None, state: str | None = None) -> frozenset[str]:
    """The words of an actor, for a nation's names its code, its entity, and the state that it acts for.

    >>> sorted(actor_words("Kenyan police", None)), sorted(actor_words("Police in Kenya", "e1"))
    (['KEN', 'police'], ['=e1', 'KEN', 'police'])
    """
    rest, codes = text or "", set()
    for named in nations.find_nations(rest):
        if named.iso3:
            codes.add(named.iso3)
            rest = rest.replace(named.text, " ")
    words = distinctive_words(rest) | codes | ({state} if text and state else set())
    return words | {ENTITY + entity} if entity else words


def filed_as(state: str | None, words: frozenset[str]) -> list[str]:
    """The keys of a party: its state, else its entity, which has several names ("EU"), and its words.

    >>> filed_as("KEN", frozenset({"KEN"})), filed_as(None, frozenset({"=e1", "eu"})), filed_as(None, frozenset())
    (['KEN'], ['=e1', 'eu'], [])
    """
    if state:
        return [state]
    entities = sorted(word for word in words if word.startswith(ENTITY))
    named = " ".join(sorted(words.difference(entities)))
    return [*entities, *filter(None, [named])]


def full_names(mentions: Iterable[Mention], named: Iterable[EntityMention]) -> dict[str, str]:
    """Return the names of the organisations of an article by their ids; ``named`` goes with ``mentions``.

    >>> bank = EntityMention(0, 10, "World Bank", "organisation", "organisation:world bank", "World Bank", None, "name")
    >>> full_names([Mention(entity_id="e1")], [bank])
    {'e1': 'World Bank'}
    """
    pairs = zip(mentions, named, strict=False)
    return {row.entity_id: item.name for row, item in pairs if row.entity_id and item.type == "organisation"}


def with_full_parties(fact: Fact, names: Mapping[str, str]) -> Fact:
    """Return a fact whose parties go by their full names, where it has a short one: "the Bank".

    >>> with_full_parties(Fact(agent="Bank", agent_id="e1"), {"e1": "World Bank"}).agent
    'World Bank'
    """
    agent = _in_full(fact.agent, names.get(fact.agent_id or ""))
    recipient = _in_full(fact.recipient, names.get(fact.recipient_id or ""))
    is_known = (agent, recipient) == (fact.agent, fact.recipient)
    return fact if is_known else replace(fact, agent=agent, recipient=recipient)


def _in_full(text: str | None, name: str | None) -> str | None:
    """The full name for its end ("Bank"); that of a known body also for another noun ("lender")."""
    if text is None or name is None:
        return text
    is_its_end = name.lower().endswith(f" {text.lower()}")
    return name if is_its_end or (text.islower() and body_named(name)) else text


@lru_cache(maxsize=10_000)
def full_name(text: str, entity: str | None) -> str:
    """The name of a known body that a party is told to be by an alias; else its words.

    >>> full_name("EU", content_id("entity", key_of_body("European Union"))), full_name("EU", None)
    ('European Union', 'EU')
    """
    body = body_named(text) if entity else None
    return body.name if body and content_id("entity", key_of_body(text)) == entity else text
