"""References: what pronouns and definite phrases stand for, and what stands for nothing."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from factx.base.mentions import ArticleContext

CASES = Path(__file__).parent / "cases" / "references.csv"


def rows() -> list[dict[str, str]]:
    with CASES.open(encoding="utf-8", newline="") as file:
        table = csv.DictReader(file)
        assert table.fieldnames == ["phenomenon", "text", "references"]
        return list(table)


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["phenomenon"])
def test_references_of_a_text(row: dict[str, str], parse) -> None:
    found = parse(row["text"], ArticleContext()).references
    assert "; ".join(f"{ref.text}={ref.antecedent}|{ref.key or ''}" for ref in found) == row["references"]
    assert all(row["text"][ref.start_char : ref.end_char] == ref.text for ref in found)


def test_a_reference_to_a_nation_has_its_code(parse) -> None:
    found = parse("Fighting spread across Yemen. Half of the country is without water.", ArticleContext()).references
    assert [ref.iso3 for ref in found] == ["YEM"]
