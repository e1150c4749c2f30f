"""Partitions, done one after the other in this process: done again, ended in the middle, put together."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from factx.base import InputError, OutputError
from factx.cli import main
from factx.engines import Partitions, make_plan, plan, run_tasks
from factx.engines.places import Folder
from factx.engines.task import do_task
from factx.reading import Article, Place, ReadOptions, UnreadFiles
from factx.run import Extractor
from factx.tables import Result, in_place, skipped

pytest.importorskip("fsspec")
pytest.importorskip("pyarrow")
RETURNS = [(2, "\n"), (9, "\r\n"), (16, "\r\n"), (23, "\n"), *((day, "\n") for day in range(1, 31, 7))]
Merge = Callable[[str | Path], dict[str, bytes]]
Here = Callable[[Any], Iterable[Any]]


def here(tasks: Any) -> Iterator[Any]:
    """The engine that this process is."""
    return map(do_task, tasks)


@pytest.fixture(autouse=True)
def small_partitions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plan, "MOST_FILES", 7)


def done(news: str | Path, out: str | Path, extractor: Extractor, engine: Here = here) -> list[Any]:
    """What the tasks of a run have said."""
    tasks = make_plan([str(news)], str(out), extractor, ReadOptions(), UnreadFiles())
    return list(run_tasks(tasks, str(out), engine, {"options": {}}))


def test_partitions_put_together_are_the_tables_of_one_machine(
    news: Path, local: dict[str, bytes], merge: Merge, extractor: Extractor, tmp_path: Path
) -> None:
    told = done(news, tmp_path / "parts", extractor)
    assert len(told) > 3
    assert [one["unread"] for one in told if one["unread"]] == [{".png": 1}]
    assert merge(tmp_path / "parts") == local
    assert b"a copy of n04.txt" in local["articles.csv"]
    assert local["articles.csv"].count(b"failed") == 1


def test_facts_are_chosen_when_partitions_are_put_together(
    news: Path, tables: Callable[[Path], dict[str, bytes]], extractor: Extractor, tmp_path: Path
) -> None:
    wanted = ["--kinds", "arrest", "--until", "2019-05-10", "--quiet"]
    done(news, tmp_path / "parts", extractor)
    assert main(["extract", str(news), "-o", str(tmp_path / "local"), *wanted]) == 1
    assert main(["merge", str(tmp_path / "parts"), "-o", str(tmp_path / "merged"), *wanted]) == 1
    assert tables(tmp_path / "merged") == tables(tmp_path / "local")
    assert main(["merge", str(tmp_path / "parts"), "-o", str(tmp_path / "merged"), "--kinds", "arest"]) == 2


def test_the_order_in_which_tasks_end_makes_no_difference(
    news: Path, local: dict[str, bytes], merge: Merge, extractor: Extractor, tmp_path: Path
) -> None:
    def twice_backwards(tasks: Any) -> Iterator[Any]:
        yield from map(do_task, [*reversed(tasks), *tasks])

    done(news, tmp_path / "parts", extractor, twice_backwards)
    assert merge(tmp_path / "parts") == local


def test_an_exact_copy_in_the_same_partition_is_not_read(extractor: Extractor, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name in "abc":
        (tmp_path / "in" / f"{name}.txt").write_text("Guards in Oran caught 14 smugglers on Friday.")
    (told,) = done(tmp_path / "in", tmp_path / "parts", extractor)
    assert told["articles"] == {"ok": 1, "skipped": 2}
    assert [result.article.message for result in Partitions(str(tmp_path / "parts")).results()] == [
        None,
        *["a copy of a.txt"] * 2,
    ]


def test_what_is_done_is_not_done_again(news: Path, merge: Merge, extractor: Extractor, tmp_path: Path) -> None:
    count = len(done(news, tmp_path / "parts", extractor))
    (news / "n02.txt").write_text("Rebels near Goma killed four soldiers, the army said on Friday.")
    again = done(news, tmp_path / "parts", extractor)
    assert [one.get("resumed", False) for one in again].count(True) == count - 1
    assert len(list((tmp_path / "parts").glob("*/partition.json"))) == count
    assert b"Goma" in merge(tmp_path / "parts")["facts.csv"]


def test_a_task_whose_worker_died_before_it_was_heard_is_not_read_again(
    news: Path, extractor: Extractor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    task = make_plan([str(news)], str(tmp_path / "parts"), extractor, ReadOptions(), UnreadFiles()).tasks[0]
    said = do_task(task)
    monkeypatch.setattr(Extractor, "pipe", None)
    assert do_task(task) == said


class Ended(BaseException):
    """Ends a task as the end of its process would: nothing is tidied up."""


def deadly(monkeypatch: pytest.MonkeyPatch, *paths: str) -> list[str]:
    """Have articles end their process; return the list of those that have done so."""
    deaths: list[str] = []

    def attempt_all(self: Extractor, items: Any) -> list[Result]:
        found = [item.path for item in items if item.path in paths]
        deaths.extend(found)
        if found:
            raise Ended
        return [skipped(item) if isinstance(item, Article) else replace(item) for item in items]

    monkeypatch.setattr(Extractor, "attempt_all", attempt_all)
    return deaths


def test_an_article_that_ends_its_worker_costs_itself(
    news: Path, extractor: Extractor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deaths = deadly(monkeypatch, "n03.txt", "n05.txt")
    (news / "t.json").unlink()

    def again(tasks: Any) -> Iterator[Any]:
        for task in tasks:
            while True:
                try:
                    yield do_task(task)
                    break
                except Ended:
                    continue

    done(news, tmp_path / "parts", extractor, again)
    assert deaths == ["n03.txt", "n05.txt", "n03.txt", "n05.txt"]
    failures = [result.failure for result in Partitions(str(tmp_path / "parts")).results() if result.failure]
    assert [failure.path for failure in failures] == ["n03.txt", "n05.txt"]
    assert {failure.message for failure in failures} == {"workers that read it died, perhaps for want of memory"}
    monkeypatch.undo()
    (resumed,) = [one for one in done(news, tmp_path / "parts", extractor) if not one.get("resumed")]
    assert resumed["failures"] == 0


def test_an_error_of_the_machine_blames_no_article(
    news: Path, extractor: Extractor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: Folder, source: Path, name: str) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Folder, "put", full)
    with pytest.raises(OSError, match="No space"):
        done(news, tmp_path / "parts", extractor)
    assert not list((tmp_path / "parts").rglob("tried.json"))


def test_a_run_that_is_not_finished_cannot_be_put_together(news: Path, extractor: Extractor, tmp_path: Path) -> None:
    out = str(tmp_path / "parts")
    tasks = make_plan([str(news)], out, extractor, ReadOptions(), UnreadFiles())
    next(run_tasks(tasks, out, here, {}))
    with pytest.raises(InputError, match="no finished partitions here"):
        Partitions(out)


def test_one_run_at_a_time(news: Path, extractor: Extractor, tmp_path: Path) -> None:
    def meanwhile(tasks: Any) -> Iterator[Any]:
        with pytest.raises(OutputError, match="is writing there"):
            done(news / "n01.txt", tmp_path / "parts", extractor)
        assert main(["extract", str(news), "-o", str(tmp_path / "parts"), "--quiet"]) == 2
        yield from map(do_task, tasks)

    done(news, tmp_path / "parts", extractor, meanwhile)
    done(news / "n01.txt", tmp_path / "parts", extractor)


def test_partitions_that_another_run_has_removed_are_told_and_made_again(
    news: Path, local: dict[str, bytes], merge: Merge, extractor: Extractor
) -> None:
    import fsspec

    parts = "memory://elsewhere/parts"  # where nothing can be locked

    def meanwhile(tasks: Any) -> Iterator[Any]:
        yield from map(do_task, tasks[:2])
        done(news / "n01.txt", parts, extractor)
        yield from map(do_task, tasks[2:])

    try:
        with pytest.raises(OutputError, match="another run has removed 2 partitions"):
            done(news, parts, extractor, meanwhile)
        done(news, parts, extractor)
        assert merge(parts) == local
    finally:
        fsspec.filesystem("memory").rm("/elsewhere", recursive=True)


@pytest.mark.parametrize("is_gone", [True, False])
def test_a_partition_that_cannot_be_read_is_told(
    is_gone: bool, news: Path, extractor: Extractor, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = done(news, tmp_path / "parts", extractor)
    table = tmp_path / "parts" / told[1]["name"] / "facts.parquet"
    table.unlink() if is_gone else table.write_bytes(table.read_bytes()[:200])
    assert main(["merge", str(tmp_path / "parts"), "-o", str(tmp_path / "merged")]) == 2
    assert f"partition {told[1]['name']} cannot be read" in capsys.readouterr().err
    assert not (tmp_path / "merged").exists()


def test_tables_are_not_written_beside_partitions(news: Path, extractor: Extractor, tmp_path: Path) -> None:
    done(news, tmp_path / "parts", extractor)
    before = sorted(tmp_path.rglob("*"))
    assert main(["extract", str(news), "-o", str(tmp_path / "parts"), "--quiet"]) == 2
    assert main(["merge", str(tmp_path / "parts"), "-o", str(tmp_path / "parts"), "--quiet"]) == 2
    assert sorted(tmp_path.rglob("*")) == before


def test_other_tables_are_not_written_over(news: Path, extractor: Extractor, tmp_path: Path) -> None:
    (tmp_path / "datapackage.json").write_text('{"name": "factx", "resources": []}')
    with pytest.raises(OutputError, match="there are other tables"):
        done(news, tmp_path, extractor)


def test_a_file_is_no_folder_of_partitions(news: Path, extractor: Extractor) -> None:
    with pytest.raises(OutputError, match="a file, not a folder"):
        done(news, news / "n01.txt", extractor)


def test_another_version_of_factx_refuses_the_task(news: Path, extractor: Extractor, tmp_path: Path) -> None:
    tasks = make_plan([str(news)], str(tmp_path / "parts"), extractor, ReadOptions(), UnreadFiles()).tasks
    with pytest.raises(InputError, match=r"the run 9\.9: install the same everywhere"):
        do_task(replace(tasks[0], version="9.9"))


def test_input_and_output_may_lie_elsewhere(
    news: Path, local: dict[str, bytes], merge: Merge, extractor: Extractor
) -> None:
    import fsspec

    memory = fsspec.filesystem("memory")
    memory.put(str(news), "/elsewhere/news", recursive=True)
    try:
        done("memory://elsewhere/news", "memory://elsewhere/parts", extractor)
        assert merge("memory://elsewhere/parts") == local
    finally:
        memory.rm("/elsewhere", recursive=True)


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


def test_what_http_serves_is_read_again_when_it_changes(extractor: Extractor, tmp_path: Path) -> None:
    pytest.importorskip("aiohttp")
    news = tmp_path / "news"
    news.mkdir()
    (news / "a.txt").write_text("Police in Tartu arrested 33 smugglers.")
    (news / "b.txt").write_text("Two divers were rescued near Turku.")
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/news"
        first = done(address, tmp_path / "parts", extractor)
        again = done(address, tmp_path / "parts", extractor)
        (news / "b.txt").write_text("Nine divers were rescued in the end near Turku.")
        changed = done(address, tmp_path / "parts", extractor)
        server.shutdown()
    assert [[told.get("resumed") for told in run] for run in (first, again, changed)] == [[None], [True], [None]]
    assert [run[0]["articles"] for run in (first, changed)] == [{"ok": 2}, {"ok": 2}]


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("memory://nowhere/a.txt", "no such file or folder"),
        ("gopher://news", "gopher"),
        ("-", "through a pipe"),
        ("nowhere", "no such file or folder"),
    ],
)
def test_what_cannot_be_shared_says_so(path: str, message: str, extractor: Extractor, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=message):
        make_plan([path], str(tmp_path), extractor, ReadOptions(), UnreadFiles())


def test_a_missing_package_says_what_to_type(
    news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def missing(name: str) -> None:
        raise ModuleNotFoundError(name)

    monkeypatch.setattr("factx.base.extras.import_module", missing)
    assert main(["extract", str(news), "-o", str(tmp_path / "parts"), "--engine", "dask"]) == 2
    told = "the engine dask needs the package distributed; in factx's clone, type: pip install '.[dask]'"
    assert told in capsys.readouterr().err


def test_a_missing_package_for_an_address_says_what_to_type(extractor: Extractor, tmp_path: Path) -> None:
    pytest.importorskip("fsspec")
    with pytest.raises(
        InputError, match=r"dropbox://news: .*; to install them, type in factx's clone: pip install '\.\[remote\]'"
    ):
        make_plan(["dropbox://news"], str(tmp_path), extractor, ReadOptions(), UnreadFiles())


def test_an_id_that_is_taken_renames_the_rows_as_reading_anew_does(
    raw_articles: list[Article], extractor: Extractor
) -> None:
    for article in raw_articles[:4]:
        other = replace(article, article_id="a0123456789abcdef")
        assert in_place(extractor.read(article), Place(other.article_id)) == extractor.read(other)


def test_a_text_with_other_line_ends_on_another_day_is_renamed(
    news: Path, merge: Merge, tables: Merge, extractor: Extractor, tmp_path: Path
) -> None:
    held = "Held at sea, {} May 2019\n\nGuards of Split held 21 sailors.\n\nTwelve of them came from Chile."
    days = [{"text": held.format(2).replace("\n", ends), "date": f"2018-03-{day:02}"} for day, ends in RETURNS]
    for number, day in enumerate(days):
        (news / f"v{number:02}.json").write_text(json.dumps([day]))
    assert main(["extract", str(news), "-o", str(tmp_path / "local"), "--quiet"]) == 1
    done(news, tmp_path / "parts", extractor)
    assert merge(tmp_path / "parts") == tables(tmp_path / "local")


def test_parquet_partitions_are_read(news: Path, merge: Merge, extractor: Extractor, tmp_path: Path) -> None:
    import pandas as pd

    (tmp_path / "in").mkdir()
    for number in range(3):
        texts = [f"Police in Riga arrested {10 * number + n} men on Monday." for n in range(2, 6)]
        frame = pd.DataFrame({"body": texts, "date": pd.Timestamp(2020, 5, number + 1)})
        frame.to_parquet(tmp_path / "in" / f"part.{number}.parquet")
    done(tmp_path / "in", tmp_path / "parts", extractor)
    results = list(Partitions(str(tmp_path / "parts")).results())
    assert [result.article.path for result in results][3:5] == ["part.0.parquet#4", "part.1.parquet#1"]
    assert [fact.value for result in results for fact in result.facts] == [2, 3, 4, 5, 12, 13, 14, 15, 22, 23, 24, 25]
