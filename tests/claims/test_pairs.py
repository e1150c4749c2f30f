"""Pairs of facts, and short articles: one claim, one that has grown, one that is disputed, or two claims."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from factx.claims import ClaimGrouper, EventGrouper, named_people
from factx.run import Extractor
from tests.cases import cases, differences, read_cases
from tests.claims.test_claims import facts_of, grouped

PAIRS = Path(__file__).parent / "cases" / "pairs.toml"
ARTICLES = Path(__file__).parent / "cases" / "articles.toml"
OCCURRENCES = Path(__file__).parent / "cases" / "occurrences.toml"
KEYS_OF_ARTICLES = ("articles", "claims", "events", "apart")
KEYS = ("every", "facts", "relation", "best")
EACH = 30
"""Pairs of each relation, half of them tolls, half pledges."""


@pytest.mark.parametrize("case", cases(PAIRS, keys=KEYS))
def test_a_pair_is_what_it_is_called(case: dict[str, Any]) -> None:
    _, claims = grouped(facts_of(case))
    if case["relation"] == "different":
        assert len(claims) == len(case["facts"])
        return
    (claim,) = claims
    assert claim.conflict == (case["relation"] == "conflicting")
    assert claim.mentions == len(case["facts"])
    assert case.get("best", claim.best) == claim.best


def test_there_are_as_many_of_each() -> None:
    told = Counter((case["relation"], case["every"]["kind"] == "pledge") for case in read_cases(PAIRS, KEYS))
    assert set(told.values()) == {EACH // 2}
    assert sum(told.values()) == 4 * EACH


@pytest.mark.parametrize("case", cases(ARTICLES, keys=KEYS_OF_ARTICLES))
def test_short_articles_give_the_claims_and_events(case: dict[str, Any], extractor: Extractor) -> None:
    claims, events = ClaimGrouper(), EventGrouper()
    for stated in case["articles"]:
        result = extractor.extract(stated["text"], published=stated["published"])
        events.assign(claims.assign(result.facts, stated["published"]), stated["published"])
    made: dict[str, list[Any]] = {"claims": list(claims.claims()), "events": list(events.events())}
    for table, found in made.items():
        for wanted in case.get(table, []):
            assert sum(not list(differences(wanted, record)) for record in found) == 1, found
    for kind, number in case.get("apart", {}).items():
        assert sum(claim.kind == kind for claim in made["claims"]) == number, made["claims"]


@pytest.mark.parametrize("case", cases(OCCURRENCES, keys=("articles",)))
def test_articles_share_an_event_for_each_occurrence_that_both_tell_of(
    case: dict[str, Any], extractor: Extractor
) -> None:
    claims, events = ClaimGrouper(), EventGrouper()
    told: list[tuple[str, set[str]]] = []
    for stated in case["articles"]:
        day = stated["published"]
        result = extractor.extract(stated["text"], published=day)
        people = named_people(result.mentions, result.named, result.officials)
        facts = events.assign(claims.assign(result.facts, day), day, people)
        told.append((stated["about"], {fact.event_id for fact in facts if fact.event_id}))
    for (about, found), (other, there) in combinations(told, 2):
        assert len(found & there) == len(set(about) & set(other)), (found, there)
