"""Words that news writes and spaCy's own rules leave glued or torn."""

from __future__ import annotations

import pytest
import spacy

from factx.model.tokenizer import CachedTokenizer, add_news_rules

NLP = add_news_rules(spacy.blank("en"))
CASES = {
    "the U.S.-led force": "the U.S. - led force",
    "the (IS)-held town": "the ( IS ) - held town",
    "Lt. Gen. Osei": "Lt. Gen. Osei",
    "paid Rs.500 now": "paid Rs. 500 now",
    "worth £3bn": "worth £ 3 bn",
    "20–30 men": "20 – 30 men",
    "(Reuters)- Nine": "( Reuters ) - Nine",
    "he said no.": "he said no .",
    "well-known": "well - known",
    "in the U.S.": "in the U.S.",
    "Help!!! Now??": "Help !!! Now ??",
    "***** Update *****": "***** Update *****",
    "__Rules__ of war": "__ Rules __ of war",
    "the end -- or so": "the end -- or so",
    "ten=5*2!": "ten=5 * 2 !",
}


@pytest.mark.parametrize("text", CASES)
def test_words(text: str) -> None:
    doc = NLP.make_doc(text)
    assert " ".join(token.text for token in doc) == CASES[text]
    assert doc.text == text


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
