"""Roles: who acts (agent), of whom or what (object), who gets it (recipient), what for (purpose)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from spacy.tokens import Token

from factx.base import Anaphor
from factx.facts.counted import Counted, noun_classes
from factx.facts.cues import cues
from factx.facts.frames import Frame
from factx.facts.phrases import Filler, noun_phrase
from factx.facts.words import is_any
from factx.model import PREDICATES, children, preposition, subject

ACTORS = frozenset({"PERSON", "ORG", "NORP"})
NAMED = ACTORS | {"LOC"}
HOLDING = frozenset(
    {"have", "station", "keep", "maintain", "command", "mobilise", "mobilize", "place", "position", "field"}
)
TokenSpan = tuple[int, int]
PASSIVE = frozenset({"nsubj:pass", "predicate", "headline"})


def agent(frame: Frame, counted: Counted, references: Sequence[Anaphor], cut: Iterable[int] = ()) -> Filler | None:
    """Who does what the trigger says; None for accidents, storms, diseases and what is not stated."""
    head = _agent_head(frame, counted)
    if head is not None:
        event = _event_between(head, _clause_of(frame.trigger))
        head = head if event is None else perpetrator(event)
    if head is None:
        head = next(filter(None, map(perpetrator, _events_near(frame.trigger))), None)
    if head is None or head.i == counted.top.i:
        return None
    counts_it = counted.top.is_ancestor(head) and not frame.trigger.is_ancestor(head)
    if counts_it and frame.name != "class":
        return None
    return actor(head, references, cut)


def _clause_of(trigger: Token) -> Token:
    """The verb of the clause that a trigger stands in: left in "that left two dead"."""
    return trigger.head if trigger.dep_ == "xcomp" else trigger


def _event_between(head: Token, trigger: Token) -> Token | None:
    """The event that acts rather than a person: the head itself, or the last event noun before a relative clause."""
    if is_any(head, cues("event")):
        return head
    if trigger.head != head:
        return None
    inside = [item for item in head.subtree if head.i < item.i < trigger.left_edge.i]
    return next(
        (item for item in reversed(inside) if item.pos_ in {"NOUN", "PROPN"} and is_any(item, cues("event"))), None
    )


def _events_near(trigger: Token) -> list[Token]:
    """The attacks that a verb's phrases name: "died in the attack", "a bombing killed five"."""
    if trigger.pos_ not in PREDICATES:
        return []
    return [item for item in children(trigger, "obl", "nsubj") if is_any(item, cues("event"))]


def _agent_head(frame: Frame, counted: Counted) -> Token | None:
    token = frame.trigger
    if frame.name in PASSIVE:
        return by_phrase(token) or (_leaver(token, counted) if frame.name == "predicate" else None)
    if frame.name == "class":
        return holder(counted)
    if frame.name in {"self", "toll"}:
        return nominal_agent(token) if is_any(token, cues("act")) else None
    if token.pos_ in PREDICATES:
        return subject(token) if frame.name not in {"nsubj", "obl:among"} else None
    return nominal_agent(token) or (by_phrase(counted.top) if frame.name == "nmod:of" else None) or _responsible(token)


def holder(counted: Counted) -> Token | None:
    """Whose force it is: "the country's 5,000 troops", "19 states had 7,500 troops", "200 U.S. soldiers"."""
    for host in dict.fromkeys((counted.top, counted.noun or counted.top)):
        for item in children(host, "nmod:poss"):
            return item
        for item in children(host, "compound", "amod", "nmod:desc"):
            if item.ent_type_ in {"LOC", "NORP", "ORG"}:
                return item
    verb = counted.top.head
    if counted.top.dep_ == "obj" and verb.lemma_ in HOLDING:
        return subject(verb)
    return None


