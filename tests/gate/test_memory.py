"""The measuring of memory: what it is measured on, and how it is told."""

from __future__ import annotations

from argparse import Namespace

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
