"""The agent of an event; None for accidents, storms, diseases and what is not stated.

It is decided in this order:

1. the syntactic subject or by-phrase of the trigger, the owner of a nominal one, the holder of a
   force;
2. if that is an event ("the blast killed five"), who is behind it; likewise for an event beside the
   verb;
3. what cannot act, or is what is counted, is no agent;
4. of the phrase, the person's name if one is in apposition.
"""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from factx.base import Anaphor, Spans
from factx.facts.counts.counted import Counted, noun_classes
from factx.facts.cues import CUES, EVENT_WORDS, PREPOSITIONS
from factx.facts.frame import Frame
from factx.facts.giving import GIVING
from factx.facts.phrases import Filler, noun_phrase
from factx.facts.relations import is_nobody, of_them, of_what
from factx.facts.slots.actors import ACTORS, LEAVE, aims_behind, by_phrase, can_act, doer
from factx.facts.slots.culprit import are_one_side, culprit, event_between, guilty, perpetrator
from factx.facts.slots.slot_rules import agent_of
from factx.facts.words import has_lemma
from factx.model import PREDICATES, child, children, entity_at, is_negated, is_passive, preposition, subject

TokenSpan = tuple[int, int]
PASSIVE = frozenset({"nsubj:pass", "predicate", "headline"})
ARMED = EVENT_WORDS["fighter"] | CUES["armed_body"] | GIVING["captor"] | {"soldier"}
"""Who is not of where he is, as "police in Lae" are: "soldiers in the state of Borno" are soldiers."""


def agent(
    frame: Frame, counted: Counted, references: Spans[Anaphor], exclude_tokens: Iterable[int] = ()
) -> Filler | None:
    """Return who does what the trigger says, or None; ``exclude_tokens`` are those of time and place."""
    head = _agent_head(frame, counted)
    event = None if head is None else event_between(head, _clause_of(frame.trigger))
    acts_himself = head is not None and event is None
    if not acts_himself:
        head = (None if event is None else perpetrator(event)) or culprit(frame, counted)
    if head is None or head.i == counted.head.i:
        return None
    if not acts_himself and are_one_side(head, counted.noun or counted.head):
        return None
    counts_it = counted.head.is_ancestor(head) and not frame.trigger.is_ancestor(head)
    if counts_it and frame.name != "class":
        return None
    return actor(head, references, exclude_tokens)


def _clause_of(trigger: Token) -> Token:
    """Return the verb of the trigger's clause: "left" in "that left two dead"."""
    return trigger.head if trigger.dep_ == "xcomp" else trigger


def _agent_head(frame: Frame, counted: Counted) -> Token | None:
    token = frame.trigger
    if frame.name in PASSIVE:
        return _passive_agent(frame, counted)
    if frame.name == "class":
        return holder(counted)
    if frame.name in {"self", "toll"}:
        act = nominal_agent(token) if has_lemma(token, CUES["act"]) else by_phrase(token)
        return act or guilty(token)
    if token.pos_ in PREDICATES:
        return _guilty_or_doer(token) if frame.name not in {"nsubj", "obl:among"} else _who_forces(token, counted)
    found = (
        nominal_agent(token)
        or (_owner_of_deed(token) if frame.name == "nmod:of" else None)
        or _who_with(token)
        or (by_phrase(counted.head) if frame.name == "nmod:of" else None)
        or guilty(token)
    )
    return found or (_host(token) if has_lemma(token, CUES["hosting"]) else None)


def _owner_of_deed(deed: Token) -> Token | None:
    """Return the settlers of "the settlers' killing of two", whom the deed befalls not; or None."""
    owner = child(deed, "nmod:poss")
    return owner if owner is not None and owner.ent_type_ != "DATE" and can_act(owner) else None


def _guilty_or_doer(verb: Token) -> Token | None:
    """Return who admits "a role in killing two", else who does what the verb says."""
    told_as_guilt = verb.dep_ == "acl" and has_lemma(verb.head, CUES["guilt"])
    return (guilty(verb) if told_as_guilt else None) or doer(verb)


