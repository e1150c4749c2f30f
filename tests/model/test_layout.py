"""The sentence starts that the layout sets and rules out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from factx.base.mentions import ArticleContext
from factx.model.sentences import set_sentence_starts
from factx.model.tokenizer import add_news_rules
from tests.cases import cases
from tests.work import assert_linear

CASES = cases(Path(__file__).parent / "layout_cases.toml", keys={"starts", "barred", "open"})
NLP: Language = add_news_rules(spacy.blank("en"))


def laid_out(text: str, context: ArticleContext | None = None) -> Doc:
    return set_sentence_starts(NLP.make_doc(text), context or ArticleContext())


@pytest.mark.parametrize("case", CASES)
def test_layout(case: dict[str, Any]) -> None:
    doc = laid_out(case["text"])
    assert [token.text for token in doc if token.is_sent_start] == case["starts"]
    states = {token.text: token.is_sent_start for token in doc}
    assert {word: states[word] for word in case.get("barred", [])} == dict.fromkeys(case.get("barred", []), False)
    assert {word: states[word] for word in case.get("open", [])} == dict.fromkeys(case.get("open", []))


def test_a_known_header_range_is_a_unit_of_its_own() -> None:
    text = "By Ada Osei, Lagos. Troops left the town."
    doc = laid_out(text, ArticleContext(skip=((0, 20),)))
    assert [token.text for token in doc if token.is_sent_start] == ["By", "Troops"]


@given(st.text(alphabet=st.sampled_from('Aa1. \n"“”’?!()-$,\t\r\u2028é'), max_size=60))
@settings(max_examples=150, deadline=None)
def test_any_text_keeps_its_characters_and_starts_with_a_start(text: str) -> None:
    doc = laid_out(text)
    assert doc.text == text
    assert all(token.is_sent_start is not False for token in doc[:1])


@pytest.mark.parametrize("unit", ["$", ")-", "U.S. ", "“ ", "a.\n", '" ', "Lt. ", "9,", "-", "\n"])
def test_long_runs_take_linear_work(unit: str) -> None:
    assert_linear(laid_out, unit, 10_000)
