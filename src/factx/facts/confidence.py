"""Confidence: how likely a fact's kind and amount are right, by what it was found with.

A logistic regression on ``evidence`` with the weights of the lexicon ``confidence``, which one
command fits to annotated articles (``python -m benchmarks confidence --write``): those of the
column ``unread`` where no reader says anything of the fact. What has no weight does not count: a
kind of the user's own starts from the average.
"""

from __future__ import annotations

import math
from functools import lru_cache

from factx.base import FactMention, lexicon
from factx.facts.counts.counted import ALONE, Counted
from factx.facts.frame import Frame
from factx.facts.frames.by_parse import frames
from factx.facts.frames.by_word_order import frames_after, frames_before
from factx.facts.matches import Match
from factx.facts.reader.reader import Reading
from factx.facts.rule_file import Rule

SUREST = 0.99
"""The highest confidence, and 1 less it the lowest: no fact is certain."""
FAR = 12
"""Tokens between phrase and trigger from which on more distance makes no difference."""
AROUND = 20
"""Tokens on either side among which other numbers are counted."""
SURE = 4.0
"""Log odds of 98 %, from which on the reader's being surer makes no difference."""


def probability(found: dict[str, float]) -> float:
    """The probability that goes with some evidence.

    >>> 0.5 < probability({"bias": 1.0}) < 1.0
    True
    >>> probability({"bias": 1.0, "never seen": 1.0}) == probability({"bias": 1.0})
    True
    """
    weights = _weights("unread" if "unread" in found else "weight")
    score = sum(weights.get(name, 0.0) * value for name, value in found.items())
    share = 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, score))))
    return round(min(max(share, 1.0 - SUREST), SUREST), 2)


def evidence(counted: Counted, match: Match | None, fact: FactMention, reading: Reading | None) -> dict[str, float]:
    """What speaks for or against a fact: who found it and how, what the reader says of it, its amount.

    ``match`` is None for a fact of the reader alone, ``reading`` where there is none: a model without
    a reader, or a kind that it does not know.
    """
    found = {
        "bias": 1.0,
        f"kind={fact.kind}": 1.0,
        f"bound={fact.amount.bound}": 1.0,
        "crowd": min(_numbers_beside(counted), FAR) / FAR,
    }
    flags = {
        "singular": counted.singular,
        "hedged": fact.modality != "asserted",
        "zero": fact.amount.high == 0,
        "capitals": counted.sent.text.isupper(),
        "no object": fact.object is None,
        "no place or time": fact.location is None and fact.time is None,
    }
    found |= {name: 1.0 for name, holds in flags.items() if holds}
    found |= {"by=reader": 1.0} if match is None else _of_rule(counted, match.frame, match.rule)
    return found | _of_reading(fact, reading, alone=match is None)


def _of_rule(counted: Counted, frame: Frame, rule: Rule) -> dict[str, float]:
    """The rule, its frame, parse and word order, noun, distance."""
    by_tree = any(_same(frame, other) for other in frames(counted))
    by_order = any(_same(frame, other) for other in (*frames_before(counted), *frames_after(counted)))
    found = {
        f"frame={frame_group(frame.name)}": 1.0,
        f"noun={_noun(counted, rule)}": 1.0,
        "distance": min(abs(counted.head.i - frame.trigger.i), FAR) / FAR,
    }
    if by_tree and by_order:
        found["read=both"] = 1.0
    elif by_order:
        found["read=order"] = 1.0
    return found


def _of_reading(fact: FactMention, reading: Reading | None, alone: bool) -> dict[str, float]:
    """How likely the reader holds the fact: log odds, and whether it would rather have another kind."""
    if reading is None:
        return {"unread": 1.0}
    odds = _log_odds(reading.share_of(fact.kind))
    found = {"reader alone" if alone else "reader": odds / SURE}
    if reading.kind != fact.kind and reading.probability > reading.none:
        found["another kind"] = 1.0
    return found


def _log_odds(share: float) -> float:
    """The log odds of a probability, cut where more makes no difference.

    >>> _log_odds(0.5), _log_odds(1.0), _log_odds(0.0)
    (0.0, 4.0, -4.0)
    """
    share = min(max(share, 1e-9), 1 - 1e-9)
    return min(max(math.log(share / (1.0 - share)), -SURE), SURE)


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


@lru_cache(maxsize=2)
def _weights(column: str) -> dict[str, float]:
    return {row["evidence"]: float(row[column]) for row in lexicon.read("facts/confidence")}


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
