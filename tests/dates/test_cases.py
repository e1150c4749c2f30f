"""What the finder reads, case by case; one file of cases per group of phenomena, named for what they show."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from factx.base import TimeMention
from factx.dates import find
from tests.cases import assert_records, cases

CASES = Path(__file__).parent / "cases"
VALUES = [path for path in sorted(CASES.glob("*.toml")) if path.stem != "bounds"]
KEYS = ("published", "country", "dates")
SEEN_FROM = "2021-06-16"


def found(case: dict[str, Any]) -> list[TimeMention]:
    return find(case["text"], case.get("published", SEEN_FROM) or None, country=case.get("country"))


@pytest.mark.parametrize("case", cases(*VALUES, keys=KEYS))
def test_values(case: dict[str, Any]) -> None:
    assert_records(case["dates"], found(case))


@pytest.mark.parametrize("case", cases(CASES / "bounds.toml", keys=KEYS))
def test_intervals(case: dict[str, Any]) -> None:
    assert_records(case["dates"], found(case))
