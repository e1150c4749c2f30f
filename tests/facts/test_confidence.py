"""Confidence: evidence read off a match, and a probability that goes up and down with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from factx.base import lexicon
from factx.base.mentions import FactMention, QuantityMention
from factx.facts.confidence import evidence, frame_group, probability
from factx.facts.counts.counted import Counted
from factx.facts.frame import Frame
from factx.facts.matches import Match
from factx.facts.reader.reader import Reading
from factx.facts.rule_file import FRAMES, read_rules

Tree = Callable[[str], Doc]
WEIGHTS = {row["evidence"]: float(row["weight"]) for row in lexicon.read("facts/confidence")}
ARRESTED_NINE_MEN = """
Police   police NOUN NNS nsubj  2
arrested arrest VERB VBD root   0
nine     nine   NUM  CD  nummod 4
men      man    NOUN NNS obj    2
"""
RULE = next(rule for rule in read_rules() if rule.id == "arrest/arrested")


def nine_men(doc: Doc, noun_class: str = "person") -> Match:
    amount = QuantityMention(16, 20, "nine", "count", 9.0, 9.0, 9.0, "exact", noun_start=21, noun_end=24)
    return Match(Counted(amount, doc[3], doc[3], frozenset({noun_class})), Frame("obj", doc[1]), RULE)


def fact_of(match: Match, **columns: Any) -> FactMention:
    amount = match.counted.amount
    return FactMention(amount.start_char, amount.end_char, "arrest", "arrest/arrested", amount, **columns)


def reading(kind: str, probability: float, none: float) -> Reading:
    return Reading(kind, probability, none, "", 0.0, "asserted", {})


def test_evidence_names_what_was_seen(tree: Tree) -> None:
    match = nine_men(tree(ARRESTED_NINE_MEN))
    found = evidence(match.counted, match, fact_of(match, object="men"), None)
    assert {"bias", "kind=arrest", "frame=obj", "noun=known", "read=both", "bound=exact", "unread"} <= set(found)
    assert not {"singular", "hedged", "read=order", "no object", "by=reader"} & set(found)


def test_hedges_and_unknown_nouns_are_evidence(tree: Tree) -> None:
    match = nine_men(tree(ARRESTED_NINE_MEN), "thing")
    assert {"hedged", "noun=other"} <= set(evidence(match.counted, match, fact_of(match, modality="possible"), None))


def test_what_the_reader_says_is_evidence(tree: Tree) -> None:
    match = nine_men(tree(ARRESTED_NINE_MEN))

    def sure(said: Reading) -> float:
        return probability(evidence(match.counted, match, fact_of(match), said))

    found = evidence(match.counted, match, fact_of(match), reading("killed", 0.7, 0.1))
    assert {"another kind", "reader"} <= set(found)
    assert found["reader"] < 0
    assert sure(reading("arrest", 0.99, 0.01)) > sure(reading("arrest", 0.6, 0.4)) > sure(reading("arrest", 0.1, 0.9))


def test_a_fact_of_the_reader_alone_has_no_frame(tree: Tree) -> None:
    match = nine_men(tree(ARRESTED_NINE_MEN))
    found = evidence(match.counted, None, fact_of(match), reading("arrest", 0.9, 0.1))
    assert {"by=reader", "reader alone"} <= set(found)
    assert not any(name.startswith("frame=") for name in found)


def test_confidence_is_a_probability_of_two_digits(tree: Tree) -> None:
    match = nine_men(tree(ARRESTED_NINE_MEN))
    value = probability(evidence(match.counted, match, fact_of(match), None))
    assert 0.5 < value <= 1.0
    assert value == round(value, 2)


def test_a_kind_of_the_users_own_has_a_confidence_too(tree: Tree) -> None:
    match = nine_men(tree(ARRESTED_NINE_MEN))
    fact = replace(fact_of(match), kind="held for ransom")
    assert 0.0 < probability(evidence(match.counted, match, fact, None)) <= 1.0


@given(st.dictionaries(st.sampled_from([*WEIGHTS, "unheard of"]), st.floats(-1e6, 1e6), max_size=8))
def test_any_evidence_gives_a_probability(found: dict[str, float]) -> None:
    assert 0.0 <= probability(found) <= 1.0


@pytest.mark.parametrize("frame", sorted(FRAMES | {"headline", "nmod:of", "obl:for"}))
def test_every_frame_has_a_group(frame: str) -> None:
    assert frame_group(frame)
    assert ":" not in frame_group(frame)


def test_weights_are_finite_and_named_once() -> None:
    names = [row["evidence"] for row in lexicon.read("facts/confidence")]
    assert len(names) == len(set(names))
    assert all(abs(weight) < 20 for weight in WEIGHTS.values())