def _who_forces(flight: Token, counted: Counted) -> Token | None:
    """Return who made people flee: "rebels forced 90 to flee", "were forced to by rebels"; or None."""
    above = flight.head
    if flight.dep_ != "xcomp" or not has_lemma(above, CUES["forcing"]):
        return None
    if is_passive(above):
        return by_phrase(above) or by_phrase(flight)
    who = doer(above) if child(above, "obj", "iobj") == counted.head else None
    return None if who is None or who.lower_ == "it" else who  # "it", told of last, may be a storm


def _who_with(act: Token) -> Token | None:
    """Return the police that "foiled a plot with the arrest of a Dane"; or None."""
    if act.dep_ != "obl" or preposition(act) != "with" or not has_lemma(act, CUES["act"]):
        return None
    who = None if is_passive(act.head) else subject(act.head)
    return who if who is not None and has_lemma(who, CUES["authority"]) else None


def _host(home: Token) -> Token | None:
    """Return who is home to somebody: "Chad is home to …", "in Chad, home to …"."""
    return home.head if home.dep_ == "appos" else subject(home)


def _passive_agent(frame: Frame, counted: Counted) -> Token | None:
    """Return the by-phrase of a passive or of one that shares it, else who left dead, or has the force."""
    token = frame.trigger
    bare = token.dep_ == "conj" and child(token, "obl") is None
    shares = bare and not has_lemma(token, CUES["passing_away"])  # "were shot by police, and two drowned"
    shared = [*children(token, "conj"), *([token.head] if shares else [])]
    found = by_phrase(token) or next(filter(None, (by_phrase(verb) for verb in shared if is_passive(verb))), None)
    if found is None:
        found = _leaver(token, counted)
    if found is None and has_lemma(token, CUES["posted"]):
        found = agent_of(counted.head, "count") or holder(counted)
    return found


def holder(counted: Counted) -> Token | None:
    """Return whose force it is: "the country's 5,000 troops", "19 states had 7,500 troops", "200 U.S.
    soldiers".
    """
    for host in dict.fromkeys((counted.head, counted.noun or counted.head)):
        for item in children(host, "nmod:poss"):
            return item
        for item in children(host, "compound", "nmod:desc"):
            if item.ent_type_ in {"LOC", "NORP", "ORG"}:
                return item
    owner = agent_of(counted.head, "count") or agent_of(_mission(counted), "count")
    return owner or _who_comes_with(counted.head)


def _who_comes_with(soldiers: Token) -> Token | None:
    """Return the state or unit of "Mali, with 300 men, …", "a column with 60 fighters"; or None."""
    owner = soldiers.head
    if soldiers.dep_ != "nmod" or preposition(soldiers) != "with" or "state" in noun_classes(soldiers):
        return None
    if owner.ent_type_ in {"LOC", "ORG"} and owner.dep_ != "nmod":
        return owner
    return owner if has_lemma(owner, CUES["unit"]) or "force" in noun_classes(owner) else None


def _mission(counted: Counted) -> Token:
    """Return the mission of "keeps a mission of 900 soldiers", else the soldiers."""
    if counted.head.dep_ == "appos":
        return counted.head.head  # "has yet to send the second batch, 90 soldiers"
    whole = of_what(counted.head) if "force" in counted.classes else None
    is_body = whole is not None and has_lemma(whole, EVENT_WORDS["company"] | CUES["mission"])
    return whole if whole is not None and is_body else counted.head


def _leaver(token: Token, counted: Counted) -> Token | None:
    """Return the subject of "left" ("left 20 dead and two hurt") or "shot" ("shot dead three men")."""
    verb = token.head if token.dep_ == "xcomp" else counted.head.head
    if token.dep_ == "xcomp" and is_passive(verb) and has_lemma(verb, LEAVE):
        return by_phrase(verb)
    takes = counted.head.dep_ == "obj" and verb.pos_ in PREDICATES and has_lemma(verb, CUES["leaving"])
    if takes or (token.dep_ == "xcomp" and has_lemma(verb, LEAVE)):
        return subject(verb)
    left = _left_before(token) if token.dep_ == "conj" else None
    return None if left is None else subject(left)


