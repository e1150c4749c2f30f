"""A match to a fact: its slots, read off the syntax around the phrase and its trigger."""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from factx.base import Anaphor, FactMention, Modality, QuantityMention, Spans, TimeMention, load_mentions
from factx.facts.counts.counted import Counted
from factx.facts.counts.former import is_former
from factx.facts.kinds import DISPLACED, MEMBERS, TROOPS
from factx.facts.matches import Match
from factx.facts.participants import Argument, Participants, argument, argument_at
from factx.facts.phrases import characters, text_of
from factx.facts.slots.agent import actor, agent
from factx.facts.slots.attribution import source_of
from factx.facts.slots.bill import bill_of, told_bill
from factx.facts.slots.described import described_status, status_of_whole, taken_back
from factx.facts.slots.event_time import time_of
from factx.facts.slots.factuality import is_outstanding, is_presupposed, is_put_after_its_modal, modality_of
from factx.facts.slots.host import host_of
from factx.facts.slots.joint_plans import joint_modality
from factx.facts.slots.judged import judgement
from factx.facts.slots.lending import lender_telling
from factx.facts.slots.movement import is_joined_there, is_left_behind
from factx.facts.slots.object import counted_object
from factx.facts.slots.place_words import home_of
from factx.facts.slots.progress import is_level
from factx.facts.slots.stance import is_definite
from factx.facts.slots.status import (
    FUTURE_STATUS,
    arrived,
    is_in_promises,
    leaves_later,
    status_of,
    told_status,
)
from factx.facts.slots.time_and_place import place_of
from factx.facts.slots.transfer import transfer_participants
from factx.model import child, subject


@dataclass(frozen=True, slots=True)
class Annotations:
    """What the earlier steps have found in a doc, as far as facts need it."""

    doc: Doc
    amounts: list[QuantityMention]
    times: Spans[TimeMention]
    anaphors: Spans[Anaphor]

    @classmethod
    def of(cls, doc: Doc) -> Annotations:
        """Load what ``factx_quantities``, ``factx_dates`` and ``factx_who`` stored on the doc."""
        return cls(
            doc,
            load_mentions(doc, "factx_quantities", QuantityMention),
            Spans(load_mentions(doc, "factx_dates", TimeMention)),
            Spans(load_mentions(doc, "factx_references", Anaphor)),
        )


def fill_slots(match: Match, annotated: Annotations) -> FactMention:
    """Return the fact of a match with its slots filled."""
    counted, frame, rule, doc = match.counted, match.frame, match.rule, annotated.doc
    amount = counted.amount
    when = _time(match, annotated)
    time_tokens = when[1] if when else set[int]()
    where = match.place or _place(match, annotated, time_tokens) or _place_shared(match, annotated)
    place_tokens = set(range(*where)) if where else set[int]()
    status, modality = _how_far(match)
    people = (
        transfer_participants(doc, frame, counted, annotated.anaphors, status, time_tokens)
        if rule.transfers
        else _event_participants(match, annotated, time_tokens | place_tokens)
    )
    if match.giver not in {None, match.place} and (rule.agents or rule.transfers):
        people = replace(_with_recipient(people, match, annotated), agent=argument_at(doc, match.giver))
    if rule.transfers and _holds(people.agent, characters(doc, where)):
        where = None  # where a giver is at home says nothing of the gift
    people = _with_source(people, match, annotated, status)
    return FactMention(
        start_char=amount.start_char,
        end_char=amount.end_char,
        kind=rule.kind,
        rule=rule.id,
        amount=amount,
        agent=_span(people.agent),
        agent_text=_text(people.agent),
        object=people.object,
        recipient=_span(people.recipient),
        recipient_text=_text(people.recipient),
        purpose=people.purpose,
        location=text_of(doc, where) or people.aided_place,
        time=when[0] if when else None,
        status=status,
        modality=modality,
        source=_span(people.source),
        source_text=_text(people.source),
    )


def _with_recipient(people: Participants, match: Match, annotated: Annotations) -> Participants:
    """Return the participants with who gets the first sum of the list: "gave $4m to Mali, Oman $3m"."""
    first = match.list_head
    if first is match or not match.rule.transfers or people.recipient is not None:
        return people
    shared = transfer_participants(annotated.doc, first.frame, first.counted, annotated.anaphors, match.rule.status)
    return replace(people, recipient=shared.recipient, aided_place=shared.aided_place)


