"""What the reader may not put into a slot: words of the amount, of other persons, sums and events."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from factx.base import FactMention
from factx.facts.counts.counted import noun_over
from factx.facts.counts.parts import is_of_part
from factx.facts.cues import DEEDS, FUNCTION_WORDS
from factx.facts.giving import has_own_goal
from factx.facts.kinds import BEFALLEN, HARMED, MEMBERS, PLEDGE, TROOPS
from factx.facts.phrases import characters, text_of
from factx.facts.reader.bystanders import (
    accuses,
    acts_elsewhere,
    are_own_losses,
    are_those_counted,
    is_beside_accident,
    is_bystander,
)
from factx.facts.reader.filler_words import ROLES
from factx.facts.reader.reader import Guess
from factx.facts.relations import verb_over
from factx.facts.slots.actors import is_storm
from factx.facts.slots.affected import is_elsewhere
from factx.facts.slots.event_time import is_around_relative
from factx.facts.slots.gift import is_of_other_sum
from factx.facts.slots.informants import speaks_of_another
from factx.facts.slots.other_times import (
    is_far_from_gift,
    is_of_answer,
    is_of_clause_beside,
    is_of_onset,
    is_of_past_clause,
    is_of_something_else,
    is_of_telling,
    is_said_of_them,
)
from factx.facts.slots.scope import are_days_apart, is_ground, path_to, way_to
from factx.facts.words import has_lemma
from factx.model import SUBJECTS, child, children, first_conjunct, is_negated, tokens_between

WITH_SUMS = frozenset({"object", "recipient", "purpose"})
"""Slots of a gift that stand beside its sum, and not beside another's."""
OF_EVENTS = frozenset({"time", "location", "agent"})
"""Slots that two events of one sentence do not share if days lie between them."""


def is_no_filler(doc: Doc, name: str, fact: FactMention, filler: Guess) -> bool:
    """True for what is denied, of the amount itself, of some of those counted, or of another event."""
    if filler.span is None:
        return False
    words = doc[slice(*filler.span)].root
    return (
        is_negated(words)  # "Chile, and not Peru"
        or (words.pos_ == "VERB" and child(words, "nsubj") is not None)  # a whole clause
        or (name in ROLES and _is_no_party(doc, name, fact, filler.span))
        or (name == "object" and _is_no_object(doc, fact, filler.span))
        or (name == "location" and _has_force_elsewhere(doc, fact, filler.span))
        or (fact.kind == PLEDGE and name in WITH_SUMS and _is_of_other_sum(doc, fact, filler.span))
        or (name in OF_EVENTS and _is_of_another(doc, name, fact, filler.span))
    )


def _is_no_object(doc: Doc, fact: FactMention, span: tuple[int, int]) -> bool:
    return _is_of_some(doc, span) or text_of(doc, span) == fact.purpose


def _is_no_party(doc: Doc, name: str, fact: FactMention, span: tuple[int, int]) -> bool:
    """True for words of the amount, and for who says something else than the fact."""
    told = tokens_between(doc, fact.start_char, fact.end_char).root
    says_else = name == "source" and speaks_of_another(doc[slice(*span)].root, told)
    return says_else or _is_of_amount(doc, fact, span)


def _is_of_amount(doc: Doc, fact: FactMention, span: tuple[int, int]) -> bool:
    """True for words of the amount itself, as the adjective in "$3m Canadian"."""
    offsets = characters(doc, span)
    return offsets is not None and fact.start_char <= offsets[0] <= offsets[1] <= fact.end_char


def _is_of_some(doc: Doc, span: tuple[int, int]) -> bool:
    """True for what only some of those counted are: "killed 12, five of them children"."""
    before = doc[span[0] - 1] if span[0] else None
    return before is not None and before.pos_ == "PRON" and before.lower_ in FUNCTION_WORDS["of_whom"]


