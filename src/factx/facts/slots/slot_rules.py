"""Slot rules: which verbs tie an event to its agent; data with checked sentences (``agent.toml``)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from spacy.tokens import Token

from factx.base import RuleError
from factx.facts.slots.actors import by_phrase, doer
from factx.facts.words import has_lemma
from factx.model import PARTICIPLES, RELATIVE_TAGS, child, children, is_negated, is_passive, preposition, subject

KEYS = frozenset({"name", "of", "verbs", "event", "agent", "example"})
PATIENT = "patient"
"""The value of ``agent`` for the object of a verb, or its subject if it is passive ("accused of the murder")."""
CLAIMANT = "claimant"
"""The value of ``agent`` for who claims the noun that ties the event to him ("claimed responsibility for")."""
CLAIMING = frozenset({"admit", "claim"})
SELF = "self"
"""The value of ``event`` for a verb that describes the event's noun ("a blast blamed on rebels")."""


@dataclass(frozen=True, slots=True)
class SlotRule:
    """A verb that ties an event, or what is counted, to its agent.

    ``examples`` are sentences, each with the columns that its fact must have.
    """

    name: str
    of: str
    verbs: frozenset[str]
    event: tuple[str, ...]
    agent: tuple[str, ...]
    examples: tuple[Mapping[str, Any], ...]


@lru_cache(maxsize=1)
def agent_rules() -> tuple[SlotRule, ...]:
    """Return the rules of ``agent.toml``; RuleError names a rule with an unknown or missing key.

    >>> agent_rules()[0].name
    'claims or carries out the attack'
    """
    source = files("factx") / "facts" / "slots" / "agent.toml"
    return tuple(_rule(entry) for entry in tomllib.loads(source.read_text(encoding="utf-8"))["rule"])


def _rule(entry: dict[str, Any]) -> SlotRule:
    if set(entry) != KEYS:
        raise RuleError(f"agent.toml, rule {entry.get('name')!r}: keys are {', '.join(sorted(KEYS))}")
    return SlotRule(
        name=entry["name"],
        of=entry["of"],
        verbs=frozenset(entry["verbs"]),
        event=tuple(entry["event"]),
        agent=tuple(entry["agent"]),
        examples=tuple(entry["example"]),
    )


def agent_of(token: Token, of: str) -> Token | None:
    """Return the agent that a rule for such tokens (attack, description, deaths, count) names, or None."""
    for rule in agent_rules():
        verb = _verb(rule, token) if rule.of == of else None
        if verb is not None and not is_negated(verb):
            return _agent(rule, verb)
    return None


def _verb(rule: SlotRule, token: Token) -> Token | None:
    """Return the verb of a rule to which the token stands as the rule says, or None."""
    if SELF in rule.event:
        return token if has_lemma(token, rule.verbs) else None
    verb = token.head
    if _relation(token) in rule.event and has_lemma(verb, rule.verbs):
        return verb
    return next(filter(None, (_verb_of_clause(rule, clause) for clause in children(token, "acl:relcl"))), None)


def _relation(token: Token) -> str:
    return token.dep_ if token.dep_ not in {"obl", "nmod"} else f"{token.dep_}:{preposition(token)}"


def _verb_of_clause(rule: SlotRule, clause: Token) -> Token | None:
    """Return what ties the noun before a relative clause to its agent, or None.

    "A raid that rebels carried out", "an attack for which they claimed responsibility".
    """
    taken, who = child(clause, "obj"), child(clause, "nsubj")
    if who is None or who.pos_ == "PRON":
        return None
    pronoun = next((item for item in clause.children if item.tag_ in RELATIVE_TAGS and item.i < clause.i), None)
    if pronoun is None or pronoun == taken:
        bare = taken is None or taken == pronoun
        return clause if bare and "obj" in rule.event and has_lemma(clause, rule.verbs) else None
    tied = taken is not None and f"nmod:{preposition(pronoun)}" in rule.event and has_lemma(taken, rule.verbs)
    return taken if tied else None


def _agent(rule: SlotRule, verb: Token) -> Token | None:
    if CLAIMANT in rule.agent:
        return _claimant(verb)
    if "nsubj" in rule.agent:
        return by_phrase(verb) if is_passive(verb) else doer(verb)
    if PATIENT in rule.agent:
        return _patient(verb)
    below = (item for item in children(verb, "obj", "nsubj:pass") for item in item.subtree if item.i > verb.i)
    phrases = [*children(verb, "obl", "obl:agent", "nmod"), *(item for item in below if item.dep_ == "nmod")]
    return next((item for item in phrases if f"obl:{preposition(item)}" in rule.agent), None)


def _patient(verb: Token) -> Token | None:
    """Return who is accused: the object of a verb, what a participle describes, or a passive's subject."""
    described = child(verb.head, "obj") if verb.tag_ in PARTICIPLES else None
    if described is not None and described.right_edge.i + 1 == verb.left_edge.i:
        return described  # "arrested a man wanted in five killings", parsed as what the police want
    return subject(verb) if is_passive(verb) else child(verb, "obj") or subject(verb)


def _claimant(guilt: Token) -> Token | None:
    """Return who claims responsibility, or by whom it was claimed; or None."""
    verb = guilt.head
    if not has_lemma(verb, CLAIMING) or is_negated(verb):
        return None
    return by_phrase(verb) if is_passive(verb) else doer(verb) if guilt.dep_ == "obj" else None
