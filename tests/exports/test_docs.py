"""The lines of docs/handing-on.md run, and its lists are those of the code."""

from __future__ import annotations

import json
import re
import runpy
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from factx.cli import main
from factx.exports import EXPORTS
from factx.reading.article import Article
from factx.tables.result import Result
from factx.tables.write import FORMATS, writing_to

Read = list[tuple[Article, Result]]


def page(root: Path) -> str:
    """The text of the page."""
    return (root / "docs" / "handing-on.md").read_text("utf-8")


def blocks(root: Path, language: str) -> list[str]:
    """The examples of the page in a language."""
    return re.findall(rf"```{language}\n(.*?)```", page(root), re.DOTALL)


@pytest.fixture
def folder(tmp_path: Path, raw_results: Read, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder `tables` in every format but the workbook, in the current folder."""
    for package in ("pyarrow", "duckdb"):
        pytest.importorskip(package)
    monkeypatch.chdir(tmp_path)
    with writing_to("tables", [name for name in FORMATS if name != "xlsx"]) as writer:
        for _, result in raw_results:
            writer.add(result)
    return tmp_path / "tables"


def test_the_lines_of_sql_run(root: Path, folder: Path) -> None:
    import duckdb

    searched, described = blocks(root, "sql")
    with closing(sqlite3.connect(folder / "factx.sqlite")) as database:
        found = database.execute(searched).fetchall()
        assert found
        assert all("police" in sentence.lower() for _, _, sentence in found)
        (again,) = re.findall(r"`(INSERT INTO facts_fts .*?)`", page(root))
        database.execute("VACUUM")
        database.execute(again)
        assert len(database.execute(searched).fetchall()) == len(found)
    with duckdb.connect(str(folder / "factx.duckdb"), read_only=True) as database:
        assert ("fact_id", "`f` and a content hash of article, kind and span; key primary") in database.execute(
            described
        ).fetchall()


def test_the_lines_of_python_run(root: Path, folder: Path) -> None:
    pytest.importorskip("hxl")
    (block,) = blocks(root, "python")
    names: dict[str, Any] = {}
    assert main(["export", str(folder), "--to", "hxl", "-o", "events.csv"]) == 0
    exec(block, names)
    assert {"31"} < set(names["killed"])


@pytest.mark.skipif(find_spec("datasette") is None, reason="needs Datasette: see `nox -s standards`")
def test_datasette_follows_the_keys_and_finds_words(folder: Path) -> None:
    def got(path: str) -> str:
        command = [sys.executable, "-m", "datasette", str(folder / "factx.sqlite"), "--get", path]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout

    found = json.loads(got("/factx/facts.json?_search=police&_shape=array"))
    assert found
    assert all("police" in row["sentence"].lower() for row in found)
    page = got("/factx/facts?_size=1")
    assert 'name="_search"' in page
    assert f'href="/factx/articles/{re.findall("/factx/articles/(a[0-9a-f]{16})", page)[0]}"' in page


@pytest.mark.skipif(shutil.which("Rscript") is None, reason="needs R")
def test_the_lines_of_r_run(root: Path, folder: Path) -> None:
    for line in blocks(root, "r")[0].splitlines():
        package = re.findall(r"(\w+)::", line)[0]
        if subprocess.run(["Rscript", "-e", f"library({package})"], check=False).returncode == 0:
            subprocess.run(["Rscript", "-e", line], check=True)


def test_every_format_and_every_export_is_told(root: Path) -> None:
    told = page(root)
    assert all(f"--format {name}" in told for name in FORMATS if name != "csv")
    rows = re.findall(r"^\| `(\w+)` \| .*? \| `events`|^\| `(iati)`", told, re.MULTILINE)
    assert sorted(first or second for first, second in rows) == sorted(EXPORTS)


@pytest.mark.parametrize("standard", ["acled", "ucdp"])
def test_the_columns_on_the_page_are_current(root: Path, standard: str) -> None:
    made = runpy.run_path(str(root / ".ci" / "refresh.py"))["event_columns"](standard)
    assert page(root).split(f"<!-- {standard} -->\n")[1].split(f"<!-- /{standard} -->")[0] == made, "nox -s refresh"
