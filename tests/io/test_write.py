"""Writing: whole folders or none, every format, a valid data package."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from factx.base import ArticleRow, Fact, Failure, columns
from factx.base.errors import OutputError
from factx.reading.article import Article
from factx.run.extractor import Extractor
from factx.tables import write
from factx.tables.assemble import failed
from factx.tables.csv_format import read_table
from factx.tables.datapackage import ALL_TABLES
from factx.tables.result import Result
from factx.tables.work_folder import WORK_FOLDER
from factx.tables.write import writing_to

Read = list[tuple[Article, Result]]
DESCRIPTIONS = ("datapackage.json", "load.sql", "run.json", "schema.sql")


def written(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name != WORK_FOLDER}


def test_every_table_is_there_even_when_nothing_was_found(tmp_path: Path) -> None:
    with writing_to(tmp_path / "out"):
        pass
    files = written(tmp_path / "out")
    assert sorted(files) == sorted([*(f"{name}.csv" for name in ALL_TABLES), *DESCRIPTIONS])
    assert all(content.count(b"\n") == 1 for name, content in files.items() if name.endswith(".csv"))


def test_a_failed_run_leaves_the_folder_as_it_was(tmp_path: Path, raw_results: Read) -> None:
    out = tmp_path / "out"
    with writing_to(out) as writer:
        writer.add(raw_results[0][1])
    before = written(out)
    with pytest.raises(AttributeError, match="'str' object"), writing_to(out) as writer:
        writer.add("no result")  # type: ignore[arg-type]
    assert written(out) == before
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_files_of_others_are_left_alone_and_older_formats_are_not(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    (tmp_path / "notes.txt").write_text("mine")
    with writing_to(tmp_path, ["parquet"]):
        pass
    with writing_to(tmp_path, ["csv"]):
        pass
    assert (tmp_path / "notes.txt").read_text() == "mine"
    assert not list(tmp_path.glob("*.parquet"))


def test_failures_have_a_row_in_articles_and_in_errors(tmp_path: Path) -> None:
    with writing_to(tmp_path) as writer:
        writer.add(failed(Failure("a.txt", "read", "InputError", "the file is empty")))
    (article,) = read_table(tmp_path / "articles.csv", ArticleRow)
    (error,) = read_table(tmp_path / "errors.csv", Failure)
    assert (article.path, article.status, article.message) == ("a.txt", "failed", "the file is empty")
    assert error == Failure("a.txt", "read", "InputError", "the file is empty")


def test_excel_finds_a_byte_order_mark(tmp_path: Path) -> None:
    with writing_to(tmp_path, excel=True):
        pass
    assert (tmp_path / "facts.csv").read_bytes().startswith(b"\xef\xbb\xbffact_id,")
    assert list(read_table(tmp_path / "facts.csv", ALL_TABLES["facts"])) == []


def test_the_data_package_describes_the_tables_as_they_are(tmp_path: Path, raw_results: Read) -> None:
    frictionless = pytest.importorskip("frictionless")
    with writing_to(tmp_path) as writer:
        for _, result in raw_results:
            writer.add(result)
    report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert report.valid, report.flatten(["title", "message"])[:5]
    package = json.loads((tmp_path / "datapackage.json").read_text())
    assert [resource["name"] for resource in package["resources"]] == list(ALL_TABLES)


def cells(path: Path, record: type[Any]) -> Iterator[tuple[Any, ...]]:
    """The cells of a table, row by row; days are days."""
    for row in read_table(path, record):
        named = ((column, getattr(row, column.name)) for column in columns(record))
        yield tuple(date.fromisoformat(value) if column.type == "date" and value else value for column, value in named)


def test_parquet_and_duckdb_hold_what_the_csv_holds(tmp_path: Path, raw_results: Read) -> None:
    duckdb = pytest.importorskip("duckdb")
    parquet = pytest.importorskip("pyarrow.parquet")
    with writing_to(tmp_path, ["csv", "parquet", "duckdb"]) as writer:
        for _, result in raw_results:
            writer.add(result)
    for name, record in ALL_TABLES.items():
        rows = list(cells(tmp_path / f"{name}.csv", record))
        table = parquet.read_table(tmp_path / f"{name}.parquet")
        assert [tuple(row.values()) for row in table.to_pylist()] == rows
        with duckdb.connect(str(tmp_path / "factx.duckdb"), read_only=True) as database:
            assert database.execute(f"SELECT * FROM {name}").fetchall() == rows


@pytest.mark.parametrize(
    ("formats", "message"), [(["ods"], "unknown format 'ods'"), (["parquet"], "pip install '\\.\\[parquet\\]'")]
)
def test_a_format_that_cannot_be_written_says_what_to_type(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, formats: list[str], message: str
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(OutputError, match=message), writing_to(tmp_path / "out", formats):
        pass
    assert not (tmp_path / "out").exists()


def test_a_file_in_the_way_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    with pytest.raises(OutputError, match="a file, not a folder"), writing_to(tmp_path / "out"):
        pass
    assert (tmp_path / "out").read_text() == "mine"


def test_tables_of_others_are_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "facts.csv").write_text("mine")
    with pytest.raises(OutputError, match=r"its facts\.csv is not of factx"), writing_to(tmp_path):
        pass
    assert [path.name for path in tmp_path.iterdir()] == ["facts.csv"]


def test_a_folder_where_a_table_would_be_is_an_error_before_the_run(tmp_path: Path) -> None:
    (tmp_path / "facts.csv").mkdir()
    with pytest.raises(OutputError, match=r"facts\.csv: a folder"), writing_to(tmp_path):
        pytest.fail("the run began")


def test_one_run_at_a_time(tmp_path: Path) -> None:
    told = f"process {os.getpid()} on .* is writing there"
    with writing_to(tmp_path), pytest.raises(OutputError, match=told), writing_to(tmp_path):
        pytest.fail("the second run began")
    with writing_to(tmp_path):
        pass


@pytest.mark.parametrize(("grouper", "stage"), [("ClaimGrouper", "claims"), ("EventGrouper", "events")])
def test_an_article_whose_facts_cannot_be_grouped_costs_their_ids_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, raw_results: Read, grouper: str, stage: str
) -> None:
    first, second, *_ = (result for _, result in raw_results if result.facts)
    works = getattr(write, grouper).assign

    def broken(self: Any, facts: list[Fact], *given: Any) -> Any:
        if facts[0].article_id == first.article.article_id:
            raise ZeroDivisionError("division by zero")
        return works(self, facts, *given)

    monkeypatch.setattr(getattr(write, grouper), "assign", broken)
    with writing_to(tmp_path) as writer:
        told = [writer.add(result) for result in (first, second)]
    failure = Failure(first.article.path, stage, "ZeroDivisionError", "division by zero")
    assert told == [[failure], []]
    assert list(read_table(tmp_path / "errors.csv", Failure)) == [failure]
    facts = list(read_table(tmp_path / "facts.csv", Fact))
    assert [fact.fact_id for fact in facts] == [fact.fact_id for one in (first, second) for fact in one.facts]
    assert [bool(fact.claim_id) for fact in facts] == [
        stage != "claims" or fact.path == second.article.path for fact in facts
    ]


@pytest.mark.parametrize("moved", range(len(ALL_TABLES) + 2))
def test_a_run_that_dies_while_it_puts_tables_into_place_is_finished_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moved: int
) -> None:
    with writing_to(tmp_path):
        pass
    before = written(tmp_path)
    replace = os.replace
    left = moved + 1  # the first one puts the list of what is to be done into place

    def dying(source: Path, target: Path) -> None:
        nonlocal left
        if Path(target).parent == tmp_path or Path(target).name == "publish.json":
            if not left:
                raise KeyboardInterrupt
            left -= 1
        replace(source, target)

    monkeypatch.setattr(os, "replace", dying)
    with suppress(KeyboardInterrupt), writing_to(tmp_path) as writer:
        writer.add(failed(Failure("a.txt", "read", "InputError", "the file is empty")))
    monkeypatch.setattr(os, "replace", replace)
    with suppress(RuntimeError), writing_to(tmp_path):
        raise RuntimeError
    after = written(tmp_path)
    assert after.keys() == before.keys()
    assert {name for name in after if after[name] != before[name]} == {"articles.csv", "errors.csv", "run.json"}
    assert not list((tmp_path / WORK_FOLDER).glob("new/*"))


def test_data_frames_have_nullable_types(extractor: Extractor) -> None:
    frames = extractor.extract("Police in Oslo arrested 33 people.", published="22 March 2017").to_frames()
    facts = frames["facts"]
    assert list(frames) == list(ALL_TABLES)
    assert str(facts["char_start"].dtype) == "Int64"
    assert str(facts["value"].dtype) == "Float64"
    assert str(facts["agent"].dtype) == "string"
    assert facts["value"].tolist() == [33.0]
    assert facts["claim_id"].tolist() == frames["claims"]["claim_id"].tolist()
