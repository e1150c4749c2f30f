"""Confidence: how likely a fact's kind and amount are right, by what it was found with."""

from __future__ import annotations

import math
from functools import lru_cache

from factx.base import lexicon
from factx.facts.counted import ALONE, Counted
from factx.facts.frames import Frame, frames
from factx.facts.rule_file import Rule
from factx.facts.word_order_frames import frames_after, frames_before

FAR = 12
"""Tokens between phrase and trigger from which on more distance makes no difference."""
AROUND = 20
"""Tokens on either side among which other numbers are counted."""


def confidence(counted: Counted, frame: Frame, rule: Rule, modality: str) -> float:
    """The probability, 0 to 1 with two digits, that a fact is one and counts what it says.

    A logistic regression on ``evidence`` with the weights of the lexicon ``confidence``, calibrated on
    annotated articles (``benchmarks/confidence.py``). A kind of the user's own has no weight: it starts
    from the average.
    """
    return probability(evidence(counted, frame, rule, modality))


def probability(found: dict[str, float]) -> float:
    """The probability that goes with some evidence.

    >>> 0.5 < probability({"bias": 1.0}) < 1.0
    True
    >>> probability({"bias": 1.0, "never seen": 1.0}) == probability({"bias": 1.0})
    True
    """
    score = sum(_weights().get(name, 0.0) * value for name, value in found.items())
    return round(1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, score)))), 2)


def evidence(counted: Counted, frame: Frame, rule: Rule, modality: str) -> dict[str, float]:
    """What speaks for or against a fact: kind, frame, parse and word order, noun, distance, standing."""
    by_tree = any(_same(frame, other) for other in frames(counted))
    by_order = any(_same(frame, other) for other in (*frames_before(counted), *frames_after(counted)))
    found = {
        "bias": 1.0,
        f"kind={rule.kind}": 1.0,
        f"frame={frame_group(frame.name)}": 1.0,
        f"noun={_noun(counted, rule)}": 1.0,
        "distance": min(abs(counted.head.i - frame.trigger.i), FAR) / FAR,
        "crowd": min(_numbers_beside(counted), FAR) / FAR,
    }
    if by_tree and by_order:
        found["read=both"] = 1.0
    elif by_order:
        found["read=order"] = 1.0
    if counted.singular:
        found["singular"] = 1.0
    if modality != "asserted":
        found["hedged"] = 1.0
    return found


def frame_group(name: str) -> str:
    """The sort of a frame: "nmod:of" and "nmod:to" are both nominal.

    >>> frame_group("nmod:of"), frame_group("obl:for"), frame_group("nsubj:pass")
    ('nominal', 'oblique', 'passive')
    """
    if name.startswith("nmod"):
        return "nominal"
    if name.startswith("obl"):
        return "oblique"
    return {"nsubj:pass": "passive", "headline": "passive", "nsubj": "active", "iobj": "obj"}.get(name, name)


@lru_cache(maxsize=1)
def _weights() -> dict[str, float]:
    return {row["evidence"]: float(row["weight"]) for row in lexicon.read("facts/confidence")}


def _same(frame: Frame, other: Frame) -> bool:
    return frame.trigger.i == other.trigger.i


def _noun(counted: Counted, rule: Rule) -> str:
    if rule.amount == "money":
        return "money"
    if counted.classes == ALONE:
        return "none"
    return "known" if counted.classes & rule.counts else "other"


def _numbers_beside(counted: Counted) -> int:
    """How many other numbers stand around the phrase: tables and lists of figures are hard to read."""
    doc, place = counted.head.doc, counted.head.i
    around = doc[max(0, place - AROUND) : place + AROUND]
    return max(0, sum(token.like_num or token.pos_ == "NUM" for token in around) - 1)
