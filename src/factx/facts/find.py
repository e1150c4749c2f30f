"""The finder: each counted phrase, its frames, the first rule that accepts it, and its slots.

1. Counted phrases: amounts with their nouns, and single persons (``counted``).
2. Frames: how each is related to the words around it, by the parse and by word order (``frames``).
3. The first rule, by the rules' order and then by closeness, that does not refuse the phrase
   (``refusals``).
4. Conflicts among the matches of a sentence (``conflicts``), then the slots (``slots``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from spacy.tokens import Doc, Token

from factx.base import Anaphor, FactMention, Modality, QuantityMention, TimeMention, load_mentions
from factx.facts.amid import Surroundings, amid_frame, tells_of_gift
from factx.facts.confidence import confidence
from factx.facts.conflicts import resolve_conflicts
from factx.facts.counted import Counted, find_counted
from factx.facts.ellipsis import resumed
from factx.facts.frames import Frame, frames
from factx.facts.matches import Match
from factx.facts.participants import Argument, Participants, argument, argument_at
from factx.facts.phrases import characters, text_of
from factx.facts.refusals import Phrase, accepts
from factx.facts.rule_file import Rule, read_rules
from factx.facts.slots.agent import agent
from factx.facts.slots.attribution import source_of
from factx.facts.slots.bill import bill_of
from factx.facts.slots.event_time import time_of
from factx.facts.slots.factuality import modality_of
from factx.facts.slots.object import counted_object
from factx.facts.slots.status import arrived, status_of, told_status
from factx.facts.slots.time_and_place import place_of
from factx.facts.slots.transfer import transfer_participants
from factx.facts.sum_features import are_goods
from factx.facts.triggers import TriggerIndex
from factx.facts.word_order_frames import frames_after, frames_before
from factx.facts.zeros import with_zeros


@dataclass(frozen=True, slots=True)
class Annotations:
    """What the earlier steps have found in a doc, as far as facts need it."""

    doc: Doc
    amounts: list[QuantityMention]
    times: list[TimeMention]
    anaphors: list[Anaphor]

    @classmethod
    def of(cls, doc: Doc) -> Annotations:
        """Load what ``factx_quantities``, ``factx_dates`` and ``factx_who`` stored on the doc."""
        return cls(
            doc,
            load_mentions(doc, "factx_quantities", QuantityMention),
            load_mentions(doc, "factx_dates", TimeMention),
            load_mentions(doc, "factx_references", Anaphor),
        )


@dataclass(frozen=True, slots=True)
class FactFinder:
    """Finds the facts of a doc by its rules."""

    rules: tuple[Rule, ...]
    index: TriggerIndex

    @classmethod
    def load(cls, rules: str | Path | None = None) -> FactFinder:
        """Return a finder with factx's rules and those of a folder; RuleError names a file that is wrong."""
        found = read_rules(None if rules is None else Path(rules))
        return cls(found, TriggerIndex.of(found))

    def find(self, doc: Doc) -> list[FactMention]:
        """Return the facts, in text order, of a doc that the earlier steps have annotated."""
        annotated = Annotations.of(doc)
        counted = with_zeros(doc, find_counted(doc, annotated.amounts))
        found = self.matches(doc, counted)
        return [fill_slots(match, annotated) for match in resolve_conflicts(doc, counted, found)]

    def matches(self, doc: Doc, counted: Sequence[Counted]) -> list[Match]:
        """Return the matches of the counted phrases; gifts make others beside them likely."""
        found = [match for phrase in counted for match in self._matches(phrase)]
        found.extend(match for phrase in resumed(counted, found) if (match := self.match_by_parse(phrase)))
        around = Surroundings.of(doc, [match.counted for match in found if tells_of_gift(match.rule)])
        matched = {match.counted.amount.start_char for match in found}
        rest = (item for item in counted if item.amount.start_char not in matched and around.amid(item))
        beside = [match for item in rest if (match := self.match_amid(item)) is not None]
        return found + [_inheriting(match, found) for match in beside]

    def match_by_parse(self, counted: Counted) -> Match | None:
        """Return the first rule that accepts the phrase in a frame of the parse."""
        return self._best(counted, frames(counted))

    def _matches(self, counted: Counted) -> Iterator[Match]:
        """Yield the match of a phrase; a zero has one for each of the verbs that it is the zero of."""
        first = self.match(counted)
        if first is None:
            return
        yield first
        if counted.amount.high == 0:
            kinds = {first.rule.kind}
            for frame in frames(counted):
                rules = self.index.matches(frame) if are_joined(frame.trigger, first.frame.trigger) else []
                for rule in rules:
                    if rule.kind not in kinds and accepts(rule, Phrase(counted, frame)):
                        kinds.add(rule.kind)
                        yield Match(counted, frame, rule)

    def match(self, counted: Counted) -> Match | None:
        """Return the first rule, by the rules' order and then by closeness, that accepts the counted phrase."""
        before = self._best(counted, frames_before(counted))
        if before is not None:
            return before
        found = [self._best(counted, frames(counted)), self._best(counted, frames_after(counted))]
        return min((match for match in found if match), key=lambda match: match.rule.order, default=None)

    def match_amid(self, counted: Counted) -> Match | None:
        """Return the rule that accepts a sum in a text about giving, which needs to say less of it."""
        if counted.amount.kind != "money" and not are_goods(counted):
            return None
        candidates = [*frames_before(counted), *frames(counted), *frames_after(counted), amid_frame(counted)]
        return self._best(counted, candidates, amid=True)

    def _best(self, counted: Counted, candidates: Iterable[Frame], *, amid: bool = False) -> Match | None:
        best: tuple[int, int, Match] | None = None
        for position, frame in enumerate(candidates):
            phrase = Phrase(counted, frame, amid=amid)
            for rule in self.index.matches(frame):
                key = (rule.order, position)
                if (best is None or key < best[:2]) and accepts(rule, phrase):
                    best = (*key, Match(counted, frame, rule))
        return None if best is None else best[2]


