"""Who gives, gets or acts, in the form in which two names of one can be told to be one."""

from __future__ import annotations

import re
from functools import lru_cache

from factx.base import content_id
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


@lru_cache(maxsize=10_000)
def full_name(text: str, entity: str | None) -> str:
    """The name of a known body that a party is told to be by an alias; else its words.

    >>> full_name("EU", content_id("entity", key_of_body("European Union"))), full_name("EU", None)
    ('European Union', 'EU')
    """
    body = body_named(text) if entity else None
    return body.name if body and content_id("entity", key_of_body(text)) == entity else text