def _with_source(people: Participants, match: Match, annotated: Annotations, status: str | None) -> Participants:
    """Return the participants with who says so; a bank that tells of a loan gives it."""
    doc, amount = annotated.doc, match.counted.head
    speaker = source_of(doc, match.frame.trigger, amount)
    source = people.source or argument_at(doc, speaker)
    lender = lender_telling(doc, speaker, amount) if match.rule.transfers and people.agent is None else None
    if lender is not None:
        return replace(people, agent=argument_at(doc, lender), source=source)
    if status == "pledged" and _is_same(source, people.agent, annotated.anaphors):
        return replace(people, source=None)  # who promises says so
    return replace(people, source=source)


def _is_same(source: Argument | None, agent: Argument | None, anaphors: Spans[Anaphor]) -> bool:
    """True if who speaks is who acts, by name or as what a pronoun means."""
    if source is None or agent is None:
        return False
    place = source.span
    beside = () if place is None else anaphors.overlapping(*place)
    meant = (one.antecedent for one in beside if (one.start_char, one.end_char) == place)
    return agent.text in (source.text, *meant)


def _place(match: Match, annotated: Annotations, time_tokens: set[int]) -> tuple[int, int] | None:
    """Return the tokens of the place of a match; of one in a list the place among its own words, or none."""
    counted = match.counted
    where = place_of(
        annotated.doc,
        counted.head if match.like else match.frame.trigger,
        counted.head,
        allow_destinations=match.rule.goals,
        exclude_tokens=time_tokens,
        within=match.own_words,
    )
    left = None if where is None else annotated.doc[slice(*where)].root
    return (_home_left(match, left) if left is not None else None) or where


def _place_shared(match: Match, annotated: Annotations) -> tuple[int, int] | None:
    """Return where another sent or keeps the first of a list: "sent 90 men to Mali, Oman 80"; or None."""
    if match.like is None or match.giver is None or not match.rule.goals:
        return None
    where = _place(match.like, annotated, set())
    if where is not None and annotated.doc[slice(*where)].root == subject(match.frame.trigger):
        return None  # "Oman hosts 90 refugees, Peru 80"
    return where or _place_shared(match.like, annotated)


def _home_left(match: Match, left: Token) -> tuple[int, int] | None:
    """Return where people live of whom only "their homes" are told: "residents of Inje fled their homes"."""
    theirs = left.dep_ == "obj" and left.ent_type_ == "" and child(left, "nmod:poss") is not None
    people = match.counted.noun
    return home_of(people) if theirs and people is not None and people.i < left.i else None


def _holds(filler: Argument | None, place: tuple[int, int] | None) -> bool:
    """True if a place stands within the words of a filler, and is not all of it."""
    if filler is None or filler.span is None or place is None or filler.span == place:
        return False
    return filler.span[0] <= place[0] and place[1] <= filler.span[1]


def _how_far(match: Match) -> tuple[str | None, Modality]:
    """Return status and modality; both say that it may happen where "may" stands before the count."""
    status = status_of_match(match)
    modality = match.rule.modality or _modality(match, status)
    if modality == "asserted" and is_put_after_its_modal(match.frame.trigger, match.counted):
        return FUTURE_STATUS.get(status or "", status), "possible"
    return status, modality


def _modality(match: Match, status: str | None) -> Modality:
    """Return whether the fact holds; what a bill gives or a request asks does, whatever became of it."""
    counted, frame = match.counted, match.frame
    judged = None if counted.amount.high == 0 or is_presupposed(frame.trigger) else judgement(frame.trigger)
    if judged is not None:
        return judged
    joint = joint_modality(counted.head) if match.rule.kind == MEMBERS else None
    if joint is not None:
        return joint
    if _is_settled(match, status):
        return "asserted"
    said = modality_of(frame.trigger, zero=counted.amount.high == 0, money=match.rule.transfers)
    later = status == "withdrawn" and leaves_later(counted.head, frame.trigger)
    if said == "asserted" and (status == "planned" or later):
        return "possible"
    return "asserted" if said == "possible" and status == "requested" else said


