"""Rules and reader together: what rules find stands; the reader adds facts and settles slots.

1. A counted phrase without a rule is a fact if the reader is sure enough (``reader/killed``).
2. The reader has seen what the rule says of each slot. Where it is sure enough that this is wrong,
   it fills the slot, empties it, or has another filler or status.

How sure is enough was settled on articles that the network did not see (``reader.json``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal, cast, get_args

from spacy.tokens import Doc

from factx.base import Anaphor, FactMention, Modality, TimeMention, lexicon
from factx.facts.counted import MULTIPLES, Counted
from factx.facts.frames import frames, is_shared_out
from factx.facts.phrases import characters, noun_phrase, text_of, trim
from factx.facts.reader import Guess, Reading
from factx.facts.refusals import Phrase, is_fraction, is_no_event
from factx.facts.rule_file import Rule
from factx.facts.slots.agent import actor
from factx.facts.slots.factuality import is_joint_plan
from factx.facts.slots.transfer import giver_beside
from factx.facts.sum_features import are_goods
from factx.model import ReaderNetwork, child, is_negated

Gift = Literal["recipient", "purpose"]
OF_GIFTS = frozenset(get_args(Gift))
"""Slots that only a pledge has."""
WITH_STATUS = frozenset({"pledge", "troops"})
DONE_TO = frozenset({"killed", "injured", "arrest"})
"""Kinds of what is done to the counted persons."""
OF_PEOPLE = DONE_TO | {"missing", "displaced"}
"""Kinds that count people and nothing else."""
NO_PEOPLE = frozenset({"thing", "place"})
"""Classes of nouns that are no people."""
Role = Literal["agent", "recipient", "source"]
ROLES = frozenset(get_args(Role))
"""Slots with a span beside the text."""


def barred_features(rules: Iterable[Rule]) -> dict[str, frozenset[str]]:
    """Return the features that most rules of a kind forbid (rates, conditions, prices …), by kind."""
    by_kind: dict[str, list[Rule]] = defaultdict(list)
    for rule in rules:
        by_kind[rule.kind].append(rule)
    return {
        kind: frozenset(
            feature
            for feature in frozenset[str]().union(*(rule.unless for rule in group))
            if 2 * sum(feature in rule.unless for rule in group) > len(group)
        )
        for kind, group in by_kind.items()
    }


def may_be(item: Counted, kind: str, barred: frozenset[str]) -> bool:
    """True if a phrase may be a fact of a kind by what it measures and by its place in the sentence.

    Parts of what was just counted ("two of them") are for rules to tell, and what befell some of 40
    befell not all of them; who kills, arrests or hurts somebody is not the one killed; and what most
    rules of the kind forbid, a condition say, is no fact of it without a rule either.
    """
    if not _measures(item, kind) or (item.noun is not None and item.noun.pos_ == "PRON"):
        return False
    if _is_all_there_is(item) or _is_of_score(item) or (kind in OF_PEOPLE and is_shared_out(item.head)):
        return False
    around = list(frames(item))
    if kind in DONE_TO and any(frame.name == "nsubj" and child(frame.trigger, "obj") is not None for frame in around):
        return False
    phrases = (Phrase(item, one) for one in around)
    return not any(is_no_event(phrase) or any(map(phrase.holds, barred)) for phrase in phrases)


def _measures(item: Counted, kind: str) -> bool:
    """True if a fact of a kind may count what the phrase does.

    Only pledges are sums, measures or goods, only people are killed; zeros are for rules to tell, and
    half of the crew is no count.
    """
    is_count = item.amount.kind == "count"
    if item.amount.high == 0 or (kind == "pledge" and is_count and not are_goods(item)):
        return False
    if is_count and is_fraction(item.amount):
        return False
    if kind in OF_PEOPLE and item.classes and item.classes <= NO_PEOPLE:
        return False
    return kind == "pledge" or is_count


def _is_all_there_is(item: Counted) -> bool:
    """True for a number that is its sentence: a page, a row of a table."""
    amount = item.numeral
    return not any(word.is_alpha for word in item.sent if not amount.start <= word.i < amount.end)


def _is_of_score(item: Counted) -> bool:
    """True for a bare number of two against each other: "by 171 to 94", not "from 14 to 31"."""
    doc, start, end = item.head.doc, item.numeral.start, item.numeral.end
    words = [token.lower_ for token in doc[max(0, start - 3) : start]]
    second = words[-1:] == ["to"] and doc[start - 2].like_num and words[0] != "from"
    first = words[-1:] != ["from"] and end + 1 < len(doc) and doc[end].lower_ == "to" and doc[end + 1].like_num
    return item.noun is None and item.amount.kind == "count" and (first or second)


_WHEN_AND_WHERE = frozenset({"time", "location"})
_TIME_WORDS = lexicon.words("base/time_words")


def _names_feast(time: TimeMention) -> bool:
    """True for a holiday, whose name the reader may never have seen: "Ashura", "Easter Sunday"."""
    words = [word.strip(".,") for word in time.text.split()]
    return any(word[:1].isupper() and not word.isupper() and word.lower() not in _TIME_WORDS for word in words)


@dataclass(frozen=True, slots=True)
class Joiner:
    """Joins facts of rules with readings.

    The thresholds of ``network`` say from which probability on a reading counts; ``barred`` has what
    no fact of a kind may be.
    """

    doc: Doc
    times: list[TimeMention]
    anaphors: list[Anaphor]
    network: ReaderNetwork
    barred: Mapping[str, frozenset[str]]

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
        if reading.probability < self._least(item, reading.kind) or not self._may_be(item, reading.kind):
            return
        amount = item.amount
        planned = reading.kind == "members" and is_joint_plan(item.head)
        fact = FactMention(
            start_char=amount.start_char,
            end_char=amount.end_char,
            kind=reading.kind,
            rule=f"reader/{reading.kind}",
            amount=amount,
            status=reading.status if reading.kind in WITH_STATUS else None,
            modality="possible" if planned else cast(Modality, reading.modality),
            confidence=round(reading.probability, 2),
        )
        dated = self._takes_time_for_place(reading)
        fillers = {
            name: filler
            for name, filler in reading.slots.items()
            if self._fits(name, fact) and not self._is_denied(filler) and not (dated and name == "location")
        }
        yield self._with_own_giver(replace(fact, **self._columns(fillers)), item)

    def _with_own_giver(self, fact: FactMention, item: Counted) -> FactMention:
        """The fact; of a pledge, its giver is the state right beside its sum, whatever the reader saw."""
        head = giver_beside(item, fact.status) if fact.kind == "pledge" else None
        if head is None:
            return fact
        giver = actor(head, ())
        span = noun_phrase(head) if giver is None else giver.span
        return replace(fact, agent=characters(self.doc, span), agent_text=self._named(span))

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
        return replace(fact, status=self._status(fact, reading), **self._columns(better))

    def _status(self, fact: FactMention, reading: Reading) -> str | None:
        """The status that the reader gives a fact if it is sure enough, or the rule's."""
        is_sure = reading.status_probability > self._threshold("replace", "status")
        return reading.status if fact.kind in WITH_STATUS and is_sure else fact.status

    def _is_better(self, name: str, fact: FactMention, filler: Guess) -> bool:
        """True if the reader has its way with a slot: it fills it, empties it, or has another filler."""
        if filler.agrees or self._is_taken(name, fact, filler):
            return False
        if filler.span is None and name in ROLES and self._is_antecedent(name, fact):
            return False
        if name == "time" and filler.span is None and fact.time is not None and _names_feast(fact.time):
            return False
        if name == "time" and filler.span is not None and self._time_at(filler.span) is None:
            return False
        is_open = getattr(fact, f"{name}_text" if name in ROLES else name) is None
        what = "fill" if is_open else "empty" if filler.span is None else "replace"
        return filler.probability > self._threshold(what, name)

    def _is_antecedent(self, name: str, fact: FactMention) -> bool:
        """True if a role is filled by what a pronoun means: the reader sees but the sentence."""
        span = getattr(fact, name)
        return span is not None and any((one.start_char, one.end_char) == span for one in self.anaphors)

    def _takes_time_for_place(self, reading: Reading) -> bool:
        """True if the reader's place is all of a time: a feast, "on Eid al-Adha", is no town."""
        where = reading.slots.get("location")
        offsets = characters(self.doc, where.span) if where is not None else None
        time = self._time_at(where.span) if where is not None else None
        if offsets is None or time is None:
            return False
        return time.start_char <= offsets[0] <= offsets[1] <= time.end_char

    def _is_taken(self, name: str, fact: FactMention, filler: Guess) -> bool:
        """True for a role's filler that a rule gave to another (who asks does not give), or that is denied."""
        offsets = characters(self.doc, filler.span)
        taken = {getattr(fact, role) for role in ROLES - {name}} if name in ROLES else set()
        given = offsets is not None and any(span and span[0] < offsets[1] and offsets[0] < span[1] for span in taken)
        return given or self._is_denied(filler)

    def _is_denied(self, filler: Guess) -> bool:
        """True for what the sentence says it is not: "Chile, and not Peru"."""
        return filler.span is not None and is_negated(self.doc[slice(*filler.span)].root)

    def _least(self, item: Counted, kind: str) -> float:
        """How sure a proposal has to be: of a number without a noun ("171 to 94") as sure as that, too."""
        least = self._threshold("add", kind)
        return least if item.noun is not None else max(least, self._threshold("add", "alone"))

    def _threshold(self, what: str, of: str) -> float:
        sure = self.network.thresholds
        return sure.get(f"{what}.{of}", sure[what])

    def _may_be(self, item: Counted, kind: str) -> bool:
        return may_be(item, kind, self.barred.get(kind, frozenset()))

    def _fits(self, name: str, fact: FactMention) -> bool:
        """True unless a kind has no such slot, or a count of deeds ("a triple murder") nobody to name."""
        if name == "object" and fact.amount.text.lower() in MULTIPLES:
            return False
        return fact.kind == "pledge" or name not in OF_GIFTS

    def _words(self, name: str, start: int, end: int) -> tuple[int, int] | None:
        """The words of a filler; a place ends where a time begins."""
        times = (token.i for token in self.doc[start + 1 : end] if token.ent_type_ == "DATE")
        return trim(self.doc, start, next(times, end) if name == "location" else end)

    def _columns(self, fillers: Mapping[str, Guess]) -> dict[str, Any]:
        """The columns of a fact that some fillers make."""
        columns: dict[str, Any] = {}
        for name, filler in fillers.items():
            span = None if filler.span is None else self._words(name, *filler.span)
            if name == "time":
                columns[name] = self._time_at(span)
            elif name in ROLES:
                columns[name], columns[f"{name}_text"] = characters(self.doc, span), self._named(span)
            else:
                columns[name] = text_of(self.doc, span)
        return columns

    def _time_at(self, span: tuple[int, int] | None) -> TimeMention | None:
        """The time expression that a span touches."""
        offsets = characters(self.doc, span)
        if offsets is None:
            return None
        start, end = offsets
        return next((time for time in self.times if time.start_char < end and start < time.end_char), None)

    def _named(self, span: tuple[int, int] | None) -> str | None:
        """The text of a span; a pronoun has the words of its antecedent."""
        offsets = characters(self.doc, span)
        if offsets is None or span is None:
            return None
        if all(token.pos_ == "PRON" for token in self.doc[slice(*span)]):
            start, end = offsets
            said = (one.antecedent for one in self.anaphors if one.start_char <= start and end <= one.end_char)
            return next(said, None)
        return text_of(self.doc, span)
