"""Linking: which entity each mention of a case is, and what is no mention at all."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from factx.base.mentions import ArticleContext
from tests.cases import cases, read_cases
from tests.who.conftest import Parse

CASES = Path(__file__).parent / "cases" / "mentions.toml"
KEYS = ["hard", "mentions", "not"]
TABLE = read_cases(CASES, KEYS)


@pytest.mark.parametrize("case", cases(CASES, keys=KEYS))
def test_each_mention_is_its_entity(case: dict[str, Any], parse: Parse) -> None:
    found = parse(case["text"], ArticleContext()).mentions
    for wanted in case.get("mentions", ()):
        assert wanted["key"] in {named.key for named in found if named.text == wanted["text"]}, found
    for text in case.get("not", ()):
        taken = {named.key for named in found if named.text == text and named.type in {"nation", "organisation"}}
        assert not any(name.startswith("nation:") or name == "organisation:islamic state" for name in taken), text


def test_the_table_is_large_and_hard_enough() -> None:
    assert sum(claims(case) for case in TABLE) >= 300
    assert sum(claims(case) for case in TABLE if case.get("hard")) >= 60


def claims(case: dict[str, Any]) -> int:
    """How many mentions a case states, or says that they are none."""
    return len(case.get("mentions", ())) + len(case.get("not", ()))


def test_offsets_select_the_mention(parse: Parse) -> None:
    for case in TABLE:
        for named in parse(case["text"], ArticleContext()).mentions:
            assert case["text"][named.start_char : named.end_char] == named.text
