"""Anaphors: what pronouns and definite phrases refer to, and what refers to nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from factx.base.mentions import ArticleContext
from tests.cases import assert_records, cases
from tests.who.conftest import Parse

CASES = Path(__file__).parent / "cases" / "anaphors.toml"


@pytest.mark.parametrize("case", cases(CASES, keys=["anaphors"]))
def test_references_of_a_text(case: dict[str, Any], parse: Parse) -> None:
    found = parse(case["text"], ArticleContext()).references
    assert_records(case["anaphors"], found)
    assert all(case["text"][item.start_char : item.end_char] == item.text for item in found)


def test_a_reference_to_a_nation_has_its_code(parse: Parse) -> None:
    found = parse("Fighting spread across Yemen. Half of the country is without water.", ArticleContext()).references
    assert [ref.iso3 for ref in found] == ["YEM"]
