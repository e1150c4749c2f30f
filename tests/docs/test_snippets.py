"""The commands and lines of docs/first-hour.md and the how-tos run as they stand."""

from __future__ import annotations

import re
import shlex
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from benchmarks.exports.archives import nexis_docx
from benchmarks.exports.stories import Story
from factx.cli import find_commands, main, make_parser

STORIES = (
    (
        "Flood on the lower Volta leaves 14 dead",
        date(2019, 10, 8),
        (
            "At least 14 people were killed and 60 were injured when the Volta burst its banks near Ada on Sunday, "
            "police said.",
            "Denmark pledged 20 million kroner to Ghana for tents and clean water on Monday.",
        ),
    ),
    (
        "Toll of Volta flood rises",
        date(2019, 10, 10),
        (
            "The flood near Ada has killed 19 people, police said on Thursday.",
            "Japan donated $6 million to Ghana, its foreign minister said.",
        ),
    ),
    (
        "Smugglers held in Salta",
        date(2019, 11, 5),
        (
            "Police in Salta arrested 33 smugglers on Monday.",
            "The government of Bolivia asked for $2 million to guard the border.",
        ),
    ),
)
"""Headlines, days and paragraphs of invented articles."""
COMMAND = re.compile(rf"^(?:\$ )?(factx (?:{'|'.join(find_commands())}) .*)$", re.MULTILINE)
ROWS = 10
"""At most so many rows are shown; more than so many columns and commands there are."""


def blocks(root: Path, page: str, language: str) -> list[str]:
    """The examples of a page of docs in a language."""
    return re.findall(rf"```{language}\n(.*?)```", (root / "docs" / page).read_text("utf-8"), re.DOTALL)


def run(block: str) -> list[int]:
    """Run the commands of a block; return their exit codes."""
    lines = [shlex.split(line) for line in block.splitlines()]
    assert all(words[0] == "factx" for words in lines)
    return [main(words[1:]) for words in lines]


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an export in the form of Nexis Uni, read by the command of the page."""
    folder = tmp_path_factory.mktemp("hour")
    (folder / "news").mkdir()
    stories = [
        Story(number, title, day, "The Quay Mercury", "Mina Hale", paragraphs)
        for number, (title, day, paragraphs) in enumerate(STORIES, 1)
    ]
    nexis_docx(stories, folder / "news" / "export.docx")
    root = Path(__file__).parents[2]
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        (command,) = blocks(root, "first-hour.md", "sh")
        assert run(command.rstrip() + " --quiet\n") == [0]
    return folder


def test_the_first_hour_ends_with_a_chart(root: Path, read: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("altair")
    monkeypatch.chdir(read)
    names: dict[str, Any] = {}
    for block in blocks(root, "first-hour.md", "python"):
        exec(block, names)
    assert names["counts"].to_dict() == {"pledge": 3, "killed": 2, "injured": 1, "arrest": 1}
    assert len(names["doubtful"]) <= ROWS
    assert set(names["donors"].index) == {"Denmark", "Japan"}
    assert names["donors"]["Japan"] == 6_000_000
    assert names["dead"].tolist() == [14.0, 19.0]
    assert names["bars"]["donor"].tolist() == ["Japan", "Denmark"]
    assert (read / "pledges.html").stat().st_size > 0
    assert names["behind"]["path"].tolist() == ["export.docx#2"]


def test_the_lines_on_rates_do_what_they_say(
    root: Path, read: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(read)
    (rates,) = blocks(root, "own-rates.md", "csv")
    Path("rates.csv").write_text(rates, encoding="utf-8")
    show, extract = blocks(root, "own-rates.md", "sh")
    (shown,) = blocks(root, "own-rates.md", "text")
    assert run(show) == [0]
    assert capsys.readouterr().out == shown
    assert run(extract.replace("-o tables", "-o rated --quiet")) == [0]


def test_the_lines_on_models_run(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)
    names: dict[str, Any] = {}
    (block,) = blocks(root, "own-model.md", "python")
    exec(block, names)
    assert [(fact.kind, fact.value) for fact in names["result"].facts] == [("arrest", 33)]


def test_the_lines_on_spacy_say_what_the_page_says(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root)
    said = [text.strip() for text in blocks(root, "spacy.md", "text")]
    names: dict[str, Any] = {}
    printed = []
    for block in blocks(root, "spacy.md", "python"):
        exec(block, names)
        printed.append(capsys.readouterr().out.strip())
    (first, *_) = blocks(root, "spacy.md", "python")
    assert repr(eval(first.strip().splitlines()[-1], names)) == said[0]
    assert set(said[1:]) <= set(printed)
    for mark in ("arrest asserted", "pledge asserted", "DATE", "NATION"):
        assert mark in names["html"]


def test_the_lines_of_sql_on_handing_on_run(root: Path, read: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    duckdb = pytest.importorskip("duckdb")
    monkeypatch.chdir(read)
    assert main(["extract", "news", "-o", "handed", "--format", "sqlite,duckdb", "--quiet"]) == 0
    for block in blocks(root, "handing-on.md", "sql"):
        if "duckdb_" in block:
            with closing(duckdb.connect("handed/factx.duckdb", read_only=True)) as database:
                assert len(database.execute(block).fetchall()) > ROWS
        elif "_fts" in block:
            with closing(sqlite3.connect("handed/factx.sqlite")) as database:
                assert database.execute(block).fetchall()


def test_every_option_in_the_commands_of_docs_is_known(root: Path) -> None:
    said = 0
    for page in [root / "README.md", *(root / "docs").glob("*.md")]:
        for line in COMMAND.findall(page.read_text("utf-8")):
            make_parser().parse_args(shlex.split(line, comments=True)[1:])
            said += 1
    assert said > ROWS
