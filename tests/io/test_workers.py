"""Many articles: the same results in the same order for any number of workers; no failure loses another article."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from factx.base.errors import InputError
from factx.base.records import Failure
from factx.reading.article import Article, article
from factx.run import workers
from factx.run.batches import MOST_ARTICLES
from factx.run.extractor import Extractor, allowance
from factx.tables.assemble import skipped
from factx.tables.result import Result

forking = pytest.mark.skipif(sys.platform != "linux", reason="replaces a method in forked processes")


def test_results_do_not_depend_on_workers(extractor: Extractor, raw_articles: list[Article]) -> None:
    alone = list(extractor.pipe(raw_articles))
    assert list(extractor.pipe(raw_articles, workers=2)) == alone
    assert [result.article.path for result in alone] == [item.path for item in raw_articles]


def test_a_result_does_not_depend_on_its_neighbours(extractor: Extractor, raw_articles: list[Article]) -> None:
    assert [extractor.read(item) for item in raw_articles] == list(extractor.pipe(raw_articles))


@pytest.mark.parametrize("count", [1, pytest.param(2, marks=forking)])
def test_a_failing_article_fails_alone(extractor: Extractor, monkeypatch: pytest.MonkeyPatch, count: int) -> None:
    read_all = Extractor.read_all

    def read_but_seven(self: Extractor, items: Sequence[Article]) -> list[Result]:
        if "7.txt" in [item.path for item in items]:
            raise ValueError("seven is too many")
        return read_all(self, items)

    monkeypatch.setattr(Extractor, "read_all", read_but_seven)
    items: list[Article | Failure] = [article(f"{n} men were held.", path=f"{n}.txt") for n in range(2, 30)]
    items.insert(3, Failure("x.txt", "read", "InputError", "the file is empty"))
    results = list(extractor.pipe(items, workers=count))
    assert [result.article.path for result in results] == [item.path for item in items]
    assert [(result.failure.path, result.failure.message) for result in results if result.failure] == [
        ("x.txt", "the file is empty"),
        ("7.txt", "seven is too many"),
    ]


def test_a_step_that_fails_costs_what_it_finds(extractor: Extractor, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(doc: object, context: object) -> None:
        raise ValueError("no such day")

    text = "Soldiers near Oslo arrested 21 farmers on Monday."
    whole = extractor.extract(text, published="2017-03-22")
    monkeypatch.setattr("factx.dates.find_dates", fail)
    result = next(Extractor().pipe([article(text, path="a.txt", published="2017-03-22")]))
    (fact,) = result.facts
    assert (fact.value, fact.location, fact.time_start) == (21, whole.facts[0].location, None)
    assert (whole.facts[0].time_start, result.dates) == ("2017-03-20", [])
    assert result.shortfalls == [Failure("a.txt", "dates", "ValueError", "no such day")]


def never_ends() -> None:
    time.sleep(60)


def dies() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


@forking
@pytest.mark.parametrize(
    ("accident", "reason"), [(dies, "the process that read it died"), (never_ends, "it took longer than 1 seconds")]
)
def test_an_article_that_ends_or_holds_its_process_fails_alone(
    extractor: Extractor, monkeypatch: pytest.MonkeyPatch, accident: Callable[[], None], reason: str
) -> None:
    def read_but_seven(self: Extractor, items: Sequence[Article]) -> list[Result]:
        if "7.txt" in [item.path for item in items]:
            accident()
        return [skipped(item) for item in items]

    monkeypatch.setattr(Extractor, "read_all", read_but_seven)
    items = [article(f"{n} men were held.", path=f"{n}.txt") for n in range(2, 40)]
    results = list(extractor.pipe(items, workers=2, timeout=1))
    assert [result.article.path for result in results] == [item.path for item in items]
    (failure,) = [result.failure for result in results if result.failure]
    assert (failure.path, failure.stage) == ("7.txt", "extract")
    assert (failure.message or "").startswith(reason)


@forking
def test_workers_end_with_their_parent() -> None:
    script = (
        "import os, signal; from factx.run.workers import Work, map_batches\n"
        "answers = map_batches(Work(lambda pids: [os.getpid()], lambda pid, why: 0), [[1]] * 4, 2)\n"
        "print(next(answers), flush=True); os.kill(os.getpid(), signal.SIGKILL)"
    )
    worker = int(subprocess.run([sys.executable, "-c", script], capture_output=True, text=True).stdout)
    for _ in range(600):
        if not Path(f"/proc/{worker}").exists() or "State:\tZ" in Path(f"/proc/{worker}/status").read_text():
            return
        time.sleep(0.1)
    os.kill(worker, signal.SIGKILL)
    pytest.fail("a worker outlived its parent by a minute")


@forking
def test_few_articles_wait_in_memory(extractor: Extractor, monkeypatch: pytest.MonkeyPatch) -> None:
    taken = 0

    def many() -> Iterator[Article]:
        nonlocal taken
        for n in range(10_000):
            taken += 1
            yield article(f"{n} men.", path=f"{n}.txt")

    monkeypatch.setattr(Extractor, "read_all", lambda self, items: [None] * len(items))
    results = extractor.pipe(many(), workers=2)
    for _ in range(20):
        next(results)
    assert taken <= 20 + 2 * (workers.BATCHES_AHEAD + 1) * MOST_ARTICLES
    results.close()  # type: ignore[attr-defined]


def test_a_longer_article_may_take_longer() -> None:
    held = "Two were held.\n\n"
    work = workers.Work(list, lambda item, reason: item, timeout=10.0, allowance=allowance)
    assert work.limit([held, held]) == 10
    assert work.limit([held, held * 125_000]) == 20


def test_a_date_that_is_none_is_an_error(extractor: Extractor) -> None:
    with pytest.raises(InputError, match=r"'soon' is no full date; write it as 2017-03-22"):
        extractor.extract("Two men were held.", published="soon")


def test_a_skipped_article_has_a_row_and_no_facts(extractor: Extractor) -> None:
    (result,) = extractor.pipe([article("Zwei Männer wurden verhaftet.", metadata={"language": "de"})])
    assert (result.article.status, result.article.facts, result.failure) == ("skipped", 0, None)
