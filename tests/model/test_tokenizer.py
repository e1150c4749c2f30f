"""Words that news writes and spaCy's own rules leave glued or torn."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import spacy

from factx.model.tokenizer import CachedTokenizer, add_news_rules
from tests.cases import cases

NLP = add_news_rules(spacy.blank("en"))
CASES = cases(Path(__file__).parent / "tokens_cases.toml", keys={"tokens"})


@pytest.mark.parametrize("case", CASES)
def test_words(case: dict[str, Any]) -> None:
    doc = NLP.make_doc(case["text"])
    assert [token.text for token in doc] == case["tokens"]
    assert doc.text == case["text"]


def test_a_run_without_space_longer_than_any_word_is_one_token() -> None:
    assert len(NLP.make_doc("$," * 300)) == 1


def test_words_given_one_by_one_change_no_token() -> None:
    nlp = add_news_rules(spacy.blank("en"))
    texts = [
        "The U.S.-led force can't pay, officials (of the U.N.) said.",
        "Officials can't say: can't-pay (U.S.) men's",
    ]
    expected = [[(token.text, token.norm_, token.idx) for token in nlp.make_doc(text)] for text in texts]
    tokenizing = CachedTokenizer(add_news_rules(spacy.blank("en")))
    for _ in range(2):
        docs = [tokenizing.make_doc(text) for text in texts]
        assert [[(token.text, token.norm_, token.idx) for token in doc] for doc in docs] == expected
