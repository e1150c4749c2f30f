"""Amounts by phenomenon: one case file each, positives beside negatives; all amounts of a text are stated."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from factx.base.mentions import ArticleContext
from tests.cases import assert_records, cases

FILES = sorted((Path(__file__).parent / "cases").glob("*.toml"))
UNSTATED = {"bound": "exact", "change": "", "converts": False, "equivalent_value": "", "equivalent_currency": ""}
"""What an amount has where a case states nothing else."""


@pytest.mark.parametrize("case", cases(*FILES, keys=["amounts", "country", "published"]))
def test_amounts(case: dict[str, Any], amounts_of: Any) -> None:
    found = amounts_of(case["text"], ArticleContext(country=case.get("country"), published=case.get("published")))
    assert_records([stated(amount) for amount in case["amounts"]], found)


def stated(amount: Mapping[str, Any]) -> dict[str, Any]:
    """All that a case says of an amount: an exact ``value`` is both ends of its interval."""
    ends = {"low": amount["value"], "high": amount["value"]} if "value" in amount else {}
    return {**UNSTATED, **ends, **{name: value for name, value in amount.items() if name != "value"}}
