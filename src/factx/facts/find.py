"""The finder: each counted phrase, its frames, the first rule that accepts it, and its slots.

1. Counted phrases: amounts with their nouns, and single persons (``counted``).
2. Frames: how each is related to the words around it, by the parse and by word order (``frames``).
3. The first rule, by the rules' order and then by closeness, that does not refuse the phrase
   (``refusals``).
4. Conflicts among the matches of a sentence (``conflicts``), then the slots (``slots``).
5. What a reader says beside the rules, if the model has one (``reader``, ``joined``): it may be
   sure that what a rule takes for a fact is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from spacy.tokens import Doc

from factx.base import FactMention, context_of
from factx.facts.confidence import evidence, probability
from factx.facts.conflicts import resolve_conflicts
from factx.facts.counts.counted import Counted
from factx.facts.counts.counting import find_counted
from factx.facts.counts.groups import with_groups
from factx.facts.counts.ones import with_ones
from factx.facts.counts.parts import is_of_which
from factx.facts.elided.carried import carried, housed
from factx.facts.elided.more_of_them import with_more_of_them
from factx.facts.elided.resumed import resumed
from factx.facts.fill import Annotations, fill_slots, is_told_of_bill, status_of_match
from factx.facts.frame import Frame
from factx.facts.frames.by_parse import frames
from factx.facts.frames.by_word_order import frames_after, frames_before
from factx.facts.frames.retold import retold
from factx.facts.frames.triggers import TriggerIndex
from factx.facts.kinds import BEFALLEN, KILLED
from factx.facts.matches import Match
from factx.facts.money.amid import Surroundings, amid_frame, tells_of_gift
from factx.facts.money.features import are_goods
from factx.facts.reader.certain import is_certain
from factx.facts.reader.filler_words import FillerWords
from factx.facts.reader.joined import Joiner
from factx.facts.reader.proposable import barred_features
from factx.facts.reader.reader import Reader, Reading
from factx.facts.refusals import Phrase, accepts
from factx.facts.relations import are_joined
from factx.facts.rule_file import Rule, read_rules
from factx.facts.slots.event_time import as_scheduled, within_its_time, without_time_to_come
from factx.facts.zeros import with_zeros
from factx.model import ReaderNetwork

DELIVERED = "delivered"
GOES = "pledge/goes to"


@dataclass(frozen=True, slots=True)
class FactFinder:
    """Finds the facts of a doc by its rules, and with its reader if the model has one."""

    rules: tuple[Rule, ...]
    index: TriggerIndex
    barred: Mapping[str, frozenset[str]]
    sure: Mapping[str, frozenset[str]]
    reader: Reader | None = None

    @classmethod
    def load(cls, rules: str | Path | None = None, network: ReaderNetwork | None = None) -> FactFinder:
        """Return a finder with factx's rules and a user's own; RuleError names a file that is wrong."""
        return cls.of(read_rules(None if rules is None else Path(rules)), network)

    @classmethod
    def of(cls, rules: tuple[Rule, ...], network: ReaderNetwork | None = None) -> FactFinder:
        """Return a finder with some rules alone."""
        sure = {rule.id: rule.sure for rule in rules if rule.sure}
        return cls(rules, TriggerIndex.of(rules), barred_features(rules), sure, Reader(network) if network else None)

    def find(self, doc: Doc) -> list[FactMention]:
        """Return the facts, in text order, of a doc that the earlier steps have annotated."""
        return [replace(fact, confidence=probability(found)) for fact, found in self.find_with_evidence(doc)]

    def find_with_evidence(self, doc: Doc) -> list[tuple[FactMention, dict[str, float]]]:
        """Return the facts, without confidence, each with the evidence that its confidence rests on."""
        annotated = Annotations.of(doc)
        counted = counted_phrases(annotated)
        matches = resolve_conflicts(doc, counted, self.matches(doc, counted))
        by_match = _as_wholes([(fill_slots(match, annotated), match) for match in matches])
        readings = self.read(doc, counted, [fact for fact, _ in by_match])
        joined = facts = [fact for fact, match in by_match if not self.is_refused(fact, match, readings)]
        if self.reader is not None and readings:
            fillers = FillerWords(doc, annotated.times, annotated.anaphors)
            told = frozenset(fact.start_char for fact, match in by_match if is_told_of_bill(match) or _is_part(match))
            joiner = Joiner(doc, fillers, self.reader.network, self.barred, self.sure, told)
            joined = list(joiner.join(counted, facts, readings))
        at = {item.amount.start_char: item for item in (*counted, *(match.counted for match in matches))}
        by_rule = {(match.counted.amount.start_char, match.rule.id): match for match in matches}
        published = context_of(doc).published
        found = []
        dated = (within_its_time(as_scheduled(fact, at[fact.start_char].head, published), doc) for fact in joined)
        for fact in (without_time_to_come(fact, published) for fact in dated):
            match = by_rule.get((fact.start_char, fact.rule))
            reading = self._about(fact, match, readings)
            found.append((fact, evidence(at[fact.start_char], match, fact, reading)))
        return found

    def _about(self, fact: FactMention, match: Match | None, readings: Mapping[int, Reading]) -> Reading | None:
        """Return what the reader says of a fact, None if it cannot know.

        It knows the kinds that it was trained on, and names one of those that a zero may be of.
        """
        if self.reader is None or fact.kind not in self.reader.network.kinds:
            return None
        reading = readings.get(fact.start_char)
        if reading is None or (match is not None and is_certain(match, reading)):
            return None
        is_told = reading.kind != fact.kind or reading.probability > reading.none
        is_of_several = fact.amount.high == 0 and is_told
        return None if is_of_several else reading

    def is_refused(self, fact: FactMention, match: Match, readings: Mapping[int, Reading]) -> bool:
        """True if the reader is sure that what a rule of factx found is none: credit among firms is no gift."""
        least = None if self.reader is None else self.reader.network.thresholds.get(f"keep.{fact.kind}")
        if least is None or match.rule.own:
            return False
        reading = self._about(fact, match, readings)
        return reading is not None and reading.share_of(fact.kind) < least

    def by_rules(
        self, counted: Sequence[Counted], matches: Sequence[Match], annotated: Annotations
    ) -> list[FactMention]:
        """Return the facts that the matches of a doc's counted phrases make."""
        return [fill_slots(match, annotated) for match in resolve_conflicts(annotated.doc, counted, matches)]

    def read(self, doc: Doc, counted: Sequence[Counted], facts: Iterable[FactMention]) -> dict[int, Reading]:
        """Return what the reader says of counted phrases, by their first character; nothing without a reader."""
        if self.reader is None or not doc.tensor.size:
            return {}
        return self.reader.read(doc, counted, {fact.start_char: fact for fact in facts})

    def matches(self, doc: Doc, counted: Sequence[Counted]) -> list[Match]:
        """Return the matches of the counted phrases; gifts make others beside them likely."""
        found = [match for phrase in counted for match in self._matches(phrase)]
        again = (housed, carried, resumed)
        taken_up = {item.amount.start_char: item for taken in again for item in taken(counted, found)}
        found.extend(match for item in taken_up.values() if (match := self.match_by_parse(item)))
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
            for frame in (*frames(counted), *frames_after(counted)):
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
        told = min((match for match in found if match), key=lambda match: match.rule.order, default=None)
        again = self._best(counted, retold(counted))
        return again if again is not None and (told is None or outweighs(again, told)) else told

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


