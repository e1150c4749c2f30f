"""What the reader is shown of a sentence, and what becomes of its answers beside the rules."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

import numpy as np
import pytest
from spacy.tokens import Doc

from factx.base import FactMention, QuantityMention, Spans
from factx.facts.counts.counted import Counted
from factx.facts.counts.counting import find_counted
from factx.facts.find import FactFinder
from factx.facts.frame import Frame
from factx.facts.matches import Match
from factx.facts.reader.filler_words import FillerWords
from factx.facts.reader.joined import Joiner
from factx.facts.reader.proposable import barred_features, may_be
from factx.facts.reader.reader import AMOUNT_MARK, NOUN_MARK, Guess, Reader, Reading, SentenceTree
from factx.facts.rule_file import Rule
from factx.model.encoder.reader import ReaderNetwork

NAMES: dict[str, Any] = {
    "inputs": ["layer"],
    "kinds": ["none", "arrest", "killed", "pledge"],
    "slots": ["agent", "object"],
    "statuses": ["pledged"],
    "modalities": ["asserted", "possible"],
    "thresholds": {},
}
SURE = {"add": 0.6, "add.arrest": 0.8, "fill": 0.5, "empty": 0.9, "replace": 0.7}
POLICE = """
Police police NOUN NNS nsubj 2
held hold VERB VBD root 0
nine nine NUM CD nummod 4
men man NOUN NNS obj 2
in in ADP IN case 6
Lima Lima PROPN NNP obl 2
. . PUNCT . punct 2
"""
AGENT, NINE, MEN, LIMA = 0, 2, 3, 5


class Session:
    """An ONNX session that says what it is told, and remembers what it was given."""

    def __init__(self, *answers: Any) -> None:
        self.answers = answers
        self.given: dict[str, Any] = {}

    def run(self, _: None, given: dict[str, Any]) -> tuple[Any, ...]:
        self.given = given
        return self.answers


@pytest.fixture
def police(tree: Callable[[str], Doc]) -> Doc:
    doc = tree(POLICE)
    doc.tensor = np.ones((len(doc), 2), dtype=np.float16)
    return doc


def nine_men(doc: Doc) -> Counted:
    nine = doc[NINE]
    end = doc[MEN].idx + len("men")
    amount = QuantityMention(
        nine.idx, nine.idx + len("nine"), "nine", "count", 9.0, 9.0, 9.0, "exact",
        noun_start=doc[MEN].idx, noun_end=end,
    )  # fmt: skip
    [item] = find_counted(doc, [amount])
    return item


def pointing(words: int, places: Mapping[int, tuple[int, int]]) -> tuple[Any, Any]:
    """Log probabilities of starts and ends that are sure of some fillers, by slot, and of no others."""
    start, end = (np.full((1, len(NAMES["slots"]), words + 1), -9.0) for _ in range(2))
    start[:, :, 0] = end[:, :, 0] = -0.01
    for slot, (first, last) in places.items():
        start[0, slot, [0, 1 + first]] = end[0, slot, [0, 1 + last]] = -9.0, -0.01
    return start, end


def test_the_network_sees_amount_noun_and_governors(police: Doc) -> None:
    item = nine_men(police)
    session = Session(
        np.array([[0.1, 0.8, 0.1, 0.0]]), np.ones((1, 1)), np.array([[0.9, 0.1]]), *pointing(7, {0: (0, 0)})
    )
    found = Reader(ReaderNetwork(session, NAMES)).read(
        police, [item], {item.amount.start_char: by_rule(police, "killed")}
    )
    assert session.given["marks"].tolist() == [0, 0, AMOUNT_MARK + NAMES["kinds"].index("killed"), NOUN_MARK, 0, 0, 0]
    assert session.given["places"].tolist() == [[NINE, MEN, 1, 1]]
    assert session.given["steps"].tolist() == [[2, 1, 1, 0, 3, 2, 2]]
    reading = found[item.amount.start_char]
    assert (reading.kind, reading.probability, reading.none, reading.modality) == ("arrest", 0.8, 0.1, "asserted")
    assert reading.slots["agent"].span == (AGENT, AGENT + 1)
    assert reading.slots["object"].span is None


def test_a_kind_of_the_users_own_is_not_shown(police: Doc) -> None:
    item = nine_men(police)
    session = Session(np.array([[1.0, 0, 0, 0]]), np.ones((1, 1)), np.array([[1.0, 0]]), *pointing(7, {}))
    Reader(ReaderNetwork(session, NAMES)).read(police, [item], {item.amount.start_char: by_rule(police, "strikers")})
    assert session.given["marks"][NINE] == AMOUNT_MARK
    assert session.given["told"].tolist() == [[[-1, -1], [-1, -1]]]


@pytest.mark.parametrize(
    ("fillers", "told", "agrees"),
    [
        ({"agent": (0, 6), "agent_text": "Police"}, [[1, 1], [0, 0]], True),
        ({"agent": (24, 28), "agent_text": "Lima", "object": "men"}, [[6, 6], [4, 4]], False),
        ({"object": "nine men"}, [[0, 0], [3, 4]], False),
        ({"agent": (90, 95), "agent_text": "Guards"}, [[-1, -1], [0, 0]], True),
    ],
    ids=["the same", "another", "none", "in another sentence"],
)
def test_the_network_sees_what_the_rule_says(
    police: Doc, fillers: dict[str, Any], told: list[list[int]], agrees: bool
) -> None:
    item = nine_men(police)
    session = Session(np.array([[0.0, 1, 0, 0]]), np.ones((1, 1)), np.array([[1.0, 0]]), *pointing(7, {0: (0, 0)}))
    fact = by_rule(police, **fillers, status="pledged", modality="possible")
    [reading] = Reader(ReaderNetwork(session, NAMES)).read(police, [item], {item.amount.start_char: fact}).values()
    assert session.given["told"].tolist() == [told]
    assert session.given["said"].tolist() == [[0, 1]]
    assert reading.slots["agent"].agrees is agrees


def test_a_filler_may_be_as_long_as_in_training_and_never_ends_before_it_starts(police: Doc) -> None:
    item = nine_men(police)
    start, end = pointing(7, {})
    start[0, 0, [0, 1 + 4]] = -9.0, -0.01
    end[0, 0, [0, 1 + 2, 1 + 6]] = -9.0, -0.01, -2.0
    session = Session(np.array([[0.0, 1.0, 0, 0]]), np.ones((1, 1)), np.array([[1.0, 0]]), start, end)
    [reading] = Reader(ReaderNetwork(session, NAMES)).read(police, [item], {}).values()
    assert reading.slots["agent"].span == (4, 7)


def test_words_beyond_the_longest_sentence_are_not_read(police: Doc, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factx.facts.reader.reader.LONGEST_SENTENCE", NINE)
    assert not SentenceTree(police, next(police.sents)).holds(nine_men(police))
    assert Reader(ReaderNetwork(Session(), NAMES)).read(police, [nine_men(police)], {}) == {}


# --- beside the rules -------------------------------------------------------------------------------------------------


def reading(kind: str = "arrest", probability: float = 0.95, **slots: Guess) -> Reading:
    return Reading(kind, probability, 1 - probability, "pledged", 0.6, "asserted", slots)


def joined(
    doc: Doc, fact: FactMention | None, said: Reading, sure: Mapping[str, frozenset[str]] = MappingProxyType({})
) -> list[FactMention]:
    item = nine_men(doc)
    network = ReaderNetwork(Session(), {**NAMES, "thresholds": SURE})
    joiner = Joiner(doc, FillerWords(doc, Spans(), Spans()), network, {"arrest": frozenset({"conditional"})}, sure)
    return list(joiner.join([item], [fact] if fact else [], {item.amount.start_char: said}))


def by_rule(doc: Doc, kind: str = "arrest", **columns: Any) -> FactMention:
    amount = nine_men(doc).amount
    return FactMention(amount.start_char, amount.end_char, kind, f"{kind}/verb", amount, **columns)


def test_the_reader_proposes_where_no_rule_fires(police: Doc) -> None:
    [fact] = joined(police, None, reading(agent=Guess((AGENT, AGENT + 1), 0.9), object=Guess(None, 0.9)))
    assert (fact.rule, fact.kind, fact.agent_text, fact.object) == ("reader/arrest", "arrest", "Police", None)
    assert (fact.confidence, fact.status) == (0.95, None)


@pytest.mark.parametrize(
    ("kind", "probability", "count"), [("arrest", 0.79, 0), ("arrest", 0.8, 1), ("killed", 0.7, 1)]
)
def test_a_proposal_needs_what_its_kind_needs(police: Doc, kind: str, probability: float, count: int) -> None:
    assert len(joined(police, None, reading(kind, probability))) == count


def test_a_fact_by_rule_stands(police: Doc) -> None:
    fact = by_rule(police)
    assert joined(police, fact, reading(probability=0.01)) == [fact]
    assert joined(police, fact, reading("killed")) == [fact]


@pytest.mark.parametrize(
    ("kind", "said", "own", "refused"),
    [
        ("pledge", ("pledge", 0.39), False, True),
        ("pledge", ("pledge", 0.41), False, False),
        ("pledge", ("arrest", 0.05), False, True),
        ("pledge", ("pledge", 0.39), True, False),
        ("killed", ("killed", 0.01), False, False),
        ("strikers", ("pledge", 0.01), False, False),
    ],
    ids=["surely none", "maybe one", "maybe another", "the user's rule", "a kind that stands", "the user's kind"],
)
def test_a_rules_fact_is_none_if_the_reader_is_sure_enough(
    police: Doc, kind: str, said: tuple[str, float], own: bool, refused: bool
) -> None:
    rule = Rule("verb", kind, f"{kind}.toml", frozenset({"obj"}), own=own)
    match = Match(nine_men(police), Frame("obj", police[1]), rule)
    finder = FactFinder.of((rule,), ReaderNetwork(Session(), {**NAMES, "thresholds": {"keep.pledge": 0.4}}))
    fact = by_rule(police, kind)
    assert finder.is_refused(fact, match, {fact.start_char: reading(*said)}) is refused


def test_a_fact_of_the_users_own_kind_stands(police: Doc) -> None:
    fact = by_rule(police, "strikers")
    assert joined(police, fact, reading(probability=0.01)) == [fact]


@pytest.mark.parametrize(
    ("before", "filler", "after"),
    [
        (None, Guess((AGENT, AGENT + 1), 0.6), "Police"),
        (None, Guess((AGENT, AGENT + 1), 0.5), None),
        ("Lima", Guess((AGENT, AGENT + 1), 0.8), "Police"),
        ("Lima", Guess((AGENT, AGENT + 1), 0.7), "Lima"),
        ("Police force", Guess((AGENT, AGENT + 1), 0.8, agrees=True), "Police force"),
        ("Lima", Guess(None, 0.9), "Lima"),
        ("Lima", Guess(None, 0.95), None),
    ],
)
def test_the_reader_has_its_way_with_a_slot_if_it_is_sure_enough(
    police: Doc, before: str | None, filler: Guess, after: str | None
) -> None:
    [fact] = joined(police, by_rule(police, agent_text=before), reading(agent=filler))
    assert fact.agent_text == after
    assert replace(fact, agent=None, agent_text=None) == by_rule(police)


@pytest.mark.parametrize(("probability", "status"), [(0.7, "requested"), (0.8, "pledged")])
def test_the_reader_has_its_way_with_a_status_if_it_is_sure_enough(
    police: Doc, probability: float, status: str
) -> None:
    said = replace(reading("pledge"), status_probability=probability)
    [fact] = joined(police, by_rule(police, "pledge", status="requested"), said)
    assert fact.status == status


@pytest.mark.parametrize(("sure", "status"), [("requested", "requested"), ("withheld", "pledged")])
def test_a_status_of_which_a_rules_words_leave_no_doubt_stands(police: Doc, sure: str, status: str) -> None:
    said = replace(reading("pledge"), status_probability=0.99)
    fact = by_rule(police, "pledge", status="requested")
    [told] = joined(police, fact, said, {fact.rule: frozenset({sure})})
    assert told.status == status


def test_only_pledges_have_recipients(police: Doc) -> None:
    [fact] = joined(police, None, reading(recipient=Guess((LIMA, LIMA + 1), 0.9)))
    assert fact.recipient_text is None
    [fact] = joined(police, by_rule(police, "pledge"), reading("pledge", recipient=Guess((LIMA, LIMA + 1), 0.9)))
    assert fact.recipient_text == "Lima"


def test_who_does_it_is_not_the_one_it_is_done_to(tree: Callable[[str], Doc]) -> None:
    doc = tree(
        POLICE.replace("Police police NOUN NNS nsubj 2", "Police police NOUN NNS obj 2").replace(
            "obj 2\nin", "nsubj 2\nin"
        )
    )
    assert joined(doc, None, reading()) == []


def test_what_most_rules_of_a_kind_forbid_is_barred() -> None:
    def rule(name: str, *unless: str) -> Rule:
        return Rule(name, "arrest", "arrest.toml", frozenset({"obj"}), unless=frozenset(unless))

    rules = [rule("one", "rate", "zero"), rule("two", "rate"), rule("three")]
    assert barred_features(rules) == {"arrest": {"rate"}}


@pytest.mark.parametrize(("noun", "killed"), [("men", True), ("sheep", False), ("houses", False)])
def test_only_people_are_killed(tree: Callable[[str], Doc], noun: str, killed: bool) -> None:
    doc = tree(POLICE.replace("men man", f"{noun} {noun.removesuffix('s')}"))
    nine, end = doc[NINE], doc[MEN].idx + len(doc[MEN])
    amount = QuantityMention(
        nine.idx, nine.idx + len("nine"), "nine", "count", 9.0, 9.0, 9.0, "exact",
        noun_start=doc[MEN].idx, noun_end=end,
    )  # fmt: skip
    [item] = find_counted(doc, [amount])
    assert may_be(item, "missing", frozenset()) is killed


@pytest.mark.parametrize(("barred", "count"), [({"conditional"}, 0), ({"rate"}, 1)])
def test_a_barred_phrase_is_not_proposed(tree: Callable[[str], Doc], barred: set[str], count: int) -> None:
    doc = tree(POLICE.replace("Police police NOUN NNS nsubj 2", "If if SCONJ IN mark 2"))
    assert may_be(nine_men(doc), "arrest", frozenset(barred)) is bool(count)


def test_a_number_alone_in_its_sentence_is_not_proposed(tree: Callable[[str], Doc]) -> None:
    doc = tree("33 33 NUM CD root 0\n. . PUNCT . punct 1")
    amount = QuantityMention(0, 2, "33", "count", 33.0, 33.0, 33.0, "exact")
    [item] = find_counted(doc, [amount])
    assert not may_be(item, "killed", frozenset())


def test_what_the_sentence_denies_fills_no_role(tree: Callable[[str], Doc]) -> None:
    doc = tree(POLICE.replace("in in ADP IN case 6", "not not PART RB advmod 6"))
    doc.tensor = np.ones((len(doc), 2), dtype=np.float16)
    [fact] = joined(doc, by_rule(doc, agent_text="Police"), reading(agent=Guess((LIMA, LIMA + 1), 0.95)))
    assert fact.agent_text == "Police"


@pytest.mark.parametrize(("before", "proposed"), [("by", [False, False]), ("from", [True, True])])
def test_the_figures_of_a_vote_are_not_proposed(tree: Callable[[str], Doc], before: str, proposed: list[bool]) -> None:
    doc = tree(
        f"It it PRON PRP nsubj 2\nfell fall VERB VBD root 0\n{before} {before} ADP IN case 4\n171 171 NUM CD obl 2\n"
        "to to ADP IN case 6\n94 94 NUM CD nmod 4\n. . PUNCT . punct 2"
    )
    amounts = [
        QuantityMention(doc[at].idx, doc[at].idx + len(doc[at]), doc[at].text, "count", value, value, value, "exact")
        for at, value in ((3, 171.0), (5, 94.0))
    ]
    assert [may_be(item, "killed", frozenset()) for item in find_counted(doc, amounts)] == proposed


@pytest.mark.parametrize(
    ("verb", "done_to", "proposed"), [("shot", "himself", True), ("shot", "guards", False), ("fell", None, True)]
)
def test_an_age_tells_of_no_event_and_who_hurts_himself_is_hurt(
    tree: Callable[[str], Doc], verb: str, done_to: str | None, proposed: bool
) -> None:
    doc = tree(
        "A a DET DT det 6\n5 5 NUM CD nummod 3\nyear year NOUN NN obl:npmod 5\n- - PUNCT HYPH punct 3\n"
        f"old old ADJ JJ amod 6\nboy boy NOUN NN nsubj 7\n{verb} {verb} VERB VBD root 0\n"
        + (f"{done_to} {done_to} PRON PRP obj 7\n" if done_to else "away away ADV RB advmod 7\n")
        + ". . PUNCT . punct 7"
    )
    [item] = find_counted(doc, [])
    assert item.singular
    assert may_be(item, "injured", frozenset()) is proposed


@pytest.mark.parametrize(("word", "proposed"), [("pregnant", True), ("wounded", False)])
def test_what_somebody_is_called_bars_a_proposal_only_if_it_tells_what_befell_him(
    tree: Callable[[str], Doc], word: str, proposed: bool
) -> None:
    doc = tree(
        f"A a DET DT det 3\n{word} {word} ADJ JJ amod 3\nwoman woman NOUN NN nsubj 4\n"
        "fell fall VERB VBD root 0\n. . PUNCT . punct 4"
    )
    [item] = find_counted(doc, [])
    assert may_be(item, "injured", frozenset()) is proposed
