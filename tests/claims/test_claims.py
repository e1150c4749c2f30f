"""Claims: which facts are one claim, what is told of it, and the laws of grouping."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factx.base.records import Claim, Fact
from factx.claims.cluster import ClaimGrouper, grouped

CASES = Path(__file__).parent / "cases"
FACT_COLUMNS = (
    "case article published kind number object location country time agent recipient currency status modality claim"
)
CLAIM_COLUMNS = "case claim best low high first last mentions articles conflict"
Row = dict[str, str]


def table(name: str, columns: str) -> list[Row]:
    with (CASES / name).open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        assert rows.fieldnames == columns.split()
        return list(rows)


def cases() -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in table("tellings.csv", FACT_COLUMNS):
        found[row["case"]].append(row)
    return dict(found)


def fact(row: Row, number: int) -> Fact:
    """The fact of a row; a number is exact, ``20+`` at least, ``2-3`` a range, ``another`` one more."""
    text = row["number"]
    low, high = text, text
    if text == "another":
        low, high = "1", "1"
    elif text.endswith("+"):
        low, high = text[:-1], ""
    elif "-" in text:
        low, high = text.split("-")
    start, _, end = row["time"].partition("/")
    return Fact(
        fact_id=f"{row['case']} {number}",
        article_id=f"{row['case']} {row['article']}",
        kind=row["kind"],
        value_text=text,
        value=float(low) if low == high else None,
        low=float(low) if low else None,
        high=float(high) if high else None,
        object=row["object"] or None,
        location=row["location"] or None,
        location_country=row["country"] or None,
        time_start=start or None,
        time_end=end or start or None,
        agent=row["agent"] or None,
        recipient=row["recipient"] or None,
        currency=row["currency"] or None,
        status=row["status"] or None,
        modality="denied" if row["modality"] == "denied" else "asserted",
    )


def groups(rows: list[Row]) -> tuple[list[Fact], list[Claim]]:
    return grouped([(fact(row, number), row["published"]) for number, row in enumerate(rows)])


@pytest.mark.parametrize("name", cases())
def test_facts_fall_into_claims(name: str) -> None:
    rows = cases()[name]
    facts, claims = groups(rows)
    ids = [item.claim_id for item in facts]
    wanted = [row["claim"] for row in rows]
    assert [ids.index(item) for item in ids] == [wanted.index(label) for label in wanted]
    assert {claim.claim_id for claim in claims} == set(ids)


@pytest.mark.parametrize("row", table("claims.csv", CLAIM_COLUMNS), ids=lambda row: row["case"])
def test_what_is_told_of_a_claim(row: Row) -> None:
    rows = cases()[row["case"]]
    facts, claims = groups(rows)
    claim_id = next(item.claim_id for item, origin in zip(facts, rows, strict=True) if origin["claim"] == row["claim"])
    claim = next(item for item in claims if item.claim_id == claim_id)
    assert (claim.best, claim.low, claim.high) == (float(row["best"]), float(row["low"]), float(row["high"]))
    assert (claim.first_reported, claim.last_reported) == (row["first"], row["last"])
    assert (claim.mentions, claim.articles) == (int(row["mentions"]), int(row["articles"]))
    assert claim.conflict == (row["conflict"] == "yes")


def test_the_table_is_large_enough() -> None:
    found = cases()
    assert len(found) >= 40
    assert sum(name.startswith("must not merge") for name in found) >= 10


def test_a_claim_shows_its_most_frequent_wording() -> None:
    rows = [dict(cases()["growing toll"][0], object=name, number="20") for name in ("people", "residents", "residents")]
    _, claims = groups(rows)
    assert [claim.object for claim in claims] == ["residents"]


def test_every_claim_of_all_cases_together_stays_apart_by_place_and_day() -> None:
    rows = [row for items in cases().values() for row in items]
    facts, claims = groups(rows)
    by_id = {claim.claim_id: claim for claim in claims}
    assert all(by_id[item.claim_id].kind == item.kind for item in facts)
    assert all(by_id[item.claim_id].currency == item.currency for item in facts)


@st.composite
def articles(draw: st.DrawFn) -> list[tuple[list[Fact], str | None]]:
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


def told(items: list[tuple[list[Fact], str | None]]) -> Iterator[tuple[ClaimGrouper, list[Fact]]]:
    grouper = ClaimGrouper()
    facts = [fact for found, published in items for fact in grouper.assign(found, published)]
    yield grouper, facts


@settings(max_examples=60, deadline=None)
@given(articles())
def test_every_fact_has_one_claim_and_the_counts_add_up(items: list[tuple[list[Fact], str | None]]) -> None:
    grouper, facts = next(told(items))
    claims = grouper.claims()
    assert len({claim.claim_id for claim in claims}) == len(claims)
    assert sum(claim.mentions or 0 for claim in claims) == len(facts)
    assert {fact.claim_id for fact in facts} == {claim.claim_id for claim in claims}
    assert all(claim.low is None or claim.high is None or claim.low <= claim.high for claim in claims)


@settings(max_examples=20, deadline=None)
@given(articles())
def test_the_same_articles_give_the_same_claims(items: list[tuple[list[Fact], str | None]]) -> None:
    first, second = next(told(items)), next(told(items))
    assert first[1] == second[1]
    assert first[0].claims() == second[0].claims()
