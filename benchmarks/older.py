"""The whole command beside that of an older build, in turns: both meet the same machine and the same articles.

The older build is a commit of this repository, checked out in a temporary folder, with the libraries that are
installed here: what differs is our own code and our own models.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.report import Section, Table, count
from benchmarks.setting import Setting
from benchmarks.shared import ROOT
from benchmarks.workload import workload

TITLE = "Beside an older build"
OLDER = "bcacc8d"
"""The commit of 25 November 2026 that later work is measured against; it has both models."""
TURNS = 3


@dataclass(frozen=True, slots=True)
class Cost:
    """What a run of the command took: seconds by the clock, CPU seconds, and the most memory of a process in MB."""

    seconds: float
    cpu: float
    memory: float


def measure(setting: Setting) -> Section:
    """The section of the page; without the older commit (a copy without history) it says so."""
    work = workload(setting)
    words = work.words()
    with older_build() as older:
        if older is None:
            return Section(TITLE, [f"Not measured: this copy of the repository has no commit {OLDER}."])
        rows = [
            row(model, turns(model, work.folder, older, setting.quick), words // work.copies)
            for model in setting.models
        ]
    told = (
        f"`factx extract` with one worker over {len(work.articles())} articles, start-up included, by the build of "
        f"today and by that of commit {OLDER}, in turns; the least of {TURNS}. Compare ratios, not seconds."
    )
    header = ["", "words/s, older", "today", "ratio", "CPU seconds, older", "today", "peak MB, older", "today"]
    return Section(
        TITLE, [told, Table(header, rows)], "; ".join(f"{one[0]} {one[3]} times the words/s" for one in rows)
    )


def row(model: str, costs: tuple[list[Cost], list[Cost]], words: int) -> list[str]:
    """A row of the table: the least of what both builds took."""
    older, today = (
        Cost(*(min(getattr(one, part) for one in runs) for part in ("seconds", "cpu", "memory"))) for runs in costs
    )
    return [
        model,
        count(round(words / older.seconds)),
        count(round(words / today.seconds)),
        f"{older.seconds / today.seconds:.2f}",
        f"{older.cpu:.1f}",
        f"{today.cpu:.1f}",
        count(round(older.memory)),
        count(round(today.memory)),
    ]


def turns(model: str, articles: Path, older: Path, quick: bool) -> tuple[list[Cost], list[Cost]]:
    """What the older build and that of today took, one after the other, a few times."""
    found: tuple[list[Cost], list[Cost]] = ([], [])
    for _ in range(1 if quick else TURNS):
        for runs, build in zip(found, (older, ROOT), strict=True):
            runs.append(run_of(build, model, articles))
    return found


def run_of(build: Path, model: str, articles: Path) -> Cost:
    """What the command of a build takes; raises ``RuntimeError`` if it fails."""
    with TemporaryDirectory() as folder:
        options = ["-o", str(Path(folder) / "out"), "--model", model, "--workers", "1", "--quiet"]
        command = [sys.executable, "-m", "factx", "extract", str(articles), *options]
        began = time.perf_counter()
        with subprocess.Popen(command, cwd=folder, env=os.environ | {"PYTHONPATH": str(build / "src")}) as process:
            _, status, used = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise RuntimeError(f"factx extract of {build.name} ended with {process.returncode}")
        return Cost(time.perf_counter() - began, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


@contextmanager
def older_build() -> Iterator[Path | None]:
    """Hold the older commit in a temporary folder; None if this copy of the repository does not have it."""
    with TemporaryDirectory() as folder:
        place = Path(folder) / "older"
        added = git("worktree", "add", "--quiet", "--detach", str(place), OLDER)
        try:
            yield place if added else None
        finally:
            if added:
                git("worktree", "remove", "--force", str(place))


def git(*arguments: str) -> bool:
    """True if the command went well."""
    return subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, check=False).returncode == 0
