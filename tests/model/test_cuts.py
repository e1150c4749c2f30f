"""Runs of words that never end are cut, so that work grows with the length of the text alone."""

from __future__ import annotations

import pytest
import spacy

from factx.base.mentions import ArticleContext
from factx.model.sentences import set_sentence_starts


def longest(text: str) -> int:
    doc = set_sentence_starts(spacy.blank("en")(text), ArticleContext())
    starts = [token.i for token in doc if token.is_sent_start]
    return max(last - first for first, last in zip(starts, [*starts[1:], len(doc)], strict=True))


@pytest.mark.parametrize("unit", ["12 men, ", "word ", "$5 ", "- ", "killed 4 and "])
def test_no_run_of_words_is_endless(unit: str) -> None:
    assert longest(unit * 3000) <= 360


def test_a_long_sentence_of_news_is_not_cut() -> None:
    text = "The minister said that " + "the town had sent aid, water and blankets to the valley, " * 15 + "on Friday."
    assert longest(text) == len(spacy.blank("en")(text))


def test_cuts_come_after_a_pause_where_there_is_one() -> None:
    doc = set_sentence_starts(spacy.blank("en")("12 men, " * 300), ArticleContext())
    starts = [token.i for token in doc if token.is_sent_start]
    assert len(starts) > 2
    assert all(doc[start - 1].text == "," for start in starts[1:])
