"""Linking: which entity each mention of a hand-made table is, and what is no mention at all."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from factx.base.mentions import ArticleContext, EntityMention

CASES = Path(__file__).parent / "cases" / "mentions.csv"
KNOWN_FAILURES: frozenset[str] = frozenset()


def rows() -> list[dict[str, str]]:
    with CASES.open(encoding="utf-8", newline="") as file:
        table = csv.DictReader(file)
        assert table.fieldnames == ["phenomenon", "hard", "text", "mentions"]
        return list(table)


def wanted(row: dict[str, str]) -> list[tuple[str, str | None]]:
    """Pairs of mention and key; a mention with ! in front must not be found as a nation or that organisation."""
    pairs = []
    for item in row["mentions"].split("; "):
        text, _, key = item.partition("=")
        pairs.append((text.removeprefix("!"), None if item.startswith("!") else key))
    return pairs


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["phenomenon"])
def test_each_mention_is_its_entity(row: dict[str, str], parse, request) -> None:
    if row["phenomenon"] in KNOWN_FAILURES:
        request.applymarker(pytest.mark.xfail(strict=True))
    found: list[EntityMention] = parse(row["text"], ArticleContext()).mentions
    for text, key in wanted(row):
        keys = {named.key for named in found if named.text == text}
        if key is None:
            taken = {named.key for named in found if named.text == text and named.type in {"nation", "organisation"}}
            assert not any(name.startswith("nation:") or name == "organisation:islamic state" for name in taken), text
        else:
            assert key in keys, (text, sorted((named.text, named.key) for named in found))


def test_the_table_is_large_and_hard_enough() -> None:
    table = rows()
    assert len({row["phenomenon"] for row in table}) == len(table)
    assert sum(len(wanted(row)) for row in table) >= 300
    assert sum(len(wanted(row)) for row in table if row["hard"] == "yes") >= 60


def test_offsets_select_the_mention(parse) -> None:
    for row in rows():
        for named in parse(row["text"], ArticleContext()).mentions:
            assert row["text"][named.start_char : named.end_char] == named.text
