"""Requests for a sum: who asks, and who is asked."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc, Token

from factx.base import Anaphor, Spans
from factx.facts.counts.counted import Counted, noun_classes
from factx.facts.cues import CUES, PREPOSITIONS
from factx.facts.giving import GIVING, PARTIES, is_request
from factx.facts.participants import Argument, argument_at
from factx.facts.phrases import Filler, noun_phrase
from factx.facts.slots.agent import actor
from factx.facts.slots.attribution import name_of
from factx.facts.slots.recipient_phrase import onward_tokens
from factx.facts.slots.sought import owner
from factx.facts.words import has_lemma
from factx.model import child, children, is_passive, preposition, subject

TOLD_CLAUSES = frozenset({"ccomp", "parataxis"})
GIVERS = frozenset({"LOC", "ORG"})


def is_of_request(trigger: Token, status: str | None) -> bool:
    """True for what a noun of asking is about: "a plea for $4m"."""
    return status == "requested" and is_request(trigger)


def of_request(request: Token, counted: Counted, references: Spans[Anaphor]) -> tuple[Filler | None, Argument | None]:
    """Return who is asked, and who asks."""
    asker = owner(request)
    who = None if asker is None else party(asker, references)
    return _asked_by(request, asker, counted, references), named(counted.head.doc, who)


def party(head: Token, references: Spans[Anaphor]) -> Filler | None:
    """Return who gives, asks or decides: somebody who can act, a public body, chamber or lender."""
    found = actor(head, references)
    if found is not None or not has_lemma(head, PARTIES):
        return found
    span = noun_phrase(head)
    return None if span is None else Filler(span, head)


def named(doc: Doc, who: Filler | None) -> Argument | None:
    """Return who asks or proposes by name, where there is one: "Senator Ana Holm" is "Ana Holm"."""
    if who is None:
        return None
    return argument_at(doc, who.span if who.head.pos_ == "PRON" else name_of(doc, who.head))


def needy(verb: Token | None) -> Token | None:
    """Return who is in need as another says: "the envoy said Chad needed $2m"; or None."""
    if verb is None or is_passive(verb) or not has_lemma(verb, GIVING["in_need"]):
        return None
    said = verb.head if verb.dep_ in TOLD_CLAUSES else child(verb, "parataxis")
    if said is None or not has_lemma(said, CUES["report"]) or subject(said) is None:
        return None
    who = subject(verb)
    return who if who is not None and _is_aided(who) else None


def _is_aided(who: Token) -> bool:
    """True for a place, a public body and many of a kind, not for a firm or one man."""
    if has_lemma(who, GIVING["business"] | GIVING["business_part"]):
        return False
    bodies = GIVING["settled"] | GIVING["public"] | GIVING["charity"] | CUES["venue"]
    return who.ent_type_ == "LOC" or who.tag_ == "NNS" or has_lemma(who, bodies)


def asked(verb: Token, counted: Counted, references: Spans[Anaphor]) -> Filler | None:
    """Return who is asked to give: "from the city", "urged donors to give", "appealed to the world"."""
    of_sum = [item for item in children(counted.head, "nmod") if preposition(item) == "from"]
    for item in [*children(verb, "obl", "nmod", "obj", "iobj"), *of_sum]:
        case = preposition(item)
        object_of_asking = case is None and item.dep_ in {"obj", "iobj"} and _may_give(item)
        if case in PREPOSITIONS["asked"] or object_of_asking:
            found = party(item, references)
            if found is not None:
                span = noun_phrase(item, without=onward_tokens(item)) if found.span[0] <= item.i else None
                return found if span is None else replace(found, span=span)
    return None


def _asked_by(noun: Token, asker: Token | None, counted: Counted, references: Spans[Anaphor]) -> Filler | None:
    """Return who is asked in a request: "a request for $9m from the county", "an appeal to donors"."""
    of_sum = [item for item in children(counted.head, "nmod") if preposition(item) == "from"]
    of_noun = [item for item in children(noun, "nmod") if preposition(item) in {"from", "to"}]
    return next(filter(None, (party(item, references) for item in (*of_noun, *of_sum) if item != asker)), None)


def _may_give(item: Token) -> bool:
    votes = has_lemma(item, GIVING["chamber"] | GIVING["public"])
    return votes or item.ent_type_ in GIVERS or bool(noun_classes(item) & {"state", "person"})
