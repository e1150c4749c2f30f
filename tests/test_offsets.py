"""The law of every table: the offsets select the text that the row quotes."""

from __future__ import annotations

from pathlib import Path

from factx.base.records import Fact, Mention, Quantity, Timex
from factx.reading.article import Article
from factx.reading.article import article as read_text
from factx.reading.files import read_articles
from factx.run.extractor import Extractor
from factx.tables.result import Result


def check(article: Article, result: Result) -> None:
    rows: list[tuple[Fact | Quantity | Timex | Mention, str | None]] = [
        *((row, row.value_text) for row in result.facts),
        *((row, row.text) for row in result.quantities),
        *((row, row.text) for row in result.dates),
        *((row, row.text) for row in result.mentions),
    ]
    for row, text in rows:
        assert article.text[row.char_start : row.char_end] == text, (article.path, row)
        assert row.char_start is not None
        in_header = any(start <= row.char_start < end for start, end in article.skip)
        assert isinstance(row, Timex) or not in_header, (article.path, row)
    for official in result.officials:
        name = article.text[official.char_start : official.char_end]
        assert set(name.split()) <= set((official.name or "").split()), (article.path, official)
    for fact in result.facts:
        assert (fact.sentence or "absent") in article.text
        assert (fact.value_text or "absent") in (fact.sentence or "")


def test_offsets_of_our_articles(raw_results: list[tuple[Article, Result]]) -> None:
    assert raw_results
    for article, result in raw_results:
        check(article, result)


def test_offsets_of_the_gold_articles(shared: Path, extractor: Extractor) -> None:
    articles = [item for item in read_articles([shared / "gold" / "dev" / "articles"]) if isinstance(item, Article)]
    assert len(articles) > 50
    for article, result in zip(articles, extractor.pipe(articles, workers=2), strict=True):
        assert result.failure is None
        check(article, result)


def test_an_office_before_part_of_a_name(extractor: Extractor) -> None:
    article = read_text("votd Customs officers Ban K-o seized")
    check(article, extractor.read(article))