def _has_force_elsewhere(doc: Doc, fact: FactMention, span: tuple[int, int]) -> bool:
    """True for who has a force, which is somewhere else."""
    return fact.kind == TROOPS and fact.agent is not None and characters(doc, span) == fact.agent


def _is_of_other_sum(doc: Doc, fact: FactMention, span: tuple[int, int]) -> bool:
    """True for what stands beside another sum: the nurses of "$5m to nurses and $3m to rebuild a dam"."""
    words, own = doc[slice(*span)].root, tokens_between(doc, fact.start_char, fact.end_char).root
    behind_first = has_own_goal(own) and first_conjunct(own).i < words.i < own.i
    return behind_first or is_of_other_sum(words, range(fact.start_char, fact.end_char))


def _is_of_another(doc: Doc, name: str, fact: FactMention, span: tuple[int, int]) -> bool:
    """True for the place of a charge, a seat or a hospital, for who cannot act, and what is of other days."""
    amount = tokens_between(doc, fact.start_char, fact.end_char).root
    words = doc[slice(*span)].root
    counted = noun_over(amount)
    if name == "time" and _is_when_else(fact, words, counted):
        return True
    if name == "agent" and _is_no_doer(words, fact.kind, amount):
        return True
    if name == "agent" and (are_own_losses(fact.kind, amount) or accuses(words, amount)):
        return True
    if name != "agent" and is_of_part(counted, words):
        return True
    if name == "location" and fact.kind in HARMED and _is_said_of(words, counted):
        return True
    if name == "location" and (is_elsewhere(words, amount) or is_storm(words)):
        return True
    return are_days_apart(words, amount)


def _is_said_of(phrase: Token, counted: Token) -> bool:
    """True for the day and place of what is said of them: "two killed in the blast were buried in Lae"."""
    clauses = children(counted, "acl", "acl:relcl")
    return any(has_lemma(clause, DEEDS) and is_said_of_them(phrase, clause) for clause in clauses)


def _is_no_doer(who: Token, kind: str, amount: Token) -> bool:
    """True for who does nothing in an event, is counted, or acts beside an accident."""
    beside = kind in BEFALLEN and (is_beside_accident(who, amount) or acts_elsewhere(who, amount))
    return beside or is_bystander(who, kind) or are_those_counted(who, amount)


def _is_when_else(fact: FactMention, time: Token, counted: Token) -> bool:
    """True for a time of what a body does, an aftermath, an answer, of telling, of a clause around."""
    if is_of_something_else(fact.kind, time, counted) or is_of_telling(fact.kind, time, counted):
        return True
    if is_of_onset(time, counted) or _is_of_described(time, counted):
        return True
    way = path_to(time, counted)
    if fact.kind == MEMBERS:
        return way is None or is_of_clause_beside(way, counted)
    if fact.kind == PLEDGE:
        return way is None or is_far_from_gift(way) or _is_of_clause_around(time, counted)
    if is_of_answer(time, counted) or (fact.kind in BEFALLEN and _is_said_of(time, counted)):
        return True
    return _is_of_clause_around(time, counted)


def _is_of_described(time: Token, counted: Token) -> bool:
    """True for what a clause on another tells, "homes burnt by May's fire", and for grounds of arrest."""
    way = path_to(time, counted)
    if way is not None and any(is_ground(item) for item in way.down):
        return True
    verb = verb_over(time.head) if time.dep_ == "nmod:poss" else None
    return verb is not None and verb.dep_ == "acl" and verb.head != counted and not verb.is_ancestor(counted)


def _is_of_clause_around(time: Token, counted: Token) -> bool:
    """True for a time behind the verb around an event, or of what happened before what is so now.

    "The school, where six died, opened in May"; "two died on Monday, and six are lost".
    """
    way = way_to(time, counted, counted)
    if way is None or is_of_past_clause(way):
        return way is not None
    behind = any(item.dep_ in SUBJECTS and item.i < way.meeting.i < time.i for item in way.up)
    return behind and is_around_relative(way)
