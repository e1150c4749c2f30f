"""The whole command beside that of an older build, in turns: both meet the same machine and the same articles.

The older build is a commit of this repository, installed in a temporary folder as that of today is, with the libraries
that are here: what differs is our own code and our own models.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
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
HEADER = ("", "words/s, older", "today", "ratio", "CPU seconds, older", "today", "peak MB, older", "today")
Costs = tuple[list["Cost"], list["Cost"]]
"""What runs of the older build and of that of today took."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a run of the command took: seconds by the clock, CPU seconds, and the most memory of a process in MB."""

    seconds: float
    cpu: float
    memory: float


def measure(setting: Setting) -> Section:
    """The section of the page; where the older commit cannot be had, it says so."""
    work = workload(setting)
    articles = work.articles()
    words = sum(len(item.text.split()) for item in articles)
    with TemporaryDirectory() as folder:
        builds = Path(folder) / "older", Path(folder) / "today"
        if not (installed(OLDER, builds[0]) and installed("HEAD", builds[1])):
            return Section(TITLE, [f"Not measured: commit {OLDER} is not here, or cannot be installed."])
        costs = {model: turns(model, work.folder, builds, setting.quick) for model in setting.models}
    rows = [row(model, of_both, words) for model, of_both in costs.items()]
    told = (
        f"`factx extract` with one worker over {len(articles)} articles, start-up included, by the build of today and "
        f"by that of commit {OLDER}, in turns; the least of {TURNS}. Compare ratios, not seconds."
    )
    brief = "; ".join(f"{model} {ratio} times the words/s" for model, _, _, ratio, *_ in rows)
    return Section(TITLE, [told, Table(HEADER, rows)], brief)


def row(model: str, costs: Costs, words: int) -> list[str]:
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


def turns(model: str, articles: Path, builds: tuple[Path, Path], quick: bool) -> Costs:
    """What both builds took, one after the other, a few times."""
    found: Costs = ([], [])
    for _ in range(1 if quick else TURNS):
        for runs, build in zip(found, builds, strict=True):
            runs.append(run_of(build, model, articles))
    return found


def run_of(build: Path, model: str, articles: Path) -> Cost:
    """What the command of a build takes; raises ``RuntimeError`` if it fails."""
    with TemporaryDirectory() as folder:
        options = ["-o", str(Path(folder) / "out"), "--model", model, "--workers", "1", "--quiet"]
        command = [sys.executable, "-m", "factx", "extract", str(articles), *options]
        began = time.perf_counter()
        with subprocess.Popen(command, cwd=folder, env=os.environ | {"PYTHONPATH": str(build)}) as process:
            _, status, used = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise RuntimeError(f"factx extract of {build.name} ended with {process.returncode}")
        return Cost(time.perf_counter() - began, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def installed(commit: str, folder: Path) -> bool:
    """Install a commit of this repository, without its libraries, in a folder; False if that cannot be done."""
    place = folder.with_name(f"{folder.name}-source")
    if not went_well("git", "worktree", "add", "--quiet", "--detach", str(place), commit):
        return False
    try:
        return went_well(
            sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(folder), str(place)
        )
    finally:
        went_well("git", "worktree", "remove", "--force", str(place))


def went_well(*command: str) -> bool:
    """True if a command, given in this repository, ended without an error."""
    return subprocess.run(command, cwd=ROOT, capture_output=True, check=False).returncode == 0
