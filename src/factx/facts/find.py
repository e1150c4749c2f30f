"""The finder: every counted phrase, the frames it stands in, the first rule that accepts it, and the slots filled."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from spacy.tokens import Doc, Token

from factx.base import (
    Anaphor,
    ArticleContext,
    EntityMention,
    FactMention,
    OfficialMention,
    QuantityMention,
    TimeMention,
)
from factx.facts.confidence import confidence
from factx.facts.conflicts import Match, settled
from factx.facts.counted import ALONE, Counted, find_counted
from factx.facts.features import count_features
from factx.facts.frames import Frame, frames
from factx.facts.phrases import characters, filled, text_of
from factx.facts.rule_file import Rule, read_rules
from factx.facts.slots import agent as roles
from factx.facts.slots import attribution as standing
from factx.facts.slots import object as objects
from factx.facts.slots import time_and_place as circumstances
from factx.facts.slots.pledge import pledge_slots, sum_features
from factx.facts.slots.status import status_of
from factx.facts.triggers import TriggerIndex
from factx.facts.word_order_frames import frames_after, frames_before
from factx.model import preposition

NUMBERLESS_FRAMES = frozenset({"class", "self"})


@dataclass(frozen=True, slots=True)
class FactFinder:
    """Finds the facts of a doc by its rules."""

    rules: tuple[Rule, ...]
    index: TriggerIndex

    @classmethod
    def load(cls, rules: str | Path | None = None) -> FactFinder:
        """A finder with our rules, and those of the folder ``rules``; RuleError names a file that is wrong."""
        found = read_rules(None if rules is None else Path(rules))
        return cls(found, TriggerIndex.of(found))

    def find(
        self,
        doc: Doc,
        context: ArticleContext,
        amounts: Sequence[QuantityMention],
        times: Sequence[TimeMention],
        mentions: Sequence[EntityMention],
        officials: Sequence[OfficialMention],
        references: Sequence[Anaphor],
    ) -> list[FactMention]:
        """The facts of the doc in text order; everything but the doc are findings of the earlier steps."""
        counts = find_counted(doc, amounts)
        found = [match for item in counts for match in [self.match(item)] if match]
        matches = settled(counts, found)
        return [claimed(doc, match, times, references) for match in matches]

    def match(self, counted: Counted) -> Match | None:
        """The first rule, by the rules' order and then by closeness, that accepts the counted phrase."""
        before = self._best(counted, frames_before(counted))
        if before is not None:
            return before
        found = [self._best(counted, frames(counted)), self._best(counted, frames_after(counted))]
        return min((match for match in found if match), key=lambda match: match.rule.order, default=None)

    def _best(self, counted: Counted, candidates: Iterable[Frame]) -> Match | None:
        best: tuple[int, int, Match] | None = None
        for position, frame in enumerate(candidates):
            phrase = Phrase(counted, frame)
            for rule in self.index.matches(frame):
                key = (rule.order, position)
                if (best is None or key < best[:2]) and accepts(rule, phrase):
                    best = (*key, Match(counted, frame, rule))
        return None if best is None else best[2]


def place_text(doc: Doc, where: tuple[int, int] | None, references: Sequence[Anaphor]) -> str | None:
    """The words of a place; what "the country" stands for."""
    offsets = characters(doc, where)
    if offsets is None:
        return None
    stands_for = [
        item for item in references if item.iso3 and item.end_char == offsets[1] and item.start_char <= offsets[0]
    ]
    return stands_for[0].antecedent if stands_for else text_of(doc, where)


class Phrase:
    """A counted phrase in one of its frames; its features are worked out once, whichever rules ask for them."""

    def __init__(self, counted: Counted, frame: Frame) -> None:
        self.counted, self.frame = counted, frame

    @cached_property
    def features(self) -> frozenset[str]:
        """What rules may need or forbid: of a sum what it is for, of a count how it is meant."""
        if self.counted.amount.kind == "money":
            return sum_features(self.frame, self.counted)
        return count_features(self.counted, self.frame.trigger)


def accepts(rule: Rule, phrase: Phrase) -> bool:
    """Whether what is counted is what the rule counts."""
    counted, frame = phrase.counted, phrase.frame
    if rule.amount != counted.amount.kind or (counted.singular and not rule.singular):
        return False
    if rule.amount == "count" and counted.amount.low is not None and 0 < counted.amount.low < 1:
        return False
    if rule.amount == "money":
        return _as_demanded(rule, phrase)
    if counted.singular and (frame.name == "headline" or (frame.name, frame.trigger.dep_) == ("predicate", "amod")):
        return False
    if not _as_demanded(rule, phrase):
        return False
    if frame.name == "self" and rule.verbs:
        return frame.trigger.head.lemma_.lower() in {verb.split()[0] for verb in rule.verbs}
    if frame.name in {"self", "toll"}:
        return True
    if rule.amount in {"measure", "percent"}:
        return True
    if frame.name == "class" and preposition(counted.top) in {"including", "among", "like", "such as"}:
        return False
    if counted.classes == ALONE:
        return frame.name not in NUMBERLESS_FRAMES and "person" in rule.counts
    if counted.classes & rule.counts:
        return True
    return rule.unknown_nouns and not counted.classes and is_name(counted.noun)


def _as_demanded(rule: Rule, phrase: Phrase) -> bool:
    """Whether the phrase has all features that the rule needs and none that it forbids."""
    if not rule.needs and not rule.unless:
        return True
    return rule.needs <= phrase.features and not rule.unless & phrase.features


def is_name(noun: Token | None) -> bool:
    """Whether a noun that no lexicon knows may stand for persons: a name or an adjective ("three Jains")."""
    return noun is not None and (noun.pos_ in {"PROPN", "ADJ"} or noun.text[:1].isupper())


def claimed(doc: Doc, match: Match, times: Iterable[TimeMention], references: Sequence[Anaphor]) -> FactMention:
    """The fact with its slots filled."""
    counted, frame, rule = match.counted, match.frame, match.rule
    trigger = frame.trigger
    told = [time for time in times if time.start_char > counted.amount.start_char] if match.goes_on else times
    when = circumstances.time_of(doc, counted.top if match.goes_on else trigger, counted.top, told)
    where = circumstances.place_of(
        doc, trigger, counted.top, rule.goals, when[1] if when else (), frame.name == "class"
    )
    cut = (when[1] if when else set()) | (set(range(*where)) if where else set())
    status = status_of(rule, trigger)
    source = standing.source_of(doc, trigger, counted.top)
    slots: dict[str, Any] = {"source": characters(doc, source), "source_text": text_of(doc, source)}
    if rule.amount == "money":
        slots |= pledge_slots(doc, frame, counted, references, status, when[1] if when else ())
    else:
        who = roles.agent(frame, counted, references, cut) if rule.agents else None
        slots |= {**filled(doc, "agent", who), "object": text_of(doc, objects.counted_object(counted, frame, cut))}
    aided_place = slots.pop("place", None)
    location = place_text(doc, where, references) or aided_place
    amount = counted.amount
    modality = rule.modality or standing.modality_of(trigger, counted.top, amount.high == 0)
    return FactMention(
        start_char=amount.start_char,
        end_char=amount.end_char,
        kind=rule.kind,
        rule=rule.id,
        amount=amount,
        location=location,
        time=when[0] if when else None,
        status=status,
        modality=modality,  # type: ignore[arg-type]
        confidence=confidence(counted, frame, rule, modality),
        **slots,
    )
