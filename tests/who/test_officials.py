"""Officials: who is introduced with which public office, and who is not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from factx.base import lexicon
from factx.base.mentions import ArticleContext
from factx.who.officials.office_names import PUBLIC_IF
from tests.cases import assert_records, cases
from tests.who.conftest import Parse

CASES = Path(__file__).parent / "cases" / "officials.toml"


@pytest.mark.parametrize("case", cases(CASES, keys=["officials"]))
def test_officials_of_a_text(case: dict[str, Any], parse: Parse) -> None:
    assert_records(case["officials"], parse(case["text"], ArticleContext()).officials)


def test_every_need_of_an_office_is_decided() -> None:
    assert lexicon.words("who/offices", "needs") == PUBLIC_IF.keys()


def test_former_is_flagged(parse: Parse) -> None:
    holders = parse("Former Peruvian president Luis Ortega met Chilean President Ana Soto.", ArticleContext()).officials
    assert [(holder.name, holder.former) for holder in holders] == [("Luis Ortega", True), ("Ana Soto", False)]


def test_a_name_is_written_once_with_its_fullest_form(parse: Parse) -> None:
    text = "President Mwangi spoke first. Kenyan President Daniel Mwangi then left."
    assert [(holder.name, holder.title) for holder in parse(text, ArticleContext()).officials] == [
        ("Daniel Mwangi", "President")
    ]


def test_header_lines_hold_no_officials(parse: Parse) -> None:
    text = "By Minister Ann Frost\nRain fell in Norway."
    assert parse(text, ArticleContext(skip=((0, 21),))).officials == []


def test_a_short_name_behind_an_office_is_tied_by_its_title(parse: Parse) -> None:
    text = "Turkish President Emre Aydin arrived. President Aydin left. Aydin will return."
    tied = [named.linked_by for named in parse(text, ArticleContext()).mentions if named.key == "person:emre aydin"]
    assert tied == ["name", "title", "surname"]