def _is_settled(match: Match, status: str | None) -> bool:
    """True for a sum asked for, in a bill or refused, a gift that is described, a force already there."""
    counted, frame, rule = match.counted, match.frame, match.rule
    if rule.kind == TROOPS and is_joined_there(counted.head):
        return True
    if rule.nouns and is_definite(frame.trigger) and described_status(frame.trigger) is not None:
        return True
    if not rule.transfers:
        return False
    if (status == "requested" and frame.trigger.pos_ == "NOUN") or is_outstanding(frame.trigger):
        return True
    return (status == "withheld" and rule.status != "withheld") or bill_of(frame, counted) is not None


def is_told_of_bill(match: Match) -> bool:
    """True for a sum of a bill of which a verb says who proposed, passed or halted it."""
    return match.rule.transfers and told_bill(match.frame, match.counted) is not None


def _moved(match: Match) -> Token:
    """Return whose verb says how far a force has got: of "sent 900 soldiers; 200 remain" the 200."""
    resumes = match.frame.trigger.i < match.counted.numeral.start and is_left_behind(match.counted.head)
    return match.counted.head if resumes else match.frame.trigger


def status_of_match(match: Match) -> str | None:
    """Return how far a pledge has got: as its bill, as the words beside it say, or as its rule and verb."""
    if not match.rule.transfers or match.rule.status is None:
        return status_of(match.rule, _moved(match))
    bill = bill_of(match.frame, match.counted)
    if bill is not None:
        return bill.status
    if match.rule.status == "delivered" and is_in_promises(match.counted.head):
        return "pledged"
    whole = status_of_whole(match.counted.head)
    if whole is not None:
        return whole
    if match.inherits is not None:
        return told_status(match.counted) or match.inherits
    if match.rule.nouns and match.rule.status != "requested":
        gift = match.frame.trigger
        if _has_come(gift, match.counted.head):
            return "delivered"
        if taken_back(gift) and not is_level(match.counted.head, gift.head):
            return "withheld"
        described = described_status(gift)
        if described is not None:
            return described
    return "withheld" if _is_halted(match.frame.trigger) else status_of(match.rule, match.frame.trigger)


def _has_come(gift: Token, amount: Token) -> bool:
    """True for a gift that has come to somebody, and for so much of it as has."""
    return arrived(gift) or arrived(amount)


def _is_halted(clause: Token) -> bool:
    """True for a clause of what is taken back: "halted a shipment of rice that it had promised"."""
    noun = clause.head if clause.dep_ == "acl:relcl" else clause
    while noun.dep_ == "nmod":
        noun = noun.head
    return noun != clause and taken_back(noun)


def _span(filler: Argument | None) -> tuple[int, int] | None:
    return None if filler is None else filler.span


def _text(filler: Argument | None) -> str | None:
    return None if filler is None else filler.text


def _time(match: Match, annotated: Annotations) -> tuple[TimeMention, set[int]] | None:
    """Return the time of a match; of one in a list, and a former value, that in its own words."""
    head, trigger = match.counted.head, match.frame.trigger
    own = match.own_words
    if match.like is None and _is_behind_its_noun(match.counted) and is_former(match.counted):
        head = trigger = match.counted.numeral.root
        own = range(match.start, match.counted.sent.end_char)
    if own is None:
        times = annotated.times.beginning_in(trigger.sent.start_char, trigger.sent.end_char)
        return time_of(annotated.doc, trigger, head, times, match.rule.kind)
    times = annotated.times.beginning_in(own.start, own.stop)
    return time_of(annotated.doc, head if match.like else trigger, head, times, match.rule.kind)


def _is_behind_its_noun(counted: Counted) -> bool:
    return counted.noun is not None and counted.noun.i < counted.numeral.start


def _event_participants(match: Match, annotated: Annotations, exclude_tokens: set[int]) -> Participants:
    """Return who acts, unless the rule's events have no agent, and who or what is counted."""
    counted, frame, doc = match.counted, match.frame, annotated.doc
    who = agent(frame, counted, annotated.anaphors, exclude_tokens) if match.rule.agents else None
    if who is None and match.rule.kind == DISPLACED and (host := host_of(counted)) is not None:
        who = actor(host, annotated.anaphors, exclude_tokens)
    owner = match.first.counted
    return Participants(agent=argument(doc, who), object=text_of(doc, counted_object(owner, frame, exclude_tokens)))
