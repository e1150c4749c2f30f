"""Amounts by phenomenon: one case file each, positives beside negatives; ``known_failures.csv`` must go on failing."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest

from factx.base.mentions import ArticleContext, QuantityMention

CASES = Path(__file__).parent / "cases"
COLUMNS = {"phenomenon", "text", "amounts", "country"}


def read_cases(path: Path) -> list[dict[str, str]]:
    """The rows of a case file; an unknown column is an error."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, strict=True))
    unknown = {str(key) for row in rows for key in row} - COLUMNS
    assert not unknown, f"{path.name}: unknown columns {sorted(unknown)}; known ones are {sorted(COLUMNS)}"
    return rows


def written(amount: QuantityMention) -> str:
    """An amount as the case files write it: TEXT|VALUE|UNIT|BOUND|CHANGE|EQUIVALENT, empty ends cut off."""
    low, high = (None if end is None else f"{end:.16g}" for end in (amount.low, amount.high))
    value = low if low == high and low is not None else f"{low or ''}..{high or ''}"
    bound = "" if amount.bound == "exact" else amount.bound
    tail = "converts" if amount.converts else ""
    if amount.equivalent_value is not None:
        tail = f"{amount.equivalent_value:.16g} {amount.equivalent_currency}"
    cells = [amount.text, value or "", amount.unit or "", bound, amount.change or "", tail]
    while cells and not cells[-1]:
        cells.pop()
    return "|".join(cells)


def expected(row: dict[str, str]) -> list[str]:
    """The amounts of a case row in the form of ``written``."""
    found = []
    for piece in row["amounts"].split(" ; ") if row["amounts"] else []:
        cells = [cell.strip() for cell in piece.split("|")]
        if ".." not in cells[1]:
            cells[1] = f"{float(cells[1]):.16g}"
        while cells and not cells[-1]:
            cells.pop()
        found.append("|".join(cells))
    return found


def all_cases(known_failures: bool) -> list[Any]:
    """The cases of all files as pytest parameters."""
    paths = sorted(path for path in CASES.glob("*.csv") if (path.stem == "known_failures") == known_failures)
    return [pytest.param(row, id=f"{path.stem}: {row['phenomenon']}") for path in paths for row in read_cases(path)]


@pytest.mark.parametrize("row", all_cases(known_failures=False))
def test_amounts(row: dict[str, str], amounts_of: Any) -> None:
    found = amounts_of(row["text"], ArticleContext(country=row.get("country") or None))
    assert [written(amount) for amount in found] == expected(row)


@pytest.mark.xfail(strict=True, reason="known failure")
@pytest.mark.parametrize("row", all_cases(known_failures=True))
def test_known_failures(row: dict[str, str], amounts_of: Any) -> None:
    found = amounts_of(row["text"], ArticleContext(country=row.get("country") or None))
    assert [written(amount) for amount in found] == expected(row)


def test_case_files_name_each_phenomenon_once() -> None:
    for path in sorted(CASES.glob("*.csv")):
        names = [row["phenomenon"] for row in read_cases(path)]
        assert len(names) == len(set(names)), path.name
