"""However a run ends, its tables are whole, and the same command goes on from there."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from factx import __main__, cli

PACKAGE = Path(__file__).parents[2] / "src"
posix = pytest.mark.skipif(sys.platform == "win32", reason="sends signals")


def start(folder: Path, out: str, workers: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "factx", "extract", str(folder / "in"), "-o", str(folder / out), "--quiet"]
    return subprocess.Popen(
        [*command, "--workers", str(workers)],
        env={**os.environ, "PYTHONPATH": str(PACKAGE)},
        stderr=subprocess.PIPE,
        text=True,
    )


def end(run: subprocess.Popen[str]) -> tuple[int, str]:
    """Exit code of a run, and what it says on standard error."""
    _, told = run.communicate()
    return run.returncode, told


def tables(out: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in out.iterdir() if path.is_file()}


@posix
@pytest.mark.parametrize(
    ("number", "workers"), [(signal.SIGKILL, 2), (signal.SIGTERM, 1), (signal.SIGINT, 2), (signal.SIGHUP, 1)]
)
def test_a_run_that_is_ended_goes_on_where_it_stood(tmp_path: Path, number: signal.Signals, workers: int) -> None:
    (tmp_path / "in").mkdir()
    for n in range(2, 26):
        (tmp_path / "in" / f"{n}.txt").write_text(f"Guards in Oran caught {n} smugglers on Friday. " * 6)
    assert end(start(tmp_path, "whole", workers)) == (0, "")
    broken = start(tmp_path, "out", workers)
    kept = tmp_path / "out" / ".factx" / "results.sqlite"
    while broken.poll() is None and not (kept.exists() and kept.stat().st_size):
        time.sleep(0.01)
    time.sleep(random.Random(number).uniform(0, 1))
    broken.send_signal(number)
    code, told = end(broken)
    assert code in (-number, 128 + number, 0)
    assert told in ("", "factx: interrupted; the same command goes on from here\n")
    assert tables(tmp_path / "out") in ({}, tables(tmp_path / "whole"))
    assert end(start(tmp_path, "out", workers)) == (0, "")
    assert tables(tmp_path / "out") == tables(tmp_path / "whole")


@posix
@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGINT])
def test_a_signal_that_is_ignored_from_the_start_stays_so(tmp_path: Path, number: signal.Signals) -> None:
    """As by ``nohup``, whose runs outlive the terminal, and in the background of a script."""
    (tmp_path / "in").mkdir()
    for n in range(2, 26):
        (tmp_path / "in" / f"{n}.txt").write_text(f"Guards in Oran caught {n} smugglers on Friday. " * 6)
    before = signal.signal(number, signal.SIG_IGN)
    try:
        run = start(tmp_path, "out", 1)
    finally:
        signal.signal(number, before)
    while run.poll() is None and not (tmp_path / "out" / ".factx" / "results.sqlite").exists():
        time.sleep(0.01)
    run.send_signal(number)
    assert end(run) == (0, "")


def test_an_interrupt_while_factx_is_being_loaded_is_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted() -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "main", interrupted)
    assert __main__.main() == 128 + signal.SIGINT
    assert capsys.readouterr().err == "factx: interrupted\n"


@posix
def test_an_impatient_user_is_not_kept_waiting(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for n in range(2, 26):
        (tmp_path / "in" / f"{n}.txt").write_text(f"Guards in Oran caught {n} smugglers on Friday. " * 6)
    run = start(tmp_path, "out", 2)
    kept = tmp_path / "out" / ".factx" / "results.sqlite"
    while run.poll() is None and not (kept.exists() and kept.stat().st_size):
        time.sleep(0.01)
    for _ in range(2):
        run.send_signal(signal.SIGINT)
        time.sleep(0.2)
    _, told = run.communicate(timeout=60)
    assert run.returncode in (-signal.SIGINT, 128 + signal.SIGINT, 0)
    assert "Traceback" not in told
    assert end(start(tmp_path, "out", 2)) == (0, "")


def test_what_an_interrupt_left_half_done_fails_without_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[Any] = []
    again: list[Any] = []

    def timer(seconds: float, function: Any, given: list[Any]) -> SimpleNamespace:
        again.extend(given)
        return SimpleNamespace(start=lambda: None)

    monkeypatch.setattr(sys, "unraisablehook", told.append)
    monkeypatch.setattr("factx.cli.threading.Timer", timer)
    broken, interrupted = (SimpleNamespace(exc_value=one) for one in (KeyError(), cli.Interrupted(signal.SIGINT)))
    with cli._ending_well():
        hook: Any = sys.unraisablehook
        for lost in (broken, interrupted, broken):
            hook(lost)
    assert told == [broken]
    assert again == [signal.SIGINT]
