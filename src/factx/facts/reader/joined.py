"""Rules and reader together: the reader adds facts to those of rules, and settles slots.

1. A counted phrase without a rule is a fact if the reader is sure enough (``reader/killed``).
2. The reader has seen what the rule says of each slot. Where it is sure enough that this is wrong,
   it fills the slot, empties it, or has another filler or status.

How sure is enough was settled on articles that the network did not see (``reader.json``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal, get_args

from spacy.tokens import Doc

from factx.base import FactMention, Spans, TimeMention
from factx.facts.counts.counted import MULTIPLES, Counted, noun_over
from factx.facts.counts.former import is_of_former, is_of_newer
from factx.facts.cues import CUES, FUNCTION_WORDS
from factx.facts.kinds import DISPLACED, MEMBERS, PLEDGE, TROOPS
from factx.facts.phrases import characters, noun_phrase
from factx.facts.reader.filler_words import ROLES, FillerWords
from factx.facts.reader.from_bills import told_of_bill, with_decider
from factx.facts.reader.kept import has_own_clause, is_kept, is_where_gets
from factx.facts.reader.no_filler import is_no_filler
from factx.facts.reader.own_status import has_own_status, is_unfounded, told_by_verb
from factx.facts.reader.proposable import EXCUSABLE, may_be
from factx.facts.reader.proposed import is_of_appeal, modality, place_right_behind, receiver_beside, with_status
from factx.facts.reader.reader import Guess, Reading
from factx.facts.slots.agent import actor
from factx.facts.slots.event_time import (
    is_in_figures,
    is_measured_from,
    is_of_saying,
    is_resolved,
    names_feast,
)
from factx.facts.slots.host import host_of
from factx.facts.slots.listed import bracketed_recipient, giver_beside
from factx.facts.words import has_lemma
from factx.model import ReaderNetwork, first_conjunct, tokens_between

Gift = Literal["recipient", "purpose"]
OF_GIFTS = frozenset(get_args(Gift))
"""Slots that only a pledge has."""
DECIDER = {"requested": "source"}
"""The slot of who proposes what is only requested; who decided a bill is its agent."""
WITH_STATUS = frozenset({PLEDGE, TROOPS})
_WHEN_AND_WHERE = frozenset({"time", "location"})
NEVER = 1.0
"""A threshold that no probability exceeds."""


@dataclass(frozen=True, slots=True)
class Joiner:
    """Joins facts of rules with readings.

    The thresholds of ``network`` say from which probability on a reading counts; ``barred`` has what
    no fact of a kind may be; ``sure`` the statuses of which a rule's words leave no doubt; ``decided``
    are the first characters of sums of which a bill's verb tells.
    """

    doc: Doc
    fillers: FillerWords
    network: ReaderNetwork
    barred: Mapping[str, frozenset[str]]
    sure: Mapping[str, frozenset[str]]
    decided: frozenset[int] = frozenset()

    def join(
        self, counted: Iterable[Counted], facts: Iterable[FactMention], readings: Mapping[int, Reading]
    ) -> Iterator[FactMention]:
        """Yield the facts in text order."""
        by_rule: dict[int, list[FactMention]] = defaultdict(list)
        for fact in facts:
            by_rule[fact.start_char].append(fact)
        told = {token for item in counted if item.amount.start_char in by_rule for token in (item.noun, item.head)}
        for item in counted:
            found, reading = by_rule.pop(item.amount.start_char, []), readings.get(item.amount.start_char)
            if reading is None:
                yield from found
            elif found:
                yield from (self._filled(fact, reading) for fact in found)
            elif told.isdisjoint((item.noun or item.head, item.head)):  # "one of five soldiers killed" is one of five
                yield from self._proposed(item, reading)
        yield from (fact for found in by_rule.values() for fact in found)

    def _proposed(self, item: Counted, reading: Reading) -> Iterator[FactMention]:
        """Yield the fact that the reader makes of a phrase without a rule, if it is sure enough."""
        if reading.probability < self._least(item, reading.kind) or not self._may_be(item, reading):
            return
        amount = item.amount
        bill = told_of_bill(item, reading.kind)
        status = told_by_verb(item, reading.kind, reading.status) if reading.kind in WITH_STATUS else None
        status = status if bill is None else bill.status
        fact = FactMention(
            start_char=amount.start_char,
            end_char=amount.end_char,
            kind=reading.kind,
            rule=f"reader/{reading.kind}",
            amount=amount,
            status=status,
            modality=with_status(modality(item, reading), status),
            confidence=round(reading.probability, 2),
        )
        dated = self._takes_time_for_place(reading)
        fillers = {
            name: filler
            for name, filler in reading.slots.items()
            if self._fits(name, fact)
            and not (name == "location" and dated)
            and not is_no_filler(self.doc, name, fact, filler)
        }
        place = place_right_behind(item)
        if place is not None and "location" in reading.slots:
            fillers["location"] = replace(reading.slots["location"], span=place)
        whole = self._with_own_party(replace(fact, **self.fillers.columns(fillers)), item)
        whole = whole if bill is None else with_decider(self.doc, whole, bill, self.fillers)
        told = any((whole.agent, whole.recipient, whole.object, whole.purpose))
        if whole.kind != PLEDGE or told or is_of_appeal(item):
            yield whole  # a sum of which nothing is told is as likely a price

    def _with_own_party(self, fact: FactMention, item: Counted) -> FactMention:
        """The fact; of a pledge, who gives or gets it stands right beside its sum, whatever the reader saw."""
        if fact.kind != PLEDGE:
            return self._with_host(fact, item)
        if fact.agent is not None and fact.agent == fact.recipient:
            fact = replace(fact, recipient=None, recipient_text=None)
        goal = bracketed_recipient(item) or receiver_beside(item)
        if goal is not None and fact.agent is not None and fact.agent[0] >= first_conjunct(goal).idx:
            fact = replace(fact, agent=None, agent_text=None)
        head = goal or giver_beside(item, fact.status)
        if head is None:
            return fact
        party = actor(head, Spans())
        span = noun_phrase(head) if party is None else party.span
        span = None if span is None else self.fillers.words("agent", *span)
        at, text = characters(self.doc, span), self.fillers.named(span)
        if goal is not None:
            return replace(fact, recipient=at, recipient_text=text)
        if fact.recipient == at:
            fact = replace(fact, recipient=None, recipient_text=None)
        return replace(fact, agent=at, agent_text=text)

    def _with_host(self, fact: FactMention, item: Counted) -> FactMention:
        """The fact; of people displaced with who lodges them, where the reader saw nobody."""
        host = host_of(item) if fact.kind == DISPLACED and fact.agent is None else None
        party = None if host is None else actor(host, Spans())
        if party is None:
            return fact
        return replace(fact, agent=characters(self.doc, party.span), agent_text=self.fillers.named(party.span))

    def _filled(self, fact: FactMention, reading: Reading) -> FactMention:
        """A rule's fact with the slots that the reader has its way with."""
        if reading.kind != fact.kind:
            return fact
        dated = self._takes_time_for_place(reading)
        better = {
            name: filler
            for name, filler in reading.slots.items()
            if self._fits(name, fact)
            and self._is_better(name, fact, filler)
            and not (dated and name in _WHEN_AND_WHERE)
        }
        status = self._status(fact, reading)
        modality = with_status(fact.modality, status)
        return replace(fact, status=status, modality=modality, **self.fillers.columns(better))

    def _is_decided(self, fact: FactMention) -> bool:
        return fact.kind == PLEDGE and fact.start_char in self.decided

    def _status(self, fact: FactMention, reading: Reading) -> str | None:
        """The status that the reader gives a fact if it is sure enough, or the rule's."""
        is_sure = reading.status_probability > self._threshold("replace", "status")
        own = self._is_decided(fact) or fact.status in self.sure.get(fact.rule, ()) or has_own_status(self.doc, fact)
        is_open = fact.kind in WITH_STATUS and not own
        is_told = not is_unfounded(self.doc, fact, reading.status)
        return reading.status if is_open and is_sure and is_told else fact.status

    def _is_better(self, name: str, fact: FactMention, filler: Guess) -> bool:
        """True if the reader has its way with a slot: it fills it, empties it, or has another filler."""
        if filler.agrees or self._is_taken(name, fact, filler):
            return False
        if filler.span is None and self._is_beyond_it(name, fact):
            return False
        if name == "time" and filler.span is not None and not self._may_date(fact, filler.span):
            return False
        is_open = getattr(fact, f"{name}_text" if name in ROLES else name) is None
        what = "fill" if is_open else "empty" if filler.span is None else "replace"
        return filler.probability > self._threshold(what, name)

    def _may_date(self, fact: FactMention, span: tuple[int, int]) -> bool:
        """True for a time on the calendar, not of saying or a former value ("60, up from 9 in 2016")."""
        time, amount = self.fillers.time_at(span), tokens_between(self.doc, fact.start_char, fact.end_char)[-1]
        first = self.doc[span[0]]
        of_others = is_of_former(amount, first) or is_of_saying(first, amount)
        newer = is_of_newer(tokens_between(self.doc, fact.start_char, fact.end_char)[0], first)
        if newer or (fact.time is not None and has_own_clause(self.doc, amount, fact.time, first)):
            return False
        if time is None or is_measured_from(self.doc, fact.time, time):
            return False
        return is_resolved(time) and not of_others

    def _is_beyond_it(self, name: str, fact: FactMention) -> bool:
        """True for what the reader may not know: a feast, a day in figures, and that "nationwide" says where."""
        if name == "time":
            return fact.time is not None and (
                names_feast(fact.time) or is_in_figures(fact.time) or self._is_of_verb(fact, fact.time)
            )
        return name == "location" and (fact.location or "").lower() in FUNCTION_WORDS["everywhere"]

    def _is_of_verb(self, fact: FactMention, time: TimeMention) -> bool:
        """True for a time that hangs on the verb of which the count is the subject or object."""
        when = tokens_between(self.doc, time.start_char, time.end_char).root
        amount = tokens_between(self.doc, fact.start_char, fact.end_char).root
        told = fact.kind == MEMBERS or has_lemma(when.head, CUES["report"])
        return when.dep_.startswith("obl") and when.head == noun_over(amount).head and not told

    def _takes_time_for_place(self, reading: Reading) -> bool:
        """True if the reader's place is all of a time: a feast, "on Eid al-Adha", is no town."""
        where = reading.slots.get("location")
        offsets = characters(self.doc, where.span) if where is not None else None
        time = self.fillers.time_at(where.span) if where is not None else None
        if offsets is None or time is None:
            return False
        return time.start_char <= offsets[0] <= offsets[1] <= time.end_char

    def _is_taken(self, name: str, fact: FactMention, filler: Guess) -> bool:
        """True for what is denied or a rule gave to another (who asks does not give), or would undo a rule."""
        if self._is_given(name, fact, filler) or is_no_filler(self.doc, name, fact, filler):
            return True
        decides = self._is_decided(fact) and name == DECIDER.get(fact.status or "", "agent")
        if decides and getattr(fact, name) is not None:
            return True
        return is_kept(self.doc, self.fillers.anaphors, name, fact, filler.span)

    def _is_given(self, name: str, fact: FactMention, filler: Guess) -> bool:
        """True for words in which a rule sees another role, unless the reader is very sure of this one, too.

        A bank may itself say what it lends. Who asks does not give, but may ask for himself.
        """
        offsets, is_asked = characters(self.doc, filler.span), fact.status == "requested"
        if offsets is None or name not in ROLES:
            return False
        if filler.probability > self.network.thresholds.get("fill.both", NEVER) and not is_asked:
            return False
        if name == "agent" and is_where_gets(self.doc, fact, offsets):
            return True
        others = ROLES - {name, "source"} if name == "recipient" and is_asked else ROLES - {name}
        taken = (getattr(fact, role) for role in others)
        return any(span and span[0] < offsets[1] and offsets[0] < span[1] for span in taken)

    def _least(self, item: Counted, kind: str) -> float:
        """How sure a proposal has to be: of a number without a noun ("171 to 94") as sure as that, too."""
        least = self._threshold("add", kind)
        return least if item.noun is not None else max(least, self._threshold("add", "alone"))

    def _threshold(self, what: str, of: str) -> float:
        sure = self.network.thresholds
        return sure.get(f"{what}.{of}", sure[what])

    def _may_be(self, item: Counted, reading: Reading) -> bool:
        """True for what may be such a fact; a reader whose thresholds do not say from when on excuses nothing."""
        least = self.network.thresholds
        excused = [what for what in EXCUSABLE if reading.probability > least.get(f"add.{what}", NEVER)]
        return may_be(item, reading.kind, self.barred.get(reading.kind, frozenset()), excused)

    def _fits(self, name: str, fact: FactMention) -> bool:
        """True unless a kind has no such slot, or a count of deeds ("a triple murder") nobody to name."""
        if name == "object" and fact.amount.text.lower() in MULTIPLES:
            return False
        return fact.kind == PLEDGE or name not in OF_GIFTS
