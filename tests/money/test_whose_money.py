"""Whose money a sum is, by giver, receiver, dateline and publisher: one sum a text, its code worked out by hand.

The codes are those of the CLDR's territory currencies for the nation that the text means, on its day.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from factx.reading.article import article
from factx.run.extractor import Extractor
from factx.tables.result import Result
from tests.cases import cases, read_cases

FILES = sorted((Path(__file__).parent / "cases").glob("*.toml"))
KEYS = ["published", "publisher", "currency", "unit"]
PUBLISHED = "2017-05-09"
"""The day of a case that states none: a Tuesday."""
LEAST_RIGHT = 0.95
"""Share of the sums that must be right, known failures counted as wrong."""
CASES = [case for path in FILES for case in read_cases(path, keys=KEYS)]


@pytest.fixture(scope="module")
def results() -> dict[tuple[str, str], Result]:
    """The result of each case, by its publisher and text."""
    found = Extractor().pipe(article(case["text"], metadata=metadata(case)) for case in CASES)
    return {key(case): result for case, result in zip(CASES, found, strict=True)}


def key(case: dict[str, Any]) -> tuple[str, str]:
    return case.get("publisher", ""), case["text"]


def metadata(case: dict[str, Any]) -> dict[str, str]:
    given = {"published": case.get("published", PUBLISHED), "publisher": case.get("publisher", "")}
    return {name: value for name, value in given.items() if value}


@pytest.mark.parametrize("case", cases(*FILES, keys=KEYS))
def test_the_sum_is_in_this_money(case: dict[str, Any], results: dict[tuple[str, str], Result]) -> None:
    result = results[key(case)]
    sums = [quantity for quantity in result.quantities if quantity.kind == "money"]
    assert sums, result.quantities
    wanted = case.get("currency"), case.get("unit", case.get("currency"))
    assert (sums[-1].currency, sums[-1].unit) == wanted


def test_facts_and_quantities_tell_the_same_money(results: dict[tuple[str, str], Result]) -> None:
    for result in results.values():
        sums = {(item.char_start, item.char_end): item for item in result.quantities}
        for fact in result.facts:
            quantity = sums[fact.char_start or 0, fact.char_end or 0]
            assert (fact.currency, fact.unit, fact.amount_usd) == (
                quantity.currency,
                quantity.unit,
                quantity.amount_usd,
            )


def test_most_sums_are_right() -> None:
    known = sum("fails" in case for case in CASES)
    assert len(CASES) >= 150
    assert 1 - known / len(CASES) >= LEAST_RIGHT
