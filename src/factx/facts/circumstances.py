"""Circumstances: where and when, as stated in the same clause."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from spacy.tokens import Doc, Token

from factx.facts.cues import cues
from factx.facts.phrases import noun_phrase, trim
from factx.findings import TimeExpression
from factx.syntax import PREDICATES, preposition, tokens_between

PLACES = frozenset({"LOC", "FAC"})
PLACE_PREPOSITIONS = frozenset(
    {"in", "at", "near", "on", "across", "throughout", "inside", "outside", "around", "off", "over", "within", "into"}
)
FAR = 99


def time_of(
    doc: Doc, trigger: Token, top: Token, times: Iterable[TimeExpression]
) -> tuple[TimeExpression, set[int]] | None:
    """The time expression closest to the trigger in its clause, with its tokens; None when none is stated.

    Durations and sets ("for three weeks", "every Tuesday") are no time of an event.
    """
    best: tuple[int, TimeExpression, set[int]] | None = None
    for expression in times:
        if expression.first is None and expression.last is None:
            continue
        tokens = tokens_between(doc, expression.start, expression.end)
        if not len(tokens) or tokens.root.sent.start != trigger.sent.start:
            continue
        distance = _distance(tokens.root, trigger, top)
        if distance < FAR and (best is None or distance < best[0]):
            best = (distance, expression, {token.i for token in tokens})
    return None if best is None else (best[1], best[2])


def place_of(doc: Doc, trigger: Token, top: Token) -> tuple[int, int] | None:
    """The named place closest to the trigger in its clause, with all that nests in it, as a token span."""
    best: tuple[int, Token] | None = None
    for head in _place_heads(trigger):
        distance = _distance(head, trigger, top)
        if distance < FAR and (best is None or distance < best[0]):
            best = (distance, head)
    if best is None:
        return None
    return _named_part(doc, best[1])


def _place_heads(trigger: Token) -> list[Token]:
    """The heads of prepositional phrases of place in the sentence."""
    return [
        token
        for token in trigger.sent
        if token.dep_ in {"obl", "nmod"} and preposition(token) in PLACE_PREPOSITIONS and _holds_place(token)
    ]


def _holds_place(token: Token) -> bool:
    if token.ent_type_ in PLACES:
        return True
    return any(
        item.ent_type_ in PLACES
        for item in token.children
        if item.dep_ in {"compound", "nmod:poss", "appos", "flat"} or (item.dep_ == "nmod" and preposition(item) in {"of", "in", "near"})
    )


def _named_part(doc: Doc, head: Token) -> tuple[int, int] | None:
    """The place without the unnamed venue before it: "a nightclub near Kuala Lumpur" → Kuala Lumpur."""
    if head.ent_type_ not in PLACES and head.pos_ != "PROPN":
        for item in head.children:
            if item.dep_ == "nmod" and item.ent_type_ in PLACES and preposition(item) in {"near", "in", "of", "at", "on"}:
                return _span(doc, item)
    return _span(doc, head)


def _span(doc: Doc, head: Token) -> tuple[int, int] | None:
    span = noun_phrase(head)
    if span is None:
        return None
    end = span[1]
    # an apposed larger place belongs to the name: "Koszalin, Poland"
    while end + 1 < len(doc) and doc[end].text == "," and doc[end + 1].ent_type_ in PLACES and not doc[end + 1].is_sent_start:
        end += 2
        while end < len(doc) and doc[end].ent_iob_ == "I" and doc[end].ent_type_ in PLACES:
            end += 1
    return trim(doc, span[0], end)


def _distance(token: Token, trigger: Token, top: Token) -> int:
    """Steps from the phrase to the trigger or what is counted; FAR where a reporting clause lies between."""
    owner = token
    steps = 0
    while True:
        owner = owner.head if owner.head != owner else owner
        steps += 1
        if owner.i in {trigger.i, top.i}:
            return steps
        if owner.pos_ in PREDICATES or owner.head == owner or steps > 6:
            break
    climb = _climb(trigger, owner)
    if climb is not None:
        return steps + climb + 2
    return FAR


def _climb(trigger: Token, owner: Token) -> int | None:
    """Steps up from the trigger to the phrase's owner without leaving a reported clause."""
    token, steps = trigger, 0
    while token.head != token and steps < 8:
        if token.dep_ in {"ccomp", "parataxis"} and token.head.lemma_.lower() in cues("report"):
            return None
        token, steps = token.head, steps + 1
        if token.i == owner.i:
            return steps
    return None


def overlapping(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether any span shares a character with ``start`` to ``end``."""
    return any(first < end and start < last for first, last in spans)
