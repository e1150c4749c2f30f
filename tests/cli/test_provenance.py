"""What made the tables stands beside them: the same for the same, and different where anything differs."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from factx.cli import main
from factx.run.provenance import LIBRARIES

CHANGE_NO_RESULT = {"narwhals", "pandas", "tqdm", "pebble", "filelock", "loky", "pydantic"}
"""Dependencies that print, wait, lock, check settings or hand results on."""

RULE = """
kind = "strike"
title = "Strikes"
description = "Persons who strike."
counts = ["person"]

[[rule]]
name = "strikes"
verbs = ["strike"]
frames = ["nsubj"]
example = [{ text = "Twelve miners strike in Oruro.", value_text = "Twelve" }]
not = ["Twelve miners work in Oruro."]
"""


def ran(folder: Path, out: str, *options: str) -> bytes:
    main(["extract", str(folder / "in"), "-o", str(folder / out), "--model", "fast", "--quiet", *options])
    return (folder / out / "run.json").read_bytes()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("Guards in Oran caught 14 smugglers on Friday.")
    (tmp_path / "in" / "b.txt").write_text("")
    return tmp_path


def test_two_runs_of_the_same_say_the_same_in_every_format(folder: Path) -> None:
    first = ran(folder, "one")
    assert ran(folder, "two", "--workers", "2", "--fresh") == first
    assert ran(folder, "one") == first
    for extra in ("parquet", "duckdb"):
        pytest.importorskip(extra.replace("parquet", "pyarrow"))
        assert ran(folder, extra, "--format", extra) == first
    assert str(folder).encode() not in first
    told = json.loads(first)
    assert told["articles"] == {"failed": 1, "ok": 1}
    assert (told["rows"]["articles"], told["rows"]["facts"], told["rows"]["errors"]) == (2, 1, 1)
    assert told["model"]["name"] == "factx_fast"


def test_what_is_given_differently_is_told(folder: Path) -> None:
    plain = json.loads(ran(folder, "one"))
    (folder / "rates.csv").write_text("currency,date,per_usd\nXTS,2016-05-03,2\n")
    (folder / "rules").mkdir()
    (folder / "rules" / "strike.toml").write_text(RULE)
    own = ("--rates", str(folder / "rates.csv"), "--rules", str(folder / "rules"), "--min-confidence", "0.7")
    other = json.loads(ran(folder, "two", *own))
    assert other["rates"]["own_sha256"] != plain["rates"]["own_sha256"] is None
    assert other["rules"]["own_sha256"] != plain["rules"]["own_sha256"] is None
    assert (plain["options"]["min_confidence"], other["options"]["min_confidence"]) == (0.5, 0.7)
    for room in ("factx", "model", "lexicons", "libraries"):
        assert other[room] == plain[room]


def test_every_dependency_is_told_or_changes_no_result(root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = [*project["dependencies"], *project["optional-dependencies"]["formats"]]
    names = {line.split(">")[0] for line in needed}
    assert names <= CHANGE_NO_RESULT | set(LIBRARIES), names - CHANGE_NO_RESULT - set(LIBRARIES)


def test_the_log_tells_of_every_article_and_step(folder: Path) -> None:
    for _ in range(2):
        ran(folder, "out", "--log", str(folder / "log"))
    lines = (folder / "log").read_text().splitlines()
    assert sum(" ok a.txt: " in line and line.endswith("1 facts") for line in lines) == 2
    assert sum(line.endswith("failed b.txt: read: InputError: the file is empty") for line in lines) == 2
    (first, _) = (line for line in lines if " timings " in line)
    assert all(f"{step} " in first for step in ("find files", "load", "read", "extract", "write", "all"))
    assert "resumed   1 were done by an earlier run" in " ".join(lines[lines.index(first) :])


def test_the_log_tells_why_a_run_ended(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    log = folder / "log"
    assert main(["extract", str(folder / "no\x1b[2J"), "-o", str(folder / "out"), "--log", str(log)]) == 2
    assert "ended by InputError: " in log.read_text().splitlines()[-1]
    assert "\x1b" not in log.read_text()
    assert main(["extract", str(folder / "in"), "-o", str(folder / "out"), "--log", str(folder / "no" / "log")]) == 2
    assert capsys.readouterr().err.splitlines()[-1].startswith("factx: --log ")


def test_a_fault_of_factx_is_one_line_and_its_traceback_is_in_the_log(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def faulty(*_: object) -> None:
        raise KeyError("\x1b[31mNI")

    monkeypatch.setattr("factx.run.extractor.Extractor.load", faulty)
    log = folder / "log"
    assert main(["extract", str(folder / "in"), "-o", str(folder / "out"), "--log", str(log)]) == 3
    err = capsys.readouterr().err
    assert err.startswith("factx: a fault of factx: KeyError: ")
    assert err.count("\n") == 1
    assert "\x1b" not in err + log.read_text()
    assert "Traceback" in log.read_text()
    assert not (folder / "out").exists()


def test_failed_articles_are_named_even_by_a_quiet_run(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for number in range(7):
        (folder / "in" / f"c{number}.txt").write_text("")
    ran(folder, "out")
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("failed    b.txt: the file is empty\n")
    assert err.splitlines()[-1] == f"          and 3 more: see {folder / 'out' / 'errors.csv'}"
