"""Officials: who is introduced with which public office, and who is not."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from factx.base.mentions import ArticleContext

CASES = Path(__file__).parent / "cases" / "officials.csv"
KNOWN_FAILURES: frozenset[str] = frozenset()


def rows() -> list[dict[str, str]]:
    with CASES.open(encoding="utf-8", newline="") as file:
        table = csv.DictReader(file)
        assert table.fieldnames == ["phenomenon", "text", "officials"]
        return list(table)


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["phenomenon"])
def test_officials_of_a_text(row: dict[str, str], parse, request) -> None:
    if row["phenomenon"] in KNOWN_FAILURES:
        request.applymarker(pytest.mark.xfail(strict=True))
    found = parse(row["text"], ArticleContext()).officials
    shown = "; ".join(
        f"{holder.name}|{holder.title}|{holder.country or ''}|{holder.organisation or ''}" for holder in found
    )
    assert shown == row["officials"]


def test_former_is_flagged(parse) -> None:
    holders = parse("Former Peruvian president Luis Ortega met Chilean President Ana Soto.", ArticleContext()).officials
    assert [(holder.name, holder.former) for holder in holders] == [("Luis Ortega", True), ("Ana Soto", False)]


def test_a_name_is_written_once_with_its_fullest_form(parse) -> None:
    text = "President Mwangi spoke first. Kenyan President Daniel Mwangi then left."
    assert [(holder.name, holder.title) for holder in parse(text, ArticleContext()).officials] == [
        ("Daniel Mwangi", "President")
    ]


def test_header_lines_hold_no_officials(parse) -> None:
    text = "By Minister Ann Frost\nRain fell in Norway."
    assert parse(text, ArticleContext(skip=((0, 21),))).officials == []


def test_a_short_name_behind_an_office_is_tied_by_its_title(parse) -> None:
    text = "Turkish President Emre Aydin arrived. President Aydin left. Aydin will return."
    tied = [named.linked_by for named in parse(text, ArticleContext()).mentions if named.key == "person:emre aydin"]
    assert tied == ["name", "title", "surname"]
