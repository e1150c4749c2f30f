"""Tables that were written are read back with their types: by `read_tables`, and by the lines of the docs."""

from __future__ import annotations

import json
import math
import re
import shutil
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date
from numbers import Real
from pathlib import Path
from typing import Any, get_args

import pandas as pd
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from factx.base import ArticleRow, Fact, Official, Quantity, columns
from factx.base.errors import InputError
from factx.base.ids import LETTERS, IdKind, content_id
from factx.reading.article import article
from factx.reading.copies import Copies
from factx.run.extractor import Extractor
from factx.tables.csv_format import header, lines, original
from factx.tables.dataframes import frame, to_frames
from factx.tables.datapackage import ALL_TABLES
from factx.tables.result import Result
from factx.tables.stored import read_tables
from factx.tables.write import FORMATS, writing_to
from tests.io.test_tables import records

NO_NULLS = ("None", "NA", "N/A", "nan", "NaN", "null", "NULL", "#N/A", "-", "inf", "true", "1e5", "007", "3-4", "2017")
"""Texts that some reader takes for an empty cell, a number or a day."""
LAST = 100
"""Rows that are compared cell by cell: the odd ones, and some of those before."""
ALIKE = {"facts": 150, "quantities": 20_600}
"""Rows before the odd ones: polars looks at 100 before it guesses, DuckDB at 20,480."""


def facts() -> list[Fact]:
    """Facts whose cells go wrong where types are guessed; the last ones are unlike those before."""
    day = "2017-03-22"
    alike = [fact(str(i), value=float(i), object="007", fx_date=day) for i in range(ALIKE["facts"])]
    odd = [fact(text, agent=text, object=text) for text in NO_NULLS]
    texts = ["=1+1", "-5 degrees", "'=A1", "'90s", "@x", 'a "b", c', "a\r\nb", " padded ", "x\ry", "naïve – “x”"]
    signs = [fact(text, sentence=text) for text in texts]
    last = fact("2.5 euros", value=2.5, low=1e-7, high=1e22, char_start=2**53 + 1, fx_date="1517")
    return [*alike, *odd, *signs, last, fact(None)]


def fact(text: str | None, **cells: Any) -> Fact:
    """A fact of an amount."""
    return Fact(fact_id=content_id("fact", repr(text)), kind="killed", value_text=text, **cells)


def quantities() -> list[Quantity]:
    """Whole numbers, until the last two."""
    last = [Quantity(text="2.5 euros", value=2.5, unit="EUR"), Quantity(text="-5 degrees", value=-5.0, unit="NA")]
    alike = (Quantity(text=str(i), value=float(i), unit="7") for i in range(ALIKE["quantities"]))
    return [replace(row, quantity_id=content_id("quantity", at)) for at, row in enumerate([*alike, *last])]


@pytest.fixture(scope="module")
def results() -> list[Result]:
    """Two articles that fill most tables."""
    rows = ArticleRow(article_id=content_id("article", "a"), path="a.txt", published="2017-03-22", words=7, status="ok")
    former = [Official(name="None", former=True), Official(name="NA", former=False), Official(name="Bo")]
    first = Result(rows, facts=facts(), officials=former, quantities=quantities(), text="-5 degrees", is_source=False)
    return [first, Result(replace(rows, article_id=content_id("article", "b"), published=None, title="NA"))]


@pytest.fixture(scope="module")
def expected(results: list[Result]) -> dict[str, pd.DataFrame]:
    """The tables as they are in memory."""
    return to_frames(results)


