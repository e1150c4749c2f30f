"""A run goes on from what earlier ones have done, and its tables are those of a run that does all itself."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from factx.base.records import Failure
from factx.reading.article import Article, article
from factx.run.extractor import Extractor
from factx.run.journal import FILE, Known, journal
from factx.run.settings import settings_of
from factx.tables.result import Result

ITEMS = [article(f"Police in Accra held {n} men. Norway gave Chad ${n} million.", path=f"{n}.txt") for n in range(2, 6)]


class Counting:
    """An extractor's pipe that remembers what it was given to read."""

    def __init__(self, extractor: Extractor) -> None:
        self.extractor = extractor
        self.read: list[str | None] = []

    def __call__(self, items: Iterable[Any]) -> Iterator[Result | Known]:
        return self.extractor.pipe_with_known(self._noted(items))

    def _noted(self, items: Iterable[Any]) -> Iterator[Any]:
        for item in items:
            self.read += [item.path] if isinstance(item, Article) else []
            yield item


def run(
    folder: Path, extractor: Extractor, items: list[Any], settings: dict[str, Any] | None = None, texts: bool = False
) -> Any:
    """The results, and the paths of the articles that were read for them."""
    pipe = Counting(extractor)
    with journal(folder, settings or {}, with_texts=texts) as done:
        return list(done.resumed(items, pipe)), pipe.read


def test_what_is_done_is_not_done_again(tmp_path: Path, extractor: Extractor) -> None:
    alone = list(extractor.pipe(ITEMS))
    first, read = run(tmp_path, extractor, ITEMS[:2])
    assert (first, read) == (alone[:2], ["2.txt", "3.txt"])
    everything, read = run(tmp_path, extractor, [ITEMS[3], *ITEMS[:3]])
    assert read == ["5.txt", "4.txt"]
    assert [result.facts for result in everything] == [result.facts for result in (alone[3], *alone[:3])]
    assert [result.named for result in everything] == [result.named for result in (alone[3], *alone[:3])]


def test_a_run_that_is_broken_off_keeps_what_it_has_done(tmp_path: Path, extractor: Extractor) -> None:
    def broken_off() -> Iterator[Article]:
        yield from ITEMS[:2]
        raise KeyboardInterrupt

    def one_by_one(items: Iterable[Any]) -> Iterator[Any]:
        return (extractor.attempt(item) for item in items)

    with pytest.raises(KeyboardInterrupt), journal(tmp_path, {}) as done:
        list(done.resumed(broken_off(), one_by_one))
    assert run(tmp_path, extractor, ITEMS)[1] == ["4.txt", "5.txt"]


@pytest.mark.parametrize(
    "changed",
    [
        article(ITEMS[0].text, path="2.txt", metadata={"title": "Held"}),
        article(ITEMS[0].text, path="2.txt", published="2017-03-22"),
        article(ITEMS[0].text, path="other.txt"),
    ],
)
def test_an_article_that_has_changed_is_read_again(tmp_path: Path, extractor: Extractor, changed: Article) -> None:
    run(tmp_path, extractor, ITEMS)
    assert run(tmp_path, extractor, [changed, *ITEMS[1:]])[1] == [changed.path]


def test_other_settings_read_all_again_and_the_old_ones_still_know_theirs(tmp_path: Path, extractor: Extractor) -> None:
    run(tmp_path, extractor, ITEMS, {"model": "fast"})
    assert len(run(tmp_path, extractor, ITEMS, {"model": "accurate"})[1]) == len(ITEMS)
    assert run(tmp_path, extractor, ITEMS, {"model": "fast"})[1] == []


def test_failures_are_tried_again(tmp_path: Path, extractor: Extractor, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(Extractor, "read_all", lambda self, items: [][0])
        assert all(result.failure for result in run(tmp_path, extractor, ITEMS)[0])
    results, read = run(tmp_path, extractor, [Failure("x.txt", "read", "InputError", "the file is empty"), *ITEMS])
    assert (len(read), [result.failure is None for result in results]) == (len(ITEMS), [False, *[True] * len(ITEMS)])


def test_a_damaged_journal_is_begun_anew(tmp_path: Path, extractor: Extractor) -> None:
    (tmp_path / FILE).write_bytes(b"no database" * 1000)
    assert len(run(tmp_path, extractor, ITEMS)[1]) == len(ITEMS)
    assert run(tmp_path, extractor, ITEMS)[1] == []


def test_texts_are_kept_where_they_are_written(tmp_path: Path, extractor: Extractor) -> None:
    from_page = article("Two men were held.", is_source=False)
    run(tmp_path, extractor, [from_page, *ITEMS])
    results, read = run(tmp_path, extractor, [from_page, *ITEMS])
    assert ([result.text for result in results], read) == ([from_page.text, *[None] * len(ITEMS)], [])


def test_texts_are_there_where_a_run_without_them_was_before(tmp_path: Path, extractor: Extractor) -> None:
    for texts in (False, True, True):
        results, read = run(tmp_path, extractor, ITEMS, texts=texts)
    assert ([result.text for result in results], read) == ([item.text for item in ITEMS], [])


def test_rules_of_the_same_size_and_day_are_other_settings(
    tmp_path: Path, extractor: Extractor, monkeypatch: pytest.MonkeyPatch
) -> None:
    own, told = tmp_path / "own.toml", []
    for verb in ("caught", "bought"):
        own.write_text(f'verbs = ["{verb}"]')
        os.utime(own, (0, 0))  # as a copy or an archive may set it
        monkeypatch.setattr(extractor, "rules", tmp_path)
        told.append(settings_of(extractor))
    assert told[0] != told[1]
