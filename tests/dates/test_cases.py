"""What the finder reads, case by case; one file of cases per group of phenomena, named for what they show."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from factx.dates import find

CASES = Path(__file__).parent / "cases"
HEADER = ["phenomenon", "published", "text", "expected"]


def cases(name: str) -> list[object]:
    """The cases of a file as test parameters; fails on columns that no test knows and on names used twice."""
    with (CASES / name).open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        rows = list(reader)
    assert reader.fieldnames == HEADER, f"{name}: unknown columns {reader.fieldnames}"
    names = [row["phenomenon"] for row in rows]
    assert len(set(names)) == len(names), f"{name}: a phenomenon is named twice"
    return [
        pytest.param(row["published"] or None, row["text"], pairs(row["expected"]), id=row["phenomenon"])
        for row in rows
    ]


def pairs(cell: str) -> list[tuple[str, str]]:
    """The expected expressions of a case: ``text=value`` joined by ``|``."""
    return [(text, value) for text, _, value in (part.rpartition("=") for part in cell.split("|") if part)]


VALUES = ["calendar.csv", "pointed.csv", "durations.csv", "clock_and_sets.csv", "holidays.csv", "traps.csv"]


@pytest.mark.parametrize(("published", "text", "expected"), [case for name in VALUES for case in cases(name)])
def test_values(published: str | None, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(item.text, item.value or "") for item in find(text, published)] == expected


@pytest.mark.parametrize(("published", "text", "expected"), cases("bounds.csv"))
def test_intervals(published: str | None, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(item.text, f"{item.start_date or ''}/{item.end_date or ''}") for item in find(text, published)] == expected