def _inheriting(match: Match, found: Sequence[Match]) -> Match:
    """Return a sum told shortly with the status of the gift nearest to it."""
    if "amid" not in match.rule.frames:
        return match
    place = match.counted.head.i
    gifts = [item for item in found if tells_of_gift(item.rule)]
    nearest = min(gifts, key=lambda item: abs(item.counted.head.i - place))
    if nearest.counted.head.sent.start != match.counted.head.sent.start:
        return replace(match, inherits=match.rule.status)
    return replace(match, inherits=status_of(nearest.rule, nearest.frame.trigger))


def are_joined(verb: Token, other: Token) -> bool:
    """True for two verbs of one coordination ("nobody was killed or injured")."""
    first, second = (item.head if item.dep_ == "conj" else item for item in (verb, other))
    return verb != other and first == second


def fill_slots(match: Match, annotated: Annotations) -> FactMention:
    """Return the fact of a match with its slots filled."""
    counted, frame, rule, doc = match.counted, match.frame, match.rule, annotated.doc
    amount = counted.amount
    when = _time(match, annotated)
    time_tokens = when[1] if when else set[int]()
    where = place_of(
        doc,
        counted.head if match.like else frame.trigger,
        counted.head,
        allow_destinations=rule.goals,
        exclude_tokens=time_tokens,
        within=match.own_words,
    )
    place_tokens = set(range(*where)) if where else set[int]()
    status = _status(match)
    people = (
        transfer_participants(doc, frame, counted, annotated.anaphors, status, time_tokens)
        if rule.transfers
        else _event_participants(match, annotated, time_tokens | place_tokens)
    )
    if match.giver is not None:
        people = replace(people, agent=argument_at(doc, match.giver))
    source = people.source or argument_at(doc, source_of(doc, frame.trigger, counted.head))
    modality = rule.modality or _modality(match, status)
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
        location=_place_text(annotated, where) or people.aided_place,
        time=when[0] if when else None,
        status=status,
        modality=modality,
        source=_span(source),
        source_text=_text(source),
        confidence=confidence(counted, frame, rule, modality),
    )


def _modality(match: Match, status: str | None) -> Modality:
    """Return whether the fact holds; what a bill gives or a request asks does, whatever became of it."""
    counted, frame = match.counted, match.frame
    asked_for = status == "requested" and frame.trigger.pos_ == "NOUN"
    if match.rule.transfers and (asked_for or bill_of(frame, counted) is not None):
        return "asserted"
    return modality_of(frame.trigger, zero=counted.amount.high == 0, money=match.rule.transfers)


def _status(match: Match) -> str | None:
    """Return how far a pledge has got: as its bill, as the words beside it say, or as its rule and verb."""
    if not match.rule.transfers or match.rule.status is None:
        return status_of(match.rule, match.frame.trigger)
    bill = bill_of(match.frame, match.counted)
    if bill is not None:
        return bill.status
    if match.inherits is not None:
        return told_status(match.counted) or match.inherits
    if match.rule.nouns and match.rule.status != "requested" and arrived(match.frame.trigger):
        return "delivered"
    return status_of(match.rule, match.frame.trigger)


def _span(filler: Argument | None) -> tuple[int, int] | None:
    return None if filler is None else filler.span


def _text(filler: Argument | None) -> str | None:
    return None if filler is None else filler.text


def _time(match: Match, annotated: Annotations) -> tuple[TimeMention, set[int]] | None:
    """Return the time of a match; of one in a list the time among its own words, or none."""
    head, trigger = match.counted.head, match.frame.trigger
    own = match.own_words
    if own is None:
        return time_of(annotated.doc, trigger, head, annotated.times)
    times = [time for time in annotated.times if time.start_char in own]
    return time_of(annotated.doc, head if match.like else trigger, head, times)


def _event_participants(match: Match, annotated: Annotations, exclude_tokens: set[int]) -> Participants:
    """Return who acts, unless the rule's events have no agent, and who or what is counted."""
    counted, frame, doc = match.counted, match.frame, annotated.doc
    who = agent(frame, counted, annotated.anaphors, exclude_tokens) if match.rule.agents else None
    owner = match.first.counted
    return Participants(agent=argument(doc, who), object=text_of(doc, counted_object(owner, frame, exclude_tokens)))


def _place_text(annotated: Annotations, where: tuple[int, int] | None) -> str | None:
    """Return the words of a place, or those of the nation that "the country" refers to."""
    offsets = characters(annotated.doc, where)
    if offsets is None:
        return None
    start, end = offsets
    antecedents = [
        item.antecedent
        for item in annotated.anaphors
        if item.iso3 and item.end_char == end and item.start_char <= start
    ]
    return antecedents[0] if antecedents else text_of(annotated.doc, where)
