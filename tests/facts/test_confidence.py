"""Confidence: evidence read off a match, and a probability that goes up and down with it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from factx.base import lexicon
from factx.base.mentions import QuantityMention
from factx.facts.confidence import confidence, evidence, frame_group, probability
from factx.facts.counted import Counted
from factx.facts.frames import Frame
from factx.facts.rule_file import FRAMES, Rule, read_rules

Tree = Callable[[str], Doc]
WEIGHTS = {row["evidence"]: float(row["weight"]) for row in lexicon.read("facts/confidence")}
ARRESTED_NINE_MEN = """
Police   police NOUN NNS nsubj  2
arrested arrest VERB VBD root   0
nine     nine   NUM  CD  nummod 4
men      man    NOUN NNS obj    2
"""
RULE = next(rule for rule in read_rules() if rule.id == "arrest/arrested")


def nine_men(doc: Doc) -> tuple[Counted, Frame]:
    amount = QuantityMention(16, 20, "nine", "count", 9.0, 9.0, 9.0, "exact", noun_start=21, noun_end=24)
    return Counted(amount, doc[3], doc[3], frozenset({"person"})), Frame("obj", doc[1])


def test_evidence_names_what_was_seen(tree: Tree) -> None:
    counted, frame = nine_men(tree(ARRESTED_NINE_MEN))
    found = evidence(counted, frame, RULE, "asserted")
    assert {"bias", "kind=arrest", "frame=obj", "noun=known", "read=both"} <= set(found)
    assert not {"singular", "hedged", "read=order"} & set(found)


def test_hedges_and_unknown_nouns_are_evidence(tree: Tree) -> None:
    counted, frame = nine_men(tree(ARRESTED_NINE_MEN))
    unknown = Counted(counted.amount, counted.head, counted.noun, frozenset())
    assert {"hedged", "noun=other"} <= set(evidence(unknown, frame, RULE, "possible"))


def test_confidence_is_a_probability_of_two_digits(tree: Tree) -> None:
    counted, frame = nine_men(tree(ARRESTED_NINE_MEN))
    value = confidence(counted, frame, RULE, "asserted")
    assert 0.5 < value <= 1.0
    assert value == round(value, 2)


def test_a_kind_of_the_users_own_has_a_confidence_too(tree: Tree) -> None:
    counted, frame = nine_men(tree(ARRESTED_NINE_MEN))
    rule = Rule(name="held", kind="held for ransom", file="ransom.toml", frames=frozenset({"obj"}), verbs=("arrest",))
    assert 0.0 < confidence(counted, frame, rule, "asserted") <= 1.0


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