def perpetrator(event: Token) -> Token | None:
    """Who is behind an attack: claimed, carried out or conducted by, "the Taliban attack", "IS claimed an attack"."""
    for item in [event, *children(event, "acl", "acl:relcl", "appos")]:
        by = by_phrase(item) or _ascribed(item)
        if by is not None and can_act(by):
            return by
    for item in children(event, "nmod:poss", "compound"):
        if item.ent_type_ in {"ORG", "PERSON", "NORP"}:
            return item
    verb = event.head
    if event.dep_ == "obj" and verb.lemma_.lower() in {"claim", "carry", "conduct", "launch", "stage", "mount"}:
        return subject(verb)
    return None


def _ascribed(participle: Token) -> Token | None:
    """For "ascribed to the militia", "blamed on rebels": the militia, rebels."""
    if not is_any(participle, {"ascribe", "attribute", "blame", "pin"}):
        return None
    return next((item for item in children(participle, "obl", "nmod") if preposition(item) in {"to", "on"}), None)


def _responsible(noun: Token) -> Token | None:
    """For "the militia was responsible for the deaths of 12": the militia."""
    head = noun.head
    if (
        noun.dep_ in {"obl", "nmod"}
        and preposition(noun) == "for"
        and head.lemma_ in {"responsible", "blame", "accuse"}
    ):
        return subject(head)
    return None


def by_phrase(token: Token) -> Token | None:
    """The noun of a token's "by …": who arrests, in "arrested by police"."""
    for item in token.children:
        if item.dep_ in {"obl:agent", "obl", "nmod"} and preposition(item) == "by":
            return item
    return None


def _leaver(token: Token, counted: Counted) -> Token | None:
    """For "the gunman left 20 dead", "soldiers shot dead three men": the subject of left, of shot."""
    verb = token.head if token.dep_ == "xcomp" else counted.top.head
    takes = counted.top.dep_ == "obj" and verb.pos_ in PREDICATES and not is_any(verb, cues("report"))
    return subject(verb) if takes or (token.dep_ == "xcomp" and is_any(verb, {"leave"})) else None


def nominal_agent(noun: Token) -> Token | None:
    """Who acts in a noun: "the army's arrest of …", "police killings", "the arrest by rebels"."""
    by = by_phrase(noun)
    if by is not None:
        return by
    for item in children(noun, "nmod:poss", "compound"):
        if item.ent_type_ in ACTORS or is_any(item, cues("body")) or item.ent_type_ == "LOC":
            return item
    return None


def actor(head: Token, references: Sequence[Anaphor], cut: Iterable[int] = ()) -> Filler | None:
    """The phrase of somebody who can act: a person's name where one stands beside the office, else the noun phrase."""
    if head.pos_ == "NUM":
        head = next((item for item in children(head, "nmod") if preposition(item) == "of"), head)
    antecedent = next((item for item in references if item.start_char <= head.idx < item.end_char), None)
    if antecedent is None and not can_act(head):
        return None
    name = _apposed_name(head)
    near = {part.i for item in children(head, "nummod") for part in item.subtree}
    near |= {index for index in cut if head.doc[index].ent_type_ == "DATE" or preposition(head) == "by"}
    span = name if name is not None else noun_phrase(head, without=near)
    return None if span is None else Filler(span, head, antecedent)


def _apposed_name(head: Token) -> TokenSpan | None:
    """For "the director of the agency, Sunita Rao,": the name."""
    if head.ent_type_ == "PERSON":
        return None
    for item in children(head, "appos", "flat"):
        if item.ent_type_ == "PERSON":
            ent = next(ent for ent in head.doc.ents if ent.start <= item.i < ent.end)
            return ent.start, ent.end
    return None


def can_act(head: Token) -> bool:
    """Whether the noun names a person, force, organisation or nation rather than an event or a thing."""
    if head.ent_type_ in NAMED:
        return not any(is_any(item, cues("event")) for item in children(head, "compound"))
    if head.pos_ == "PRON":
        return False
    lemma = head.lemma_.lower()
    if lemma in cues("event") or any(is_any(item, cues("event")) for item in children(head, "compound", "appos")):
        return False
    if head.pos_ == "PROPN":
        return not any(letter.isdigit() for letter in head.text)
    if lemma in cues("body") or head.lower_ in cues("body"):
        return True
    return bool(noun_classes(head) & {"person", "force", "state"})
