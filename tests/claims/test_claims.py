"""Claims: which facts are one claim, what claims.csv has of it, and the laws of clusters."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factx.base import Claim, DiskMap, Event, Fact
from factx.claims.cluster import ClaimGrouper
from factx.claims.events import EventGrouper
from tests.cases import assert_records, cases, read_cases

Case = dict[str, Any]
Articles = list[tuple[list[Fact], str | None]]

CLAIMS = Path(__file__).parent / "cases" / "claims.toml"
KEYS = ("every", "facts", "claims")
ALL = read_cases(CLAIMS, KEYS)
EVENTS = Path(__file__).parent / "cases" / "events.toml"
KEYS_OF_EVENTS = ("every", "facts", "events")


def fact(stated: dict[str, Any], fact_id: str, article_id: str) -> Fact:
    """A fact from what a case states of it: a value alone is exact, a first day alone is the last one, too."""
    known = {name: value for name, value in stated.items() if name not in {"article", "published", "claim", "event"}}
    if "value" in known:
        known |= {"low": known["value"], "high": known["value"]}
    elif known.get("low") == known.get("high"):
        known["value"] = known["low"]
    if "time_start" in known:
        known.setdefault("time_end", known["time_start"])
    known.setdefault("sentence_id", f"{article_id}: {known.get('sentence')}")
    return Fact(fact_id=fact_id, article_id=article_id, **known)


def facts_of(case: Case) -> Articles:
    """The facts of a case, article by article, with the date of each."""
    found: dict[str, tuple[list[Fact], str | None]] = {}
    for number, stated in enumerate(labelled(case)):
        name = f"{case['phenomenon']} {stated['article']}"
        article = found.setdefault(name, ([], stated.get("published")))
        article[0].append(fact(stated, f"{case['phenomenon']} {number}", name))
    return list(found.values())


def labelled(case: Case) -> list[dict[str, Any]]:
    """What a case states of each fact, with what it states of every one."""
    return [{**case.get("every", {}), **stated} for stated in case["facts"]]


def grouped(articles: Articles) -> tuple[list[Fact], list[Claim]]:
    """Facts with the ids of their claims, and the claims, of articles in the order in which they are written."""
    grouper = ClaimGrouper()
    facts = [fact for found, published in articles for fact in grouper.assign(found, published)]
    return facts, list(grouper.claims())


@pytest.mark.parametrize("case", cases(CLAIMS, keys=KEYS))
def test_facts_fall_into_claims(case: Case) -> None:
    facts, claims = grouped(facts_of(case))
    ids = [item.claim_id for item in facts]
    wanted = [stated["claim"] for stated in labelled(case)]
    assert [ids.index(item) for item in ids] == [wanted.index(label) for label in wanted]
    assert {claim.claim_id for claim in claims} == set(ids)


@pytest.mark.parametrize("case", [item for item in cases(CLAIMS, keys=KEYS) if "claims" in item.values[0]])
def test_what_is_told_of_a_claim(case: Case) -> None:
    facts, claims = grouped(facts_of(case))
    claim_of = {stated["claim"]: item.claim_id for item, stated in zip(facts, labelled(case), strict=True)}
    for stated in case["claims"]:
        wanted = {name: value for name, value in stated.items() if name != "claim"}
        assert_records([wanted], [claim for claim in claims if claim.claim_id == claim_of[stated["claim"]]])


def told_as_events(articles: Articles) -> tuple[list[Fact], list[Event]]:
    """Facts with the ids of their claims and events, and the events, of articles in the order in which they come."""
    claims, events = ClaimGrouper(), EventGrouper()
    facts = [
        fact for found, published in articles for fact in events.assign(claims.assign(found, published), published)
    ]
    return facts, list(events.events())


def test_an_event_and_its_claim_have_one_number_where_no_report_is_the_newer() -> None:
    told = {"kind": "killed", "location": "Quetta", "country": "PAK", "time_start": "2017-08-07"}
    articles = [([fact({**told, "value": dead}, f"f{dead}", f"a{dead}")], "2017-08-08") for dead in (20, 14)]
    claims, events = ClaimGrouper(), EventGrouper()
    for facts, day in articles:
        events.assign(claims.assign(facts, day), day)
    (claim,), (event,) = claims.claims(), events.events()
    assert claim.conflict
    assert event.killed == claim.best
    assert (event.killed_low, event.killed_high) == (claim.low, claim.high)


@pytest.mark.parametrize("case", cases(EVENTS, keys=KEYS_OF_EVENTS))
def test_facts_fall_into_events(case: Case) -> None:
    facts, events = told_as_events(facts_of(case))
    wanted = [stated["event"] for stated in labelled(case)]
    ids = [item.event_id for item in facts]
    assert [item is None for item in ids] == [label == "" for label in wanted]
    assert [ids.index(item) for item in ids] == [wanted.index(label) for label in wanted]
    event_of = dict(zip(wanted, ids, strict=True))
    for stated in case.get("events", []):
        told = {name: value for name, value in stated.items() if name != "event"}
        assert_records([told], [event for event in events if event.event_id == event_of[stated["event"]]])


def test_the_table_is_large_enough() -> None:
    assert len(ALL) >= 40
    assert sum(case["phenomenon"].startswith("must not merge") for case in ALL) >= 10


def test_a_claim_shows_its_most_frequent_wording() -> None:
    dead = Fact(article_id="a", kind="killed", value=20, low=20, high=20, location="Izmir")
    words = ("people", "residents", "residents")
    _, claims = grouped([([replace(dead, fact_id=str(at), object=word) for at, word in enumerate(words)], None)])
    assert [claim.object for claim in claims] == ["residents"]


def test_every_claim_of_all_cases_together_stays_apart_by_place_and_day() -> None:
    facts, claims = grouped([article for case in ALL for article in facts_of(case)])
    by_id = {claim.claim_id: claim for claim in claims}
    assert all(by_id[item.claim_id].kind == item.kind for item in facts)
    assert all(by_id[item.claim_id].currency == item.currency for item in facts)


@st.composite
def articles(draw: st.DrawFn) -> Articles:
    """Some articles of a few facts each, alike enough to meet."""

    def one(article: int, number: int) -> Fact:
        low = draw(st.one_of(st.none(), st.integers(0, 40)))
        high = draw(st.one_of(st.none(), st.integers(low or 0, 60)))
        return Fact(
            fact_id=f"{article}.{number}",
            article_id=str(article),
            kind=draw(st.sampled_from(["killed", "pledge", "troops", "members"])),
            low=low,
            high=high,
            value=low if low == high else None,
            object=draw(st.sampled_from([None, "people", "soldiers", "%$ 12", "of"])),
            location=draw(st.sampled_from([None, "Herat", "Kabul", "Afghanistan", "--"])),
            location_country=draw(st.sampled_from([None, "AFG"])),
            time_start=draw(st.sampled_from([None, "2021-03-01", "2021", "0000-00-00", "soon"])),
            agent=draw(st.sampled_from([None, "police"])),
        )

    days = st.sampled_from([None, "2021-03-01", "2021-03-02", "2021-13-41"])
    return [([one(at, n) for n in range(draw(st.integers(0, 4)))], draw(days)) for at in range(draw(st.integers(0, 4)))]


@settings(max_examples=60, deadline=None)
@given(articles())
def test_every_fact_has_one_claim_and_the_counts_add_up(items: Articles) -> None:
    facts, claims = grouped(items)
    assert len({claim.claim_id for claim in claims}) == len(claims)
    assert sum(claim.mentions or 0 for claim in claims) == len(facts)
    assert {fact.claim_id for fact in facts} == {claim.claim_id for claim in claims}
    assert all(claim.low is None or claim.high is None or claim.low <= claim.high for claim in claims)


@settings(max_examples=20, deadline=None)
@given(articles())
def test_the_same_articles_give_the_same_claims(items: Articles) -> None:
    assert grouped(items) == grouped(items)


def test_a_claim_names_its_parties_in_full() -> None:
    """An article that calls the World Bank "the Bank", and "the lender", has it as giver in its claims."""
    stated = {"kind": "pledge", "currency": "USD", "status": "pledged", "agent_id": "e1"}
    told = [
        {**stated, "agent": "World Bank", "recipient": "Ghana", "value": 50e6},
        {**stated, "agent": "Bank", "recipient": "Togo", "value": 20e6},
        {**stated, "agent": "lender", "recipient": "Mali", "value": 12e6},
        {**stated, "agent": "Riverbank", "recipient": "Chad", "value": 3e6},
    ]
    grouper = ClaimGrouper()
    facts = [fact(one, f"f{number}", "a") for number, one in enumerate(told)]
    kept = grouper.assign(facts, "2019-05-02", {"e1": "World Bank"})
    assert [one.agent for one in kept] == ["World Bank", "Bank", "lender", "Riverbank"]
    assert [claim.agent for claim in grouper.claims()] == ["World Bank"] * 3 + ["Riverbank"]


def test_claims_of_other_kinds_are_passed_over_unseen(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    get = DiskMap.get

    def noted(self: DiskMap[Any], key: str) -> Any:
        asked.append(key)
        return get(self, key)

    def looked_at(facts: list[Fact]) -> int:
        asked.clear()
        ClaimGrouper().assign(facts, "2021-03-01")
        return sum(key.isdigit() for key in asked)

    monkeypatch.setattr(DiskMap, "get", noted)
    towns = [fact({"kind": "killed", "value": n + 4, "location": f"Town{n}"}, f"{n}", "a") for n in range(40)]
    arrest = fact({"kind": "arrest", "value": 9, "location": "Herat"}, "last", "a")
    assert looked_at([*towns, arrest]) == looked_at(towns) > 0


def test_a_sum_below_nothing_has_a_claim() -> None:
    """Rows that users bring along may have one."""
    told = {"kind": "pledge", "currency": "USD", "agent": "Oman", "recipient": "Yemen", "status": "pledged"}
    grouper = ClaimGrouper()
    grouper.assign([fact({**told, "value": -40e6}, "f1", "a")], "2019-05-02")
    grouper.assign([fact({**told, "value": -40e6}, "f2", "b")], "2019-05-02")
    assert {claim.agent for claim in grouper.claims()} == {"Oman"}
