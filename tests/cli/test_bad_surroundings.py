"""Names, texts, terminals and folders that would make a run end badly or a terminal obey them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from factx.cli import main
from factx.commands._terminal import shown
from factx.exchange.ecb import data_folder
from factx.exchange.rates import Rates
from tests.io.bad_inputs import BAD, STORY

PACKAGE = Path(__file__).parents[2] / "src"
posix = pytest.mark.skipif(sys.platform != "linux", reason="needs names and files of Linux")


def factx(*arguments: str | Path, redirected: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command in a shell, with its streams redirected, and with more environment."""
    command = [
        "sh",
        "-c",
        f'[ -n "$HOME" ] || unset HOME; exec "$0" -m factx "$@" {redirected}',
        sys.executable,
        *map(str, arguments),
    ]
    surroundings = {**os.environ, "PYTHONPATH": str(PACKAGE), **environment}
    return subprocess.run(
        command, env=surroundings, capture_output=True, encoding="utf-8", errors="surrogateescape", check=False
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one article."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(STORY)
    return tmp_path


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("plain – café 警方", "plain – café 警方"),
        ("\x1b]0;x\x07\x1b[2J", "\\x1b]0;x\\x07\\x1b[2J"),
        ("two\r\nlines\t", "two\\r\\nlines\\t"),
        ("\x9b31m", "\\x9b31m"),
        ("\u202etxt.exe", "\\u202etxt.exe"),
        ("caf\udce9", "caf\\udce9"),
        ("a\u2028b\u200bc", "a\\u2028b\\u200bc"),
        ("a\u00a0b", "a\u00a0b"),
    ],
)
def test_what_a_terminal_would_obey_is_escaped(text: str, printed: str) -> None:
    assert shown(text) == printed
    assert shown(printed) == printed


@posix
def test_all_bad_inputs_in_one_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "in").mkdir()
    for bad in BAD:
        (tmp_path / "in" / bad.name).write_bytes(bad.data)
    (tmp_path / "in" / "\x1b[2Jlast.txt").write_bytes(b"")
    assert main(["extract", str(tmp_path / "in"), "-o", str(tmp_path / "out")]) == 1
    out, err = capsys.readouterr()
    assert err == ""
    assert "failed" in out
    assert out.replace("\n", "").isprintable()
    assert "\\x1b[2Jlast.txt: the file is empty" in out
    rows = (tmp_path / "out" / "errors.csv").read_text("utf-8")
    assert "cut.zip" in rows


@posix
def test_an_error_does_not_reach_the_terminal_raw(folder: Path) -> None:
    done = factx("extract", folder / "\x1b[31mnowhere", "-o", folder / "out")
    assert done.returncode == 2
    assert "\\x1b[31mnowhere: no such file" in done.stderr
    assert done.stderr.count("\n") == 1


@posix
@pytest.mark.parametrize(
    ("redirected", "environment", "code"),
    [
        ("<&- >&- 2>&-", {}, 1),
        (">/dev/full", {}, 2),
        ("", {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "HOME": ""}, 1),
    ],
)
def test_streams_and_terminals_of_every_kind(
    folder: Path, redirected: str, environment: dict[str, str], code: int
) -> None:
    (folder / "in" / "警方 \x1b[31m.txt").write_bytes(b"")
    done = factx(
        "extract", folder / "in", "-o", folder / "out", "--model", "fast", redirected=redirected, **environment
    )
    assert done.returncode == code, done
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr
    assert "\x1b" not in done.stdout + done.stderr
    assert (folder / "out" / "facts.csv").exists()
    if redirected == ">/dev/full":
        assert done.stderr == "factx: the output: No space left on device\n"


@posix
@pytest.mark.parametrize(
    ("redirected", "code", "told"),
    [
        (">/dev/full", 2, "factx: the output: No space left on device\n"),
        (">&-", 0, ""),
        ("2>&-", 0, ""),
        ("2>/dev/full", 0, ""),
        (">/dev/full 2>&-", 2, ""),
        (">/dev/full 2>/dev/full", 2, ""),
    ],
)
def test_a_command_that_only_prints(redirected: str, code: int, told: str) -> None:
    done = factx("rates", "show", "NOK", "2016-05-03", redirected=redirected)
    assert (done.returncode, done.stderr) == (code, told)


@posix
def test_what_is_no_file_is_counted_and_nothing_waits(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    inside = folder / "in"
    os.mkfifo(inside / "pipe.txt")
    (inside / "b.txt").mkdir()
    (inside / "b.txt" / "c.txt").write_text(STORY.replace("14", "15"))
    (inside / "loop").symlink_to(inside)
    (inside / "self.txt").symlink_to("self.txt")
    (inside / "dangling.txt").symlink_to("nowhere.txt")
    (inside / "zero.txt").symlink_to("/dev/zero")
    assert main(["extract", str(inside), "-o", str(folder / "out")]) == 1
    out = capsys.readouterr().out
    assert "articles  2 ok, 2 failed" in out
    assert "2 pipe, socket or device" in out
    assert "dangling.txt: No such file or directory" in out


@posix
@pytest.mark.skipif(os.name == "posix" and os.geteuid() == 0, reason="root reads everything")
def test_what_may_not_be_read_is_a_failure(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "in" / "b.txt").write_text(STORY)
    (folder / "in" / "b.txt").chmod(0)
    (folder / "in" / "closed").mkdir(mode=0)
    assert main(["extract", str(folder / "in"), "-o", str(folder / "out")]) == 1
    out = capsys.readouterr().out
    assert "b.txt: Permission denied" in out
    assert "closed: Permission denied" in out


def test_a_path_that_is_too_long_is_one_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in ([str(folder / ("n" * 5000)), "-o", "out"], [str(folder / "in"), "-o", str(folder / ("n" * 300))]):
        assert main(["extract", *arguments]) == 2
        err = capsys.readouterr().err
        assert err.startswith("factx: ")
        assert err.count("\n") == 1


def test_a_user_whom_the_system_does_not_know_has_no_fetched_rates(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown() -> Path:
        raise RuntimeError("Could not determine home directory.")

    for name in ("FACTX_DATA", "XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Path, "home", unknown)
    assert not data_folder().exists()


def test_a_user_who_may_not_look_into_the_home_folder_has_the_rates_that_came_along(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    looked_at = os.stat

    def closed(path: Any, *arguments: Any, **named: Any) -> os.stat_result:
        if str(path).startswith(str(tmp_path)):
            raise PermissionError(13, "Permission denied", str(path))
        return looked_at(path, *arguments, **named)

    monkeypatch.setenv("FACTX_DATA", str(tmp_path))
    monkeypatch.setattr(os, "stat", closed)
    assert Rates.default().ecb is None
