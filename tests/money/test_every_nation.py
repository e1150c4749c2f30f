"""Every nation's money by its name and day, as the calendar of tender has it, 1990 to 2026."""

from __future__ import annotations

import pytest

from factx.base import currencies_called, currency_of, lexicon
from factx.base.currencies import tender
from factx.measure.told import Parties
from factx.measure.whose_money import DECISIONS, USUAL, Evidence

YEARS = range(1990, 2027)
NATIONS = sorted({row["iso3"] for row in lexicon.read("base/tender")})
NAMES = sorted({row["money"] for row in lexicon.read("measure/money_words") if row["money"].islower()})
MONEY = [name for name in NAMES if currencies_called(name)]
"""Names of money that several nations have; cents and pence name none."""


@pytest.mark.parametrize("name", MONEY)
def test_the_giver_pays_in_its_own_money(name: str) -> None:
    for iso3 in NATIONS:
        for year in YEARS:
            day = f"{year}-11-15"
            held = set(tender(iso3, day)) & currencies_called(name)
            given = Evidence(published=day).given(Parties(givers=(iso3,))).currency(name) if held else None
            assert not held or given in held, (iso3, day)


@pytest.mark.parametrize("name", MONEY)
def test_the_dateline_counts_where_no_giver_is_known(name: str) -> None:
    for iso3 in NATIONS:
        own = currency_of(iso3, name, "2017-05-09")
        assert own is None or Evidence(published="2017-05-09", home=iso3).currency(name) == own


def test_usual_money_has_the_name() -> None:
    for name, iso3, _ in USUAL:
        assert any(currency_of(iso3, name, f"{year}-11-15") for year in YEARS), name


def test_each_decision_says_when_it_counts() -> None:
    assert len({decision.__name__ for decision in DECISIONS}) == len(DECISIONS)
    assert all((decision.__doc__ or "").strip() for decision in DECISIONS)
