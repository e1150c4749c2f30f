"""Sentences and all the facts that each of them reports, a file of ``cases`` per phenomenon."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from factx.base import Fact, columns
from factx.facts.rule_file import read_rules
from factx.reading.article import article
from factx.run.check_rules import PUBLISHED, differences, shown
from factx.run.extractor import Extractor
from factx.tables.result import Result
from tests.cases import cases, read_cases

FILES = sorted((Path(__file__).parent / "cases").glob("*.toml"))
COLUMNS = {column.name for column in columns(Fact)}
KINDS = {rule.kind for rule in read_rules()}
TEXTS = [case["text"] for path in FILES for case in read_cases(path, keys=["facts"])]


@pytest.fixture(scope="module")
def results() -> dict[str, Result]:
    found = Extractor().pipe(article(text, published=PUBLISHED) for text in TEXTS)
    return dict(zip(TEXTS, found, strict=True))


@pytest.mark.parametrize("case", cases(*FILES, keys=["facts"]))
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
def test_expectations_name_columns_and_kinds(path: Path) -> None:
    for case in read_cases(path, keys=["facts"]):
        for fact in case["facts"]:
            assert {"kind", "value_text"} <= set(fact) <= COLUMNS
            assert fact["kind"] in KINDS


def test_each_sentence_is_a_case_once() -> None:
    assert len(TEXTS) == len(set(TEXTS))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Four people died Monday in Lyon.", "Monday"),
        ("Nine farmers were hurt last week.", "last week"),
        ("Two divers drowned on 4 May 2016.", "4 May 2016"),
        ("Three people have recently died.", None),
        ("Two farmers were killed at 4 p.m.", None),
    ],
)
def test_an_undated_article_keeps_the_words_of_a_day(text: str, said: str | None) -> None:
    (result,) = Extractor().pipe([article(text)])
    assert [fact.time_text for fact in result.facts] == [said]
    assert all((fact.time_start is None) == (said != "4 May 2016") for fact in result.facts)


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("Nine miners drowned last night in Lota.", "last night"),
        ("Nine miners drowned in the past six years in Lota.", "the past six years"),
        ("Nine miners drowned at 7 pm on Sunday in Lota.", "7 pm on Sunday"),
        ("Nine miners drowned in six years in Lota.", None),
        ("Nine miners drowned at 7 pm in Lota.", None),
    ],
)
def test_a_time_may_be_told_of_a_day_that_nobody_knows(text: str, time: str | None) -> None:
    (result,) = Extractor().pipe([article(text)])
    (fact,) = result.facts
    assert (fact.time_text, fact.time_start, fact.time_basis) == (time, None, None)
