"""Names of nations that are none, and names that stand for nations: capitals, bodies, money."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pycountry
import pytest

from factx.base import lexicon
from factx.who import nation_of_seat, nations
from factx.who.article_country import SIGNS, dateline_country
from tests.cases import cases

STATES = [item.name for item in pycountry.subdivisions if item.code.startswith("US-") and item.type == "State"]
CASES = Path(__file__).parent / "cases" / "no_nations.toml"


@pytest.mark.parametrize("case", cases(CASES, keys=["nations"]))
def test_only_what_names_a_nation_has_a_code(case: dict[str, Any]) -> None:
    assert [named.iso3 for named in nations.find_nations(case["text"])] == case["nations"]


@pytest.mark.parametrize("state", STATES)
def test_a_town_of_any_american_state_is_no_nation(state: str) -> None:
    if state not in {"Georgia", "Washington"}:  # a nation and a capital: a list may name them behind another
        assert nations.find_nations(f"A mill in Poland, {state}, burnt down.") == []


def test_money_of_one_nation_speaks_for_it() -> None:
    codes = {item.alpha_3: item for item in pycountry.currencies}
    alpha3 = {item.alpha_2: item.alpha_3 for item in pycountry.countries}
    wrong = {
        code: nations.of_currency(code)
        for code in codes
        if nations.of_currency(code) not in {None, alpha3.get(code[:2])}
    }
    assert not wrong
    assert all(nations.of_currency(code) is None for code in codes if code.startswith("X"))
    assert all(nations.of_currency(code) is None for code in lexicon.words("who/world_money", "code"))


@pytest.mark.parametrize(
    ("dateline", "nation"),
    [
        ("PORT OF SPAIN", "TTO"),
        ("MADRID, Spain", "ESP"),
        ("GUATEMALA CITY", "GTM"),
        ("Kuala Lumpur, Thurs.", "MYS"),
        ("NIAMEY, Niger", "NER"),
        ("NEWTOWN CROSSING", None),
    ],
)
def test_the_nation_of_a_dateline(dateline: str, nation: str | None) -> None:
    assert dateline_country(dateline) == nation


def test_codes_of_signs_and_seats_are_codes() -> None:
    known = {item.alpha_3 for item in pycountry.countries} | {"XKX"}
    assert set(SIGNS.values()) <= known
    assert {row["iso3"] for row in lexicon.read("who/seats")} - {""} <= known


@pytest.mark.parametrize("name", ["Brussels", "Geneva", "Male", "Victoria", "San Jose", "Lagos", "tokyo"])
def test_a_town_that_is_no_seat_stands_for_no_state(name: str) -> None:
    assert nation_of_seat(name) is None