def counted_phrases(annotated: Annotations) -> list[Counted]:
    """Return the counted phrases of a doc, zeros told by negation among them."""
    doc = annotated.doc
    return with_zeros(doc, with_more_of_them(with_groups(doc, with_ones(doc, find_counted(doc, annotated.amounts)))))


def _inheriting(match: Match, found: Sequence[Match]) -> Match:
    """Return a sum told shortly with the status of the gift nearest to it."""
    if "amid" not in match.rule.frames:
        return match
    place = match.counted.head.i
    gifts = [item for item in found if tells_of_gift(item.rule)]
    nearest = min(gifts, key=lambda item: abs(item.counted.head.i - place))
    if nearest.counted.sent.start != match.counted.sent.start:
        return replace(match, inherits=match.rule.status)
    return replace(match, inherits=status_of_match(nearest))


def _is_part(match: Match) -> bool:
    """True for "of which $2m will go to schools"."""
    return match.rule.id == GOES and is_of_which(match.counted)


def _as_wholes(found: list[tuple[FactMention, Match]]) -> list[tuple[FactMention, Match]]:
    """Return the facts, parts of a sum with its status: "approved $9m, of which $2m will go to schools"."""
    told: list[tuple[FactMention, Match]] = []
    for fact, match in found:
        shares = bool(told) and _is_part(match) and _has_status_for(match, *told[-1])
        told.append((replace(fact, status=told[-1][0].status) if shares else fact, match))
    return told


def _has_status_for(part: Match, fact: FactMention, whole: Match) -> bool:
    """True for a sum of the same sentence that is not yet all given, as its part is not."""
    together = fact.kind == part.rule.kind and whole.counted.sent == part.counted.sent
    return together and fact.status not in {None, DELIVERED}


def outweighs(again: Match, told: Match) -> bool:
    """True if a later clause tells more: that the hurt died, or of harm where the first tells of none."""
    return told.rule.kind not in BEFALLEN or (again.rule.kind == KILLED and told.rule.kind != KILLED)