@pytest.fixture(scope="module")
def folder(results: list[Result], tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The folder of tables in a format, written once."""
    parent = tmp_path_factory.mktemp("read")

    def written(name: str) -> Path:
        pytest.importorskip({"parquet": "pyarrow", "duckdb": "duckdb"}.get(name, "csv"))
        target = parent / name / "tables"
        if not target.exists():
            with writing_to(target, [name]) as writer:
                for result in results:
                    writer.add(result)
        return target

    return written


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "xlsx"])
def test_tables_of_any_format_are_read_back_as_they_were(
    name: str, folder: Callable[[str], Path], expected: dict[str, pd.DataFrame]
) -> None:
    found = read_tables(folder(name))
    assert list(found) == list(ALL_TABLES)
    for table, cells in found.items():
        pd.testing.assert_frame_equal(cells, expected[table])


def test_types_are_declared_also_without_the_description(
    tmp_path: Path, folder: Callable[[str], Path], expected: dict[str, pd.DataFrame]
) -> None:
    (tmp_path / "facts.csv").write_bytes((folder("csv") / "facts.csv").read_bytes())
    found = read_tables(tmp_path)
    assert list(found) == ["facts"]
    pd.testing.assert_frame_equal(found["facts"], expected["facts"])


def test_tables_for_excel_are_read_as_well(tmp_path: Path, results: list[Result]) -> None:
    with writing_to(tmp_path, excel=True) as writer:
        writer.add(results[1])
    assert read_tables(str(tmp_path), ["articles"])["articles"]["title"].tolist() == ["NA"]


@settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from([Official, Quantity, ArticleRow]).flatmap(lambda one: st.tuples(st.just(one), records(one))))
@example((ArticleRow, [ArticleRow(title="they said; =A1")]))
def test_any_cells_are_read_back(tmp_path: Path, table: tuple[type, list[Any]]) -> None:
    record, rows = table
    name = next(name for name, one in ALL_TABLES.items() if one is record)
    (tmp_path / f"{name}.csv").write_text(header(record) + lines(rows, record), encoding="utf-8", newline="")
    found = read_tables(tmp_path, [name])[name]
    pd.testing.assert_frame_equal(found, frame(rows, record))


@pytest.mark.parametrize(
    ("made", "names", "message"),
    [
        ([], None, "no tables in this folder"),
        (["factx.xlsx"], None, "a workbook alone is not read back"),
        (["facts.csv"], ["fact"], "no table 'fact'; did you mean 'facts'"),
        (["facts.csv", "datapackage.json"], None, "no description of tables that factx wrote"),
    ],
)
def test_what_cannot_be_read_is_said(tmp_path: Path, made: list[str], names: list[str] | None, message: str) -> None:
    for name in made:
        (tmp_path / name).write_text(header(Fact) if name.endswith(".csv") else "[]")
    with pytest.raises(InputError, match=message):
        read_tables(tmp_path, names)
    with pytest.raises(InputError, match="no such folder"):
        read_tables(tmp_path / "elsewhere")


def test_a_cell_of_another_type_is_an_error(tmp_path: Path) -> None:
    rows = header(Fact) + lines([Fact(fact_id="f1", value=2.0)], Fact).replace("2", "two")
    (tmp_path / "facts.csv").write_text(rows)
    with pytest.raises(InputError, match=re.escape("facts.csv: cannot be read as a table")):
        read_tables(tmp_path)


def test_what_is_no_whole_day_is_no_day(tmp_path: Path) -> None:
    rows = [ArticleRow(article_id="a1", published="2016"), ArticleRow(article_id="a2", published="2016-02-29")]
    (tmp_path / "articles.csv").write_text(header(ArticleRow) + lines(rows, ArticleRow))
    found = read_tables(tmp_path)["articles"]
    assert found["published"].isna().tolist() == [True, False]
    pd.testing.assert_frame_equal(found, frame(rows, ArticleRow))


# the lines of the docs


def blocks(root: Path, language: str) -> list[str]:
    """The examples of the page in a language."""
    page = (root / "docs" / "reading-tables.md").read_text("utf-8")
    return re.findall(rf"```{language}\n(.*?)```", page, re.DOTALL)


def cell(value: Any) -> Any:
    """A cell of any library, comparable: missing is None, a day is ISO 8601."""
    if value is None or value is pd.NA or value is pd.NaT or (isinstance(value, float) and math.isnan(value)):
        return None
    if isinstance(value, date):
        return value.strftime("%Y-%m-%d").zfill(10)
    return value


def from_csv(value: Any) -> Any:
    """A cell that was read from CSV: its apostrophe is taken away."""
    return original(value) if isinstance(value, str) else cell(value)


def as_in_r(value: Any) -> Any:
    """A cell of R, where every number is a double, as its JSON writes it, with fifteen digits."""
    is_number = isinstance(value, Real) and not isinstance(value, bool)
    return float(f"{value:.15g}") if is_number else value


def rows_of(cells: Any, read: Callable[[Any], Any] = cell) -> list[tuple[Any, ...]]:
    """The last rows of a frame of pandas or polars, in which the odd ones are."""
    end = cells[-LAST:]
    rows = end.itertuples(index=False, name=None) if isinstance(end, pd.DataFrame) else end.rows()
    return [tuple(map(read, row)) for row in rows]


@pytest.mark.parametrize("library", ["factx", "pandas", "polars"])
def test_the_lines_of_python_read_every_table_right(
    library: str,
    root: Path,
    folder: Callable[[str], Path],
    expected: dict[str, pd.DataFrame],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pytest.importorskip(library)
    monkeypatch.chdir(folder("csv").parent)
    (block,) = (block for block in blocks(root, "python") if f"import {library}" in block)
    names: dict[str, Any] = {}
    exec(block, names)
    assert list(names["tables"]) == list(ALL_TABLES)
    for table, cells in names["tables"].items():
        assert list(cells.columns) == list(expected[table].columns)
        assert len(cells) == len(expected[table])
        assert rows_of(cells, cell if library == "factx" else from_csv) == rows_of(expected[table]), table


@pytest.mark.skipif(shutil.which("Rscript") is None, reason="needs R")
@pytest.mark.parametrize("package", ["readr", "frictionless"])
def test_the_lines_of_r_read_right(
    package: str, root: Path, folder: Callable[[str], Path], expected: dict[str, pd.DataFrame], tmp_path: Path
) -> None:
    if subprocess.run(["Rscript", "-e", f"library({package}); library(jsonlite)"], check=False).returncode:
        pytest.skip(f"needs {package} and jsonlite")
    (block,) = (block for block in blocks(root, "r") if f"library({package})" in block)
    tables = "list(facts = facts)" if package == "frictionless" else "tables"
    options = 'dataframe = "columns", na = "null", digits = NA'
    (tmp_path / "read.R").write_text(f"{block}\njsonlite::write_json({tables}, '{tmp_path}/read.json', {options})\n")
    subprocess.run(["Rscript", str(tmp_path / "read.R")], check=True, cwd=folder("csv").parent)
    found = json.loads((tmp_path / "read.json").read_text("utf-8"))
    assert list(found) == (["facts"] if package == "frictionless" else list(ALL_TABLES))
    for table, cells in found.items():
        assert list(cells) == list(expected[table].columns)
        rows = [tuple(as_in_r(from_csv(one)) for one in row) for row in zip(*cells.values(), strict=True)][-LAST:]
        assert rows == [tuple(map(as_in_r, row)) for row in rows_of(expected[table])], table


def test_every_block_of_the_page_is_run(root: Path) -> None:
    assert {language: len(blocks(root, language)) for language in ("python", "sql", "r")} == {
        "python": 3,
        "sql": 2,
        "r": 2,
    }


def test_the_line_of_polars_for_parquet_reads_right(
    root: Path, folder: Callable[[str], Path], expected: dict[str, pd.DataFrame], monkeypatch: pytest.MonkeyPatch
) -> None:
    polars = pytest.importorskip("polars")
    monkeypatch.chdir(folder("parquet").parent)
    (line,) = re.findall(r"`(pl\.read_parquet\(.*?\))`", (root / "docs" / "reading-tables.md").read_text("utf-8"))
    assert rows_of(eval(line, {"pl": polars})) == rows_of(expected["facts"])


def test_the_lines_of_duckdb_read_every_table_right(
    root: Path, folder: Callable[[str], Path], expected: dict[str, pd.DataFrame], monkeypatch: pytest.MonkeyPatch
) -> None:
    duckdb = pytest.importorskip("duckdb")
    monkeypatch.chdir(folder("csv").parent)
    imported, untyped = blocks(root, "sql")
    with closing(duckdb.connect()) as database:
        database.execute(imported)
        for table, cells in expected.items():
            found = database.execute(f"SELECT * FROM {table}").fetchall()
            assert len(found) == len(cells)
            assert [tuple(map(from_csv, row)) for row in found[-LAST:]] == rows_of(cells), table
        kinds = {row[0]: row[1] for row in database.execute("DESCRIBE facts").fetchall()}
        assert {name: kinds[name] for name in ("fact_id", "value", "char_start", "fx_date")} == {
            "fact_id": "VARCHAR",
            "value": "DOUBLE",
            "char_start": "BIGINT",
            "fx_date": "VARCHAR",
        }
        at = [column.name for column in columns(Fact)].index("value_text")
        texts = [from_csv(row[at]) for row in database.execute(untyped).fetchall()]
        assert [text for text in texts if text in NO_NULLS] == list(NO_NULLS)


def test_days_are_days_in_parquet_and_duckdb(folder: Callable[[str], Path]) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    for name, record in ALL_TABLES.items():
        schema = parquet.read_schema(folder("parquet") / f"{name}.parquet")
        for column in columns(record):
            assert (str(schema.field(column.name).type) == "date32[day]") == (column.type == "date")


def test_other_databases_take_the_types(folder: Callable[[str], Path]) -> None:
    with closing(sqlite3.connect(":memory:")) as database:
        database.executescript((folder("csv") / "schema.sql").read_text("utf-8"))
        made = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        assert made == list(ALL_TABLES)
        assert database.execute("SELECT name FROM nations WHERE iso3 = 'CIV'").fetchall() == [("Ivory Coast",)]
        for name, record in ALL_TABLES.items():
            there = [row[1] for row in database.execute(f'PRAGMA table_info("{name}")')]
            assert there == [column.name for column in columns(record)]


# ids


@pytest.mark.parametrize("kind", get_args(IdKind))
def test_no_id_is_a_number_to_anybody(kind: IdKind) -> None:
    ids = [content_id(kind, number) for number in range(20_000)]
    bare = [one[1:] for one in ids]
    assert any(is_number(one) for one in bare), "without its letter, one in some 700 is"
    assert not any(is_number(one) for one in ids)
    assert all(re.fullmatch(f"{LETTERS[kind]}[0-9a-f]{{16}}", one) for one in ids)


def is_number(text: str) -> bool:
    """True if a reader that guesses can take a text for a number."""
    try:
        float(text)
    except ValueError:
        return False
    return True


def test_a_column_of_one_id_stays_text(tmp_path: Path) -> None:
    number = next(i for i in range(20_000) if is_number(content_id("article", i)[1:]))
    path = tmp_path / "articles.csv"
    path.write_text(f"article_id\n{content_id('article', number)}\n")
    assert pd.read_csv(path)["article_id"].tolist() == [content_id("article", number)]


def test_every_id_of_a_run_says_what_it_is_of(extractor: Extractor) -> None:
    text = "Norway pledged 60 million kroner to Chad, Finance Minister Siv Lund said. Police in Oslo arrested 12 men."
    copies = Copies()
    items = [copies.marked(article(text, path=path)) for path in ("a.txt", "b.txt")]
    assert items[0].article_id != items[1].article_id
    frames = to_frames(extractor.read(item) for item in items)
    for name, record in ALL_TABLES.items():
        for column in columns(record):
            if column.name.endswith("_id") or column.name == "copy_of":
                kind = {"agent": "entity", "recipient": "entity", "source": "entity", "copy_of": "article"}
                what = column.name.removesuffix("_id")
                letter = "a" if what == "sentence" else LETTERS[kind.get(what, what)]
                ids = frames[name][column.name].dropna()
                assert ids.str.fullmatch(f"{letter}[0-9a-f]{{16}}(:\\d+)?").all(), (name, column.name)
    assert len(frames["facts"])
    assert frames["facts"]["agent_id"].notna().any()
