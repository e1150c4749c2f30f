"""How far a run is: by bytes of files, whatever lies in them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from factx.base.records import ArticleRow
from factx.commands._progress import BytesDone, sizes_of, with_progress
from factx.reading import Source, find_sources
from factx.tables.result import Result


def test_a_long_article_counts_for_what_it_is() -> None:
    done = BytesDone({"a.txt": 60, "b.txt": 600_000, "c.txt": 60})
    assert [done.after("a.txt", 10), done.after("b.txt", 100_000), done.after("c.txt", 10)] == [60, 600_060, 600_120]
    assert done.all == 600_120


def test_a_file_is_done_when_the_next_begins() -> None:
    done = BytesDone({"a.html": 9_000, "b.html": 9_000})
    assert [done.after("a.html", 100), done.after("b.html", 100)] == [600, 9_600]


@pytest.mark.parametrize("path", ["a.zip/b.jsonl#{}", "a.zip#{}", "a.zip/{}.txt", "a.zip/in/b.zip/{}.txt"])
def test_articles_of_one_file_share_its_bytes(path: str) -> None:
    done = BytesDone({"a.zip": 1_000, "b.txt": 10})
    assert [done.after(path.format(number), 50) for number in range(1, 6)] == [300, 600, 900, 1_000, 1_000]


def test_files_without_articles_are_passed_over() -> None:
    done = BytesDone({"a.txt": 100, "b.png": 5_000, "c.txt": 100})
    assert [done.after("a.txt", 5), done.after("c.txt", 5)] == [30, 5_130]


def test_it_never_goes_back() -> None:
    done = BytesDone({"a.txt": 100, "b.txt": 100})
    assert [done.after("b.txt", 5), done.after("a.txt", 100), done.after(None, 5), done.after("x", 5)] == [130] * 4


def test_files_are_measured(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"Nine fled.")
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "c.txt").symlink_to(tmp_path / "absent")
    assert sizes_of(find_sources([tmp_path])) == {"a.txt": 10, "b.txt": 0, "c.txt": 0}
    assert sizes_of([Source("stdin", "-", is_pipe=True)]) is None


def shown(capsys: pytest.CaptureFixture[str], sources: list[Source] | None) -> str:
    def results() -> Iterator[Result]:
        yield Result(ArticleRow(path="a.txt", words=2))

    assert len(list(with_progress(results(), sources, quiet=False))) == 1
    return capsys.readouterr().err.splitlines()[-1]


def test_the_end_is_the_end(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    for name in ("a.txt", "b.png"):
        (tmp_path / name).write_bytes(b"x" * 500)
    assert "1.00k/1.00k" in shown(capsys, find_sources([tmp_path]))
    assert "1article" in shown(capsys, None)
    assert "1article" in shown(capsys, [Source("stdin", "-", is_pipe=True)])
