"""The measuring of memory: what it is measured on, and how it is told."""

from __future__ import annotations

import json
from argparse import Namespace

from benchmarks import long_articles
from benchmarks.memory import Cost, long_article, report, told
from benchmarks.report import markdown

ROWS = {"facts": 8, "claims": 7, "entities": 5}


def test_no_two_reports_are_the_same() -> None:
    reports = [report(number) for number in range(2_000)]
    assert len(set(reports)) == len(reports)
    assert len({text.partition("mayor ")[2].partition(" said")[0] for text in reports}) == len(reports)


def test_a_long_article_has_the_length_that_was_asked_for() -> None:
    assert [len(long_article(size)) for size in (10, 1_000, 4_321)] == [10, 1_000, 4_321]


def test_the_page_tells_of_growth_without_the_time_for_loading() -> None:
    many = {1_000: Cost(40_000, 10.0, ROWS, 300.0, 200.0), 2_000: Cost(80_000, 18.0, ROWS, 330.0, 210.0)}
    page = markdown(told(many, {}, 2.0, Namespace(articles=[1_000, 2_000], bytes=[], model="fast")))
    assert "| 2,000 | 80,000 | 16.0 | 200 | 330 | 210 | 8 | 7 | 5 |" in page
    assert "From 1,000 to 2,000 articles the peak of the main process grows 1.10 times, that of the worker 1.05" in page


def test_long_news_is_the_same_each_time_and_few_paragraphs_come_twice() -> None:
    text = long_articles.news(1_200_000)
    assert text == long_articles.news(1_200_000)
    numbered = [part for part in text.split("\n\n") if sum(map(str.isdigit, part)) > len("123456")]
    assert len(set(numbered)) > 0.95 * len(numbered)
    assert long_articles.news(50_000) == text[: len(long_articles.news(50_000))]


def test_short_articles_have_the_paragraphs_of_the_long_one() -> None:
    text = long_articles.news(20_000)
    articles = [json.loads(line)["text"] for line in long_articles.short_articles(text).splitlines()]
    assert "".join(articles).strip() == text
    assert all(len(item) >= long_articles.SHORT for item in articles[:-1])


def test_the_page_tells_the_speed_of_long_articles_beside_short_ones() -> None:
    base, long = Cost(50_000, 17.0, {"articles": 60}, 300.0, 200.0), Cost(200_000, 82.0, ROWS, 330.0, 410.0)
    page = markdown(long_articles.told(base, {1_000_000: long}, 2.0, Namespace(bytes=[1_000_000], model="fast")))
    assert "| 1,000,000 | 200,000 | 0.75 | 330 | 410 |" in page
