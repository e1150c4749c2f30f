"""Any text is read: no text raises, and what is found lies in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factx.run.extractor import Extractor
from tests.work import assert_every_part_linear, assert_linear

PIECES = """killed 12 people, Police arrested 3 of them . on Monday in Chad said $5 million 4.4 % up to U.S. “ ” ( ) - —
: the a an no one dozens between and 2017-03-22 Mr. Khan minister gave troops €1,000 1/2 5G COVID-19 é 军 😀"""
OWN = Path(__file__).parents[1] / "models" / "training" / "own" / "articles.txt"
ENOUGH = 10_000
"""Characters of articles in which what grows with the square of their length can be seen."""
WORDS = st.sampled_from([*PIECES.split(), "\n", "\r\n", "\t", "\u200b"])


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(WORDS, max_size=60).map(" ".join) | st.text(max_size=200))
def test_any_text_is_read(extractor: Extractor, text: str) -> None:
    result = extractor.extract(text, published="2017-03-22")
    for fact in result.facts:
        assert (result.text or "")[fact.char_start : fact.char_end] == fact.value_text
        assert fact.low is None or fact.high is None or fact.low <= fact.high


@pytest.mark.parametrize("text", ["", " ", "\n", "\r\n\r\n", "\ufeff", "\u200b", "\0", "\ud83d", "1", ".", "A" * 5000])
def test_odd_texts_yield_nothing(extractor: Extractor, text: str) -> None:
    assert extractor.extract(text).facts == []


def test_line_ends_do_not_matter(extractor: Extractor) -> None:
    story = "Oslo Raid\n2016.05.03\nOslo\nPolice arrested two men on Monday.\n\nNine people were injured.\n"
    unix, windows = extractor.extract(story), extractor.extract(story.replace("\n", "\r\n"))
    for first, second in ((unix, windows), (unix, extractor.extract(story.rstrip()))):
        assert second.article.article_id == first.article.article_id
        for one, other in zip(first.facts, second.facts, strict=True):
            assert (one.fact_id, one.value, one.time_start) == (other.fact_id, other.value, other.time_start)
        assert [row.quantity_id for row in first.quantities] == [row.quantity_id for row in second.quantities]
        assert [row.mention_id for row in first.mentions] == [row.mention_id for row in second.mentions]
    assert len(unix.facts) == 2


@pytest.mark.parametrize("piece", ["The army killed 3 men in Chad on Monday. ", "the army killed 3, ", "and 5 "])
def test_work_grows_with_the_length_of_the_article(extractor: Extractor, piece: str) -> None:
    assert_linear(extractor.extract, piece, 200 * len(piece))


def test_no_step_grows_faster_than_the_article(extractor: Extractor) -> None:
    told = [line for line in OWN.read_text("utf-8").splitlines() if not line.startswith(("##", "|"))]
    text = "\n".join(told)[:ENOUGH]
    extractor.extract(text)
    assert_every_part_linear(extractor.extract, text)
