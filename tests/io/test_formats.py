"""Workbooks, databases and Parquet files: types, keys, links, search, and what does not fit."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, datetime
from pathlib import Path

import pytest

from factx.base import ArticleRow, Fact, columns
from factx.base.errors import OutputError
from factx.reading.article import Article
from factx.tables import xlsx
from factx.tables.datapackage import ALL_TABLES
from factx.tables.result import Result
from factx.tables.sqlite import SqliteSink
from factx.tables.write import writing_to

Read = list[tuple[Article, Result]]
ONE, TWO = "a" + "1" * 16, "a" + "2" * 16
ODD = (
    "=1+1",
    "http://example.org/",
    "007",
    "3-4",
    " padded ",
    "a\r\nb",
    "_x0041_",
    "\x0b",
    "<r>5</r>",
    "",
    "TRUE",
    "@x",
)
"""Texts that a workbook could take for something else."""


def articles() -> Iterator[Result]:
    """Two articles with facts of odd cells."""
    facts = [Fact(f"f{at:016d}", article_id=ONE, kind="killed", object=text, value=0.1) for at, text in enumerate(ODD)]
    row = ArticleRow(ONE, "a.txt", published="1897-05-01", facts=len(facts), status="ok")
    yield Result(row, facts, text="Zürich: nine hurt", is_source=False)
    row = ArticleRow(TWO, "b.txt", published="2017-03-22", words=2**53 + 1, facts=1, status="ok")
    last = Fact("f" + "b" * 16, article_id=TWO, sentence="Storks landed.", value=float("inf"), char_start=0)
    yield Result(row, [last], text="x" * 40_000, is_source=False)


@pytest.fixture
def written(tmp_path: Path) -> Callable[[str], Path]:
    """The folder of the two articles in a format."""

    def write(name: str) -> Path:
        with writing_to(tmp_path, [name]) as writer:
            for one in articles():
                writer.add(one)
        return tmp_path

    return write


def test_a_sheet_has_typed_cells_and_takes_no_text_for_a_formula(written: Callable[[str], Path]) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    pytest.importorskip("xlsxwriter")
    book = openpyxl.load_workbook(written("xlsx") / "factx.xlsx")
    assert book.sheetnames == ["about", *ALL_TABLES]
    at = [column.name for column in columns(Fact)].index("object") + 1
    cells = [book["facts"].cell(row, at) for row in range(2, len(ODD) + 2)]
    shown = [re.sub("_x([0-9A-F]{4})_", lambda found: chr(int(found[1], 16)), cell.value or "") for cell in cells]
    assert shown == [text.replace("\r", "") + " " * text.startswith("<r>") for text in ODD]
    assert {cell.data_type for cell in cells if cell.value} == {"s"}
    days = [row[4].value for row in book["articles"].iter_rows(min_row=2)]
    assert days == ["1897-05-01", datetime(2017, 3, 22)]
    assert [row[12].value for row in book["articles"].iter_rows(min_row=2)] == [None, str(2**53 + 1)]
    assert book["facts"].freeze_panes == "B2"
    assert book["facts"].auto_filter.ref.startswith("A1:")
    assert book["texts"]["B3"].value.endswith("(cut; the whole is in the article)")
    assert "1 long texts are cut" in [row[4].value for row in book["about"].iter_rows()]


def test_facts_and_articles_are_linked(written: Callable[[str], Path]) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    pytest.importorskip("xlsxwriter")
    book = openpyxl.load_workbook(written("xlsx") / "factx.xlsx")
    rows = {name: [column.name for column in columns(ALL_TABLES[name])] for name in ("articles", "facts")}
    links = {row[rows["facts"].index("article_id")].hyperlink.location for row in book["facts"].iter_rows(min_row=2)}
    assert links == {"'articles'!A2", "'articles'!A3"}
    counts = [row[rows["articles"].index("facts")] for row in book["articles"].iter_rows(min_row=2)]
    assert [(cell.value, cell.hyperlink.location) for cell in counts] == [
        (len(ODD), "'facts'!A2"),
        (1, f"'facts'!A{len(ODD) + 2}"),
    ]


def test_a_long_table_goes_on_in_another_sheet(written: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    pytest.importorskip("xlsxwriter")
    monkeypatch.setattr(xlsx, "MOST_ROWS", len(ODD))
    monkeypatch.setattr(xlsx, "MOST_LINKS", 2)
    book = openpyxl.load_workbook(written("xlsx") / "factx.xlsx")
    assert [book[name].max_row for name in ("facts", "facts 2")] == [len(ODD), 3]
    assert book["facts 2"]["A1"].value == "fact_id"
    assert "goes on in the sheet 'facts 2'" in [row[4].value for row in book["about"].iter_rows()]
    assert sum(cell.hyperlink is not None for row in book["facts"].iter_rows() for cell in row) == 2


@pytest.mark.parametrize("name", ["sqlite", "xlsx"])
def test_the_same_rows_give_the_same_bytes(written: Callable[[str], Path], name: str) -> None:
    if name == "xlsx":
        pytest.importorskip("xlsxwriter")
    first = (written(name) / f"factx.{name}").read_bytes()
    assert (written(name) / f"factx.{name}").read_bytes() == first


def test_a_cut_text_ends_with_a_whole_character() -> None:
    text = xlsx.fitting("x" + "\U00010400" * 20_000)
    assert len(text.encode("utf-16-le")) // 2 in (xlsx.MOST_UNITS, xlsx.MOST_UNITS - 1)
    assert "\ufffd" not in text


def test_a_database_has_its_keys_and_finds_words(tmp_path: Path, raw_results: Read) -> None:
    with writing_to(tmp_path, ["sqlite"]) as writer:
        for _, result in raw_results:
            writer.add(result)
    with closing(sqlite3.connect(tmp_path / "factx.sqlite")) as database:
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        keys = {(row[3], row[2], row[4]) for row in database.execute("PRAGMA foreign_key_list(facts)")}
        assert {("article_id", "articles", "article_id"), ("claim_id", "claims", "claim_id")} <= keys
        query = "SELECT count(*) FROM facts JOIN facts_fts ON facts.rowid = facts_fts.rowid WHERE facts_fts MATCH ?"
        count = sum("police" in (fact.sentence or "").lower() for _, result in raw_results for fact in result.facts)
        assert database.execute(query, ["police"]).fetchone() == (count,)
        assert count
        kinds = {type(value) for (value,) in database.execute("SELECT conflict FROM claims")}
        assert kinds == {int}


def test_words_are_found_without_their_accents(written: Callable[[str], Path]) -> None:
    with closing(sqlite3.connect(written("sqlite") / "factx.sqlite")) as database:
        found = database.execute("SELECT rowid FROM texts_fts WHERE texts_fts MATCH 'zurich'").fetchall()
    assert len(found) == 1


def test_a_row_whose_id_is_there_is_an_error(tmp_path: Path) -> None:
    first, _ = articles()
    with (
        pytest.raises(OutputError, match="a row of articles cannot be written"),
        writing_to(tmp_path, ["sqlite"]) as writer,
    ):
        list(map(writer.add, [first, first]))
    assert not (tmp_path / "factx.sqlite").exists()


def test_columns_are_described_in_duckdb_and_parquet(tmp_path: Path, raw_results: Read) -> None:
    duckdb = pytest.importorskip("duckdb")
    parquet = pytest.importorskip("pyarrow.parquet")
    with writing_to(tmp_path, ["duckdb", "parquet"]) as writer:
        for _, result in raw_results:
            writer.add(result)
    with duckdb.connect(str(tmp_path / "factx.duckdb"), read_only=True) as database:
        said = database.execute("SELECT table_name, column_name, comment, data_type FROM duckdb_columns()").fetchall()
        keys = database.execute("SELECT table_name FROM duckdb_constraints() WHERE constraint_type = 'PRIMARY KEY'")
        assert {name for (name,) in keys.fetchall()} == {
            name for name, record in ALL_TABLES.items() if any(one.key == "primary" for one in columns(record))
        }
    comments = {(table, column): comment for table, column, comment, _ in said}
    assert comments["facts", "article_id"] == "Article; key articles.article_id"
    assert comments["facts", "amount_usd"] == "The value in US dollars; unit USD"
    assert {kind for table, column, _, kind in said if (table, column) == ("facts", "published")} == {"DATE"}
    schema = parquet.read_schema(tmp_path / "facts.parquet")
    assert schema.field("amount_usd").metadata[b"unit"] == b"USD"
    assert schema.metadata[b"description"] == b"One counted or priced claim, as made in one sentence."


@pytest.mark.parametrize("formats", [["parquet"], ["duckdb"], ["sqlite"], ["xlsx"], ["sqlite", "csv", "xlsx"]])
def test_every_format_has_its_description(tmp_path: Path, formats: list[str], raw_results: Read) -> None:
    frictionless = pytest.importorskip("frictionless")
    for package in ("xlsxwriter", "pyarrow", "duckdb"):
        pytest.importorskip(package)
    with writing_to(tmp_path, formats) as writer:
        for _, result in raw_results:
            writer.add(result)
    package = json.loads((tmp_path / "datapackage.json").read_text("utf-8"))
    assert len(package["resources"]) == len(ALL_TABLES) * len(formats)
    assert all((tmp_path / one["path"]).is_file() for one in package["resources"])
    if formats == ["xlsx"]:
        report = frictionless.validate(str(tmp_path / "datapackage.json"))
        assert report.valid, report.flatten(["title", "message"])[:5]
    known = frictionless.Package(str(tmp_path / "datapackage.json"))
    assert [one.format for one in known.resources][:: len(ALL_TABLES)] == sorted(formats, key=lambda one: one != "csv")
    assert known.get_resource(known.resources[-1].name).schema.foreign_keys
    for one in known.resources:
        if one.format == "xlsx" and one.name.startswith(("pledges", "events")):
            record = ALL_TABLES[one.name.split(".")[0]]
            assert sorted(one.read_rows(size=1)[0]) == sorted(column.name for column in columns(record))


def test_days_of_texts_are_days(tmp_path: Path) -> None:
    with writing_to(tmp_path, ["sqlite"]) as writer:
        writer.add(next(articles()))
    with closing(sqlite3.connect(tmp_path / "factx.sqlite")) as database:
        ((published, kind),) = database.execute("SELECT published, typeof(published) FROM articles").fetchall()
    assert (date.fromisoformat(published), kind) == (date(1897, 5, 1), "text")


def test_a_full_disk_is_not_taken_for_a_sqlite_without_search(tmp_path: Path) -> None:
    """The words are indexed last, when a disk may have room for all but them."""
    told = []
    for pages in range(100):
        (tmp_path / str(pages)).mkdir()
        sink = SqliteSink(tmp_path / str(pages))
        sink._database.execute(f"PRAGMA max_page_count = {len(ALL_TABLES) + pages}")
        with closing(sink):
            try:
                sink.finish()
            except OutputError as error:
                told.append(str(error))
                continue
        with closing(sqlite3.connect(tmp_path / str(pages) / "factx.sqlite")) as database:
            assert database.execute("SELECT count(*) FROM sqlite_master WHERE name GLOB '*_fts'").fetchone() == (2,)
    assert len(told) > 1
    assert all(re.fullmatch(r"factx\.sqlite cannot be written: .*database or disk is full", line) for line in told)