def _left_before(second: Token) -> Token | None:
    """Return the "left" of "left 20 dead and two hurt", whatever of it the second hangs on; or None."""
    for verb in (second.head, second.head.head):
        results = children(verb, "xcomp") if has_lemma(verb, LEAVE) else []
        if any(item.i < second.i for item in results) and child(second, "aux", "aux:pass") is None:
            return verb
    return None


def nominal_agent(noun: Token) -> Token | None:
    """Return who acts in a noun: "the army's arrest of …", "police killings", "the arrest by rebels"."""
    by = by_phrase(noun)
    if by is not None:
        return by
    for item in children(noun, "nmod:poss", "compound"):
        if item.ent_type_ in ACTORS or has_lemma(item, CUES["body"]) or item.ent_type_ == "LOC":
            return item
    return None


def actor(head: Token, references: Spans[Anaphor], exclude_tokens: Iterable[int] = ()) -> Filler | None:
    """Return the phrase of somebody who can act: the name beside an office, else the noun phrase; or None."""
    if head.pos_ == "NUM":
        head = of_them(head) or head
    antecedent = next(iter(references.overlapping(head.idx, head.idx + 1)), None)
    if is_nobody(head) or (antecedent is None and not can_act(head)):
        return None
    name = (head.i, head.i + 1) if head.tag_ == "PRP$" else _apposed_name(head)
    span = name if name is not None else noun_phrase(head, without=_apart(head, set(exclude_tokens)))
    return None if span is None else Filler(span, head, antecedent)


def _apart(head: Token, excluded: set[int]) -> set[int]:
    """Return the tokens in a phrase that are no part of who acts: numbers, days, places, sums."""
    branches = children(head, "nummod")
    branches += [item for item in children(head, "conj", "appos", "nmod") if is_negated(item)]
    branches += [item for item in children(head, "conj", "appos") if _is_of_money(item)]
    branches += [item for item in children(head, "nmod") if _brings(item)]
    branches += [item for item in children(head, "amod") if item.i > head.i]  # "a militia loyal to him"
    branches += aims_behind(head) if preposition(head) == "by" else []
    found = {part.i for item in branches for part in item.subtree}
    found |= {index for index in excluded if head.doc[index].ent_type_ == "DATE"}
    apart = has_lemma(head, ARMED) or preposition(head) in {"by", "with"} or _is_in_land(head)
    return found | _whereabouts(head, excluded) if apart else found


def _is_in_land(head: Token) -> bool:
    """True for "rangers in the county of Kitui", not for "rangers in Lae", authorities in a state."""
    return not has_lemma(head, CUES["body"]) and any(
        preposition(item) == "in" and any(inner.ent_type_ == "LOC" for inner in children(item, "nmod"))
        for item in children(head, "nmod")
    )


def _brings(item: Token) -> bool:
    """True for the fighters of "a column with 60 fighters"."""
    return preposition(item) == "with" and child(item, "nummod") is not None


def _is_of_money(item: Token) -> bool:
    """True for the sum, or the next giver with one, in a list without verbs: "Oman, $4m; Kuwait, $2m"."""
    return any(part.ent_type_ == "MONEY" for part in item.subtree)


def _whereabouts(head: Token, places: set[int]) -> set[int]:
    """Return the tokens of a by-phrase that say where: "by police in the town of Kano"."""
    found = set(places)
    for item in children(head, "nmod"):
        inside = {part.i for part in item.subtree}
        if inside & places and preposition(item) in PREPOSITIONS["whereabouts"]:
            found |= inside
    return found


def _apposed_name(head: Token) -> TokenSpan | None:
    """Return the name in "the director of the agency, Sunita Rao,", or None."""
    if head.ent_type_ == "PERSON":
        return None
    return apposed_person(head)


def apposed_person(head: Token) -> TokenSpan | None:
    """Return the name in apposition, also behind a title: "the minister, Dato Aziz Rahman,"; or None."""
    for item in children(head, "appos", "flat"):
        titled = (entity_at(head.doc, part.i) for part in [item, *children(item, "flat", "appos", "nmod:desc")])
        person = next((name for name in titled if name is not None and name.label_ == "PERSON"), None)
        if person is not None:
            return person.start, person.end
    return None
