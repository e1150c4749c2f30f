"""The explanation of a sentence as lines for a terminal, with colours or plain."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from spacy.tokens import Doc, Span

from factx.base import Anaphor, EntityMention, Fact, QuantityMention, TimeMention, load_mentions
from factx.explain.reasons import Consideration, Verdict, considered
from factx.facts import FactFinder, Frame, Reading

SLOTS = (
    "value", "low", "high", "bound", "unit", "currency", "agent", "agent_country", "object", "recipient", "purpose",
    "location", "location_country", "country", "country_from",
    "time_text", "time_start", "time_end", "status", "modality", "source", "source_type", "confidence",
)  # fmt: skip
NEAR = 6
"""How many rules that nearly fired are shown."""


@dataclass(frozen=True, slots=True)
class Ink:
    """Colours, or none: ``Ink(False)`` leaves every text as it is.

    >>> Ink(False).good("fires")
    'fires'
    """

    on: bool

    def _in(self, text: str, colour: str | int, bold: bool = False) -> str:
        from wasabi.util import color

        return color(text, fg=colour, bold=bold) if self.on else text

    def head(self, text: str) -> str:
        """A heading."""
        return self._in(text, "blue", bold=True)

    def good(self, text: str) -> str:
        """What fired."""
        return self._in(text, "green", bold=True)

    def bad(self, text: str) -> str:
        """What did not."""
        return self._in(text, "yellow")

    def faint(self, text: str) -> str:
        """What helps to read the rest."""
        return self._in(text, "grey")


def explanation(doc: Doc, sentence: Span, facts: Sequence[Fact], finder: FactFinder, ink: Ink) -> Iterator[str]:
    """The lines that explain one sentence: tokens, spans, counted phrases, their rules and facts."""
    yield ink.head(" ".join(sentence.text.split()))
    yield from _tokens(sentence, ink)
    yield from _spans(doc, sentence, ink)
    items = considered(doc, sentence, finder)
    if not items:
        yield ink.bad("  nothing counted: no amount and no singular person")
    for item in items:
        yield from _counted(item, facts, ink)


def _tokens(sentence: Span, ink: Ink) -> Iterator[str]:
    tokens = [token for token in sentence if not token.is_space]
    width = min(max((len(token.text) for token in tokens), default=1), 24)
    for token in tokens:
        head = "" if token.dep_ == "ROOT" else f"of {token.head.text}"
        forms = f"{token.pos_:<6}{token.tag_:<6}{token.dep_:<13}"
        yield f"  {token.text:<{width}}  {ink.faint(forms)}{head:<{width + 4}}{token.ent_type_}".rstrip()


def _spans(doc: Doc, sentence: Span, ink: Ink) -> Iterator[str]:
    """What the earlier steps found in the sentence: amounts, times, mentions, references."""
    for amount in _within(load_mentions(doc, "factx_quantities", QuantityMention), sentence):
        bounds = f"{_number(amount.low)} to {_number(amount.high)}, {amount.bound}"
        yield f"  {ink.head('amount')}   {amount.text}: {amount.kind}, {bounds}{_after(amount.currency or amount.unit)}"
    for time in _within(load_mentions(doc, "factx_dates", TimeMention), sentence):
        yield f"  {ink.head('time')}     {time.text}: {time.start_date or '?'} to {time.end_date or '?'} ({time.value})"
    for named in _within(load_mentions(doc, "factx_mentions", EntityMention), sentence):
        yield f"  {ink.head('mention')}  {named.text}: {named.type} {named.name}{_after(named.iso3)}"
    for reference in _within(load_mentions(doc, "factx_references", Anaphor), sentence):
        yield f"  {ink.head('refers')}   {reference.text}: to {reference.antecedent}{_after(reference.iso3)}"


def _within(findings: Iterable[Any], sentence: Span) -> Iterator[Any]:
    return (item for item in findings if sentence.start_char <= item.start_char < sentence.end_char)


def _counted(item: Consideration, facts: Sequence[Fact], ink: Ink) -> Iterator[str]:
    counted = item.counted
    noun = "" if counted.noun is None else f" {counted.noun.text}"
    classes = ", ".join(sorted(counted.classes)) or "no class"
    yield f"  {ink.head('counted')}  {counted.amount.text}{noun} ({classes})"
    yield f"           {ink.faint('by the tree:  ' + _frames(item.frames))}"
    if item.adjacent:
        yield f"           {ink.faint('by word order: ' + _frames(item.adjacent))}"
    if item.fired is None:
        yield f"           {ink.bad('no rule fires')}"
    else:
        yield f"           {ink.good('fires')}   {_rule(item.fired)}"
    if item.reading is not None:
        yield f"           {ink.faint('read as ' + _reading(item.reading))}"
    if item.refused:
        yield f"           {ink.bad('no fact: the reader is sure enough that the rule is wrong')}"
    yield from _slots(item, facts, ink)
    for verdict in [verdict for verdict in item.verdicts if verdict.reason][:NEAR]:
        yield f"           {ink.bad('nearly')}  {_rule(verdict)}: {verdict.reason}"


def _slots(item: Consideration, facts: Sequence[Fact], ink: Ink) -> Iterator[str]:
    start = item.counted.amount.start_char
    for fact in facts:
        if fact.char_start == start:
            yield f"           {ink.faint('fact ' + str(fact.fact_id))}"
            for slot in SLOTS:
                value = getattr(fact, slot)
                if value is not None:
                    yield f"             {slot:<17}{_number(value)}"


def _frames(found: Iterable[Frame]) -> str:
    return ", ".join(dict.fromkeys(f"{frame.name} of {frame.trigger.text}" for frame in found)) or "none"


def _rule(verdict: Verdict) -> str:
    return f"{verdict.rule.id} ({verdict.frame.name} of {verdict.frame.trigger.text})"


def _reading(reading: Reading) -> str:
    """What the reader takes a phrase for: the likeliest kind, and how likely it is no fact."""
    return f"{reading.kind} with {reading.probability:.2f}, no fact with {reading.none:.2f}"


def _number(value: object) -> str:
    """A number without a needless ``.0``, anything else as it is; ``?`` for an open end.

    >>> _number(12.0), _number(None)
    ('12', '?')
    """
    if value is None:
        return "?"
    return f"{value:.15g}" if isinstance(value, float) else str(value)


def _after(text: str | None) -> str:
    return f", {text}" if text else ""
