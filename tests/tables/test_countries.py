"""Which nation a fact belongs to, whose its parties are, and what sort of source tells it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from factx.reading import article
from factx.run.extractor import Extractor
from factx.tables.fact_country import ArticleNations, FactNations, Party, country_of_fact
from factx.who import source_type
from tests.cases import assert_records, cases

CASES = Path(__file__).parent / "cases"
ABOUT_PERU = ArticleNations(None, {"PER": 0.8, "CHL": 0.2})


@pytest.mark.parametrize("case", cases(CASES / "countries.toml", keys=["facts", "dateline", "title"]))
def test_the_nation_of_a_fact(case: dict[str, Any], extractor: Extractor) -> None:
    metadata: dict[str, str] = {name: case[name] for name in ("dateline", "title") if name in case}
    page = article(case["text"], metadata=metadata, published="2019-05-14")
    assert_records(case["facts"], extractor.read(page).facts)


@pytest.mark.parametrize("case", cases(CASES / "source_types.toml", keys=["sources", "type"]))
def test_the_type_of_a_source(case: dict[str, Any]) -> None:
    wrong = {source: found for source in case["sources"] if (found := source_type(source) or "") != case["type"]}
    assert not wrong


def test_officials_are_sources_by_title_and_organisation() -> None:
    assert source_type("Ana Ruiz", "spokeswoman", "Health Ministry") == "health"
    assert source_type("Ana Ruiz", "police chief") == "police"
    assert source_type("Ana Ruiz", "Defence Minister") == "government"
    assert source_type("Ana Ruiz", "director") is None


@pytest.mark.parametrize("kind", ["killed", "injured", "arrest", "displaced", "pledge", "troops"])
def test_a_place_outranks_all_else(kind: str) -> None:
    fact = FactNations(kind, place="BOL", agent=Party("PER"), victims=Party("CHL"))
    assert country_of_fact(fact, ABOUT_PERU) == ("BOL", "sentence")


def test_places_in_two_nations_leave_it_to_none_of_a_third() -> None:
    fact = FactNations("killed", beside=frozenset({"BOL", "ARG"}))
    assert country_of_fact(fact, ABOUT_PERU) == (None, None)


def test_the_answer_always_says_where_it_is_from() -> None:
    for share in range(0, 11):
        article_nations = ArticleNations(None, {"PER": share / 10, "CHL": 1 - share / 10})
        nation, source = country_of_fact(FactNations("killed"), article_nations)
        assert (nation is None) == (source is None)
