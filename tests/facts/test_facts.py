"""Sentences and all the facts that each of them tells, by phenomenon: ``cases/*.toml``; known failures are data."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from factx.base.records import Fact, columns
from factx.facts.rule_file import read_rules
from factx.reading.article import article
from factx.run.check_rules import PUBLISHED, differences, shown
from factx.run.extractor import Extractor
from factx.tables.result import Result

HERE = Path(__file__).parent
FILES = sorted((HERE / "cases").glob("*.toml"))
COLUMNS = {column.name for column in columns(Fact)}
KINDS = {rule.kind for rule in read_rules()}
KNOWN = {
    item["text"]: item["reason"] for item in tomllib.loads((HERE / "known_failures.toml").read_text("utf8"))["case"]
}


def cases() -> Iterator[tuple[str, dict[str, Any]]]:
    for path in FILES:
        for case in tomllib.loads(path.read_text("utf8"))["case"]:
            yield path.stem, case


CASES = list(cases())


def marked() -> Iterator[Any]:
    for name, case in CASES:
        reason = KNOWN.get(case["text"])
        marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
        yield pytest.param(case, id=f"{name}: {case['text'][:70]}", marks=marks)


@pytest.fixture(scope="module")
def results() -> dict[str, Result]:
    texts = [case["text"] for _, case in CASES]
    found = Extractor().pipe(article(text, published=PUBLISHED) for text in texts)
    return dict(zip(texts, found, strict=True))


@pytest.mark.parametrize("case", list(marked()))
def test_tells_these_facts_and_no_others(case: dict[str, Any], results: dict[str, Result]) -> None:
    result = results[case["text"]]
    assert result.failure is None
    told = [(fact.kind, fact.value_text) for fact in result.facts]
    assert told == [(wanted["kind"], wanted["value_text"]) for wanted in case["facts"]], [
        shown(fact) for fact in result.facts
    ]
    wrong = [differences(fact, wanted) for fact, wanted in zip(result.facts, case["facts"], strict=True)]
    assert not any(wrong), wrong


def test_offsets_select_the_amount(results: dict[str, Result]) -> None:
    for text, result in results.items():
        for fact in result.facts:
            assert text[fact.char_start : fact.char_end] == fact.value_text
            assert fact.value_text in (fact.sentence or "")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_case_files_hold_known_keys_only(path: Path) -> None:
    table = tomllib.loads(path.read_text("utf8"))
    assert set(table) == {"case"}
    for case in table["case"]:
        assert set(case) == {"text", "facts"}
        for fact in case["facts"]:
            assert {"kind", "value_text"} <= set(fact) <= COLUMNS
            assert fact["kind"] in KINDS


def test_each_sentence_is_told_once_and_known_failures_are_cases() -> None:
    texts = [case["text"] for _, case in CASES]
    assert len(texts) == len(set(texts))
    assert set(KNOWN) <= set(texts)
    assert all(KNOWN.values())
