"""Why a sentence yields its facts: what was counted, and how each rule fired or failed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span

from factx.facts import (
    Annotations,
    Counted,
    FactFinder,
    Frame,
    Match,
    Phrase,
    Reading,
    Rule,
    bases,
    counted_phrases,
    frames,
    frames_after,
    frames_before,
    refusals,
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a rule in a frame: it made the fact (``reason`` is empty), or why not."""

    rule: Rule
    frame: Frame
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Consideration:
    """A counted phrase, its frames (by the tree, then by word order), a verdict per rule, the reading.

    ``refused`` is true if a rule made a fact of it, and the reader is sure that it is none.
    """

    counted: Counted
    frames: tuple[Frame, ...]
    adjacent: tuple[Frame, ...]
    verdicts: tuple[Verdict, ...]
    reading: Reading | None = None
    refused: bool = False

    @property
    def fired(self) -> Verdict | None:
        """The rule that made the fact."""
        return next((verdict for verdict in self.verdicts if not verdict.reason), None)


def considered(doc: Doc, sentence: Span, finder: FactFinder) -> list[Consideration]:
    """What the finder considers in one sentence of a doc that the earlier steps have been through."""
    annotated = Annotations.of(doc)
    counted = counted_phrases(annotated)
    found = finder.matches(doc, counted)
    matches = {match.counted.amount.start_char: match for match in found}
    facts = finder.by_rules(counted, found, annotated)
    readings = finder.read(doc, counted, facts)
    told = [(fact, matches[fact.start_char]) for fact in facts if fact.start_char in matches]
    refused = {fact.start_char for fact, match in told if finder.is_refused(fact, match, readings)}
    here = [item for item in counted if sentence.start <= item.head.i < sentence.end]
    starts = [item.amount.start_char for item in here]
    return [
        replace(_consideration(item, finder, matches.get(start)), reading=readings.get(start), refused=start in refused)
        for item, start in zip(here, starts, strict=True)
    ]


def _consideration(counted: Counted, finder: FactFinder, match: Match | None) -> Consideration:
    by_tree, by_order = tuple(frames(counted)), (*frames_before(counted), *frames_after(counted))
    ranked: dict[str, tuple[int, Verdict]] = {}
    for rank, verdict in _verdicts(counted, (*by_tree, *by_order), match, finder):
        if verdict.rule.id not in ranked or rank < ranked[verdict.rule.id][0]:
            ranked[verdict.rule.id] = (rank, verdict)
    closest = sorted(ranked.values(), key=lambda item: (item[0], item[1].rule.order, item[1].rule.id))
    return Consideration(counted, by_tree, by_order, tuple(verdict for _, verdict in closest))


def _verdicts(
    counted: Counted, candidates: tuple[Frame, ...], match: Match | None, finder: FactFinder
) -> Iterator[tuple[int, Verdict]]:
    """Every rule that hears a frame: 0 fired, 1 outranked, 2 refused, 3 out of frame.

    Rules for another sort of amount, and rules that hear nothing but a noun class, come near only with
    a match.
    """
    if match is not None:
        yield 0, Verdict(match.rule, match.frame)
    for frame in candidates:
        heard = finder.index.matches(frame)
        for rule in heard:
            if not rule.takes(counted.amount.kind) or (frame.name == "class" and not rule.counts & counted.classes):
                continue
            lacking = list(refusals(rule, Phrase(counted, frame)))
            if lacking:
                yield 2, Verdict(rule, frame, "; ".join(lacking))
            elif match is not None and rule.id != match.rule.id:
                yield 1, Verdict(rule, frame, _outranked(rule, match.rule))
        for rule in finder.rules:
            if rule not in heard and rule.takes(counted.amount.kind) and _names(rule, frame):
                yield 3, Verdict(rule, frame, _out_of_frame(rule, frame))


def _outranked(rule: Rule, by: Rule) -> str:
    """Why another rule made the fact: by the rules' order, or because its word is the closer one."""
    why = f"order {rule.order} after {by.order}" if rule.order > by.order else "its word is closer"
    return f"gives way to {by.id} ({why})"


def _names(rule: Rule, frame: Frame) -> bool:
    """True if the token of the frame is one of the rule's triggers, whatever the frame."""
    first = {phrase.split()[0] for phrase in rule.verbs}
    return any(word in first or word in rule.nouns or word in rule.adjectives for word in bases(frame.trigger))


def _out_of_frame(rule: Rule, frame: Frame) -> str:
    if frame.name not in rule.frames:
        return f"the phrase is {frame.name} of {frame.trigger.text!r}; the rule takes {', '.join(sorted(rule.frames))}"
    phrases = [phrase for phrase in rule.verbs if phrase.split()[0] in bases(frame.trigger)]
    if phrases:
        return f"{frame.trigger.text!r} stands without the rest of {' or '.join(repr(item) for item in phrases)}"
    return f"{frame.trigger.text!r} is no trigger in the frame {frame.name}"
