"""The command line: exit codes, one-line errors that say what to type, a quick ``--help``."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from factx.cli import find_commands, main

STORY = "Oslo Raid\n2016.05.03\nPolice in Oslo arrested two men.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one article."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(STORY)
    return tmp_path


def run(*arguments: str | Path) -> int:
    try:
        return main([str(argument) for argument in arguments])
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else -1


def test_a_run_that_went_well_ends_with_a_summary(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("extract", folder / "in", "-o", folder / "out") == 0
    out, err = capsys.readouterr()
    assert "articles  1 ok" in out
    assert "arrest" in out
    assert err == ""
    assert (folder / "out" / "facts.csv").read_text().count("\n") == 2


def test_quiet_says_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("extract", folder / "in", "-o", folder / "out", "--quiet") == 0
    assert capsys.readouterr() == ("", "")


def test_a_bad_article_does_not_stop_the_others(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "in" / "b.txt").write_bytes(b"\0\1\2")
    assert run("extract", folder / "in", "-o", folder / "out") == 1
    out = capsys.readouterr().out
    assert "1 ok, 1 failed" in out
    assert "b.txt: a binary file, not text" in out
    assert (folder / "out" / "facts.csv").read_text().count("\n") == 2


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nowhere"], "nowhere: no such file or folder; give the path"),
        (["empty"], "empty: no articles in this folder"),
        (["in", "--workers", "0"], "'0' is no number of processes"),
        (["in", "--workers", "two"], "'two' is no number of processes"),
        (["in", "--published", "soon"], "--published 'soon' is no full date; write it as 2017-03-22"),
        (
            ["in", "--columns", "tekst=Body"],
            "--columns tekst=Body: there is no field 'tekst'; did you mean 'text'?",
        ),
        (["in", "--columns", "Body"], "--columns Body: 'Body' names no column; write FIELD=COLUMN"),
        (["in", "--format", "ods"], "unknown format 'ods'; the formats are csv, parquet, duckdb, sqlite, xlsx"),
        (["in", "--rules", "nowhere"], "--rules nowhere: no such file or folder"),
        (["in", "--rates", "nowhere.csv"], "nowhere.csv"),
        (["in", "--model", "nowhere"], "no model 'nowhere'"),
        (["in", "--min-confidence", "high"], "'high' is no probability; give a number from 0 to 1"),
        ([], "missing: PATH ... (a file of articles or a folder of them"),
    ],
)
def test_a_wrong_command_says_what_is_wrong_in_one_line(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    message: str,
) -> None:
    (folder / "empty").mkdir()
    monkeypatch.chdir(folder)
    assert run("extract", *arguments, "-o", "out") == 2
    err = capsys.readouterr().err
    assert message in err.splitlines()[-1]
    assert "Traceback" not in err
    assert not (folder / "out").exists()


def test_a_command_runs_in_a_thread_as_well(folder: Path) -> None:
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(run, "extract", folder / "in", "-o", folder / "out", "--quiet").result() == 0


def test_a_date_can_be_given_for_articles_without_one(folder: Path) -> None:
    (folder / "in" / "b.txt").write_text("Police in Oslo arrested two men on Monday.")
    assert run("extract", folder / "in", "-o", folder / "out", "--published", "May 4, 2016", "--quiet") == 0
    rows = (folder / "out" / "articles.csv").read_text().splitlines()
    assert ",2016-05-03,header," in rows[1]
    assert ",2016-05-04,option," in rows[2]


def test_columns_and_the_order_of_dates_can_be_said(folder: Path) -> None:
    (folder / "in" / "b.csv").write_text("Kop,Body,Printed on\nRaid,Police in Oslo arrested two men.,03/05/2016\n")
    options = ("--columns", 'text=Body, date="Printed on"', "--columns", "title=Kop", "--day-first", "--quiet")
    assert run("extract", folder / "in", "-o", folder / "out", *options) == 0
    assert "b.csv#1" in (rows := (folder / "out" / "articles.csv").read_text().splitlines())[2]
    assert ",Raid,2016-05-03,metadata," in rows[2]


def test_the_summary_names_dates_that_were_not_understood(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "in" / "b.json").write_text('{"text": "Two men were held in Lima.", "date": "05/06/2018"}')
    assert run("extract", folder / "in", "-o", folder / "out") == 0
    assert (
        "dates     not understood: '05/06/2018' (b.json); if the day is first, --day-first" in capsys.readouterr().out
    )


def test_the_summary_counts_articles_without_a_date(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "in" / "b.txt").write_text("Police in Oslo arrested two men on Monday.")
    assert run("extract", folder / "in", "-o", folder / "out") == 0
    assert "undated   1 without a publication date, so their money has no dollars" in capsys.readouterr().out


def test_the_tables_of_an_earlier_run_are_not_read(folder: Path) -> None:
    for _ in range(2):
        assert run("extract", folder / "in", "-o", folder / "in" / "out", "--quiet") == 0
    assert (folder / "in" / "out" / "articles.csv").read_text().count("\n") == 2


def test_a_terminal_sees_progress(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert run("extract", folder / "in", "-o", folder / "out") == 0
    err = capsys.readouterr().err
    assert "100%" in err
    assert "1 articles, " in err
    assert "words/s, 1 facts" in err


def test_every_command_explains_itself(capsys: pytest.CaptureFixture[str]) -> None:
    for name, command in find_commands().items():
        assert command.HELP
        assert run(name, "--help") == 0
        assert f"usage: factx {name}" in capsys.readouterr().out


def test_help_loads_neither_spacy_nor_pandas() -> None:
    heavy = ("spacy", "pandas", "dateparser", "numpy", "narwhals")
    code = f"import sys, factx.cli as cli; cli.make_parser(); print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout == "[]\n"
