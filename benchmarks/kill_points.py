"""``python -m benchmarks kill``: real runs, ended at random points, go on to the tables of an undisturbed run."""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.exports import stories
from benchmarks.reliability import write_section
from benchmarks.report import Section, Table, markdown
from benchmarks.shared import ROOT
from factx.tables import WORK_FOLDER

HELP = "end runs of factx extract at random points, and see whether they go on to the same tables"
WORKERS = (1, 2)
ARTICLES = 150
"""Of 200 words each: some seconds of work after loading."""
LEFT = frozenset({"lock", "results.sqlite"})
"""What a finished run may leave in its work folder."""
_MOMENTS = (0.2, 1.05)
"""Of the time that a whole run takes: before, it has not begun to read."""
_PATIENCE = 5.0
"""Seconds in which processes of an ended run must have ended."""
_GROUP, _WORKER = "SIGKILL to all its processes", "SIGKILL to one worker"
_WAYS = (_GROUP, _WORKER, "SIGKILL", "SIGTERM", "SIGINT", "SIGHUP")


@dataclass(frozen=True, slots=True)
class Point:
    """How a run was ended, and what was true of it and of the one that went on.

    ``whole_before``: the tables were none or whole ones after the end; ``alone``: no process of the
    run was left; ``same``: the tables of the next run are those of an undisturbed one; ``clean``: it
    left no litter. ``resumed`` articles were not read again; ``seconds`` is when the run was ended.
    """

    workers: int
    way: str
    seconds: float
    code: int
    whole_before: bool
    alone: bool
    same: bool
    clean: bool
    resumed: int

    @property
    def is_good(self) -> bool:
        """True if nothing was damaged, left over or lost."""
        return self.whole_before and self.alone and self.same and self.clean


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument("--points", metavar="N", type=int, default=30, help="for each number of workers (default: 30)")
    parser.add_argument("--articles", metavar="N", type=int, default=ARTICLES, help=f"of a run (default: {ARTICLES})")
    parser.add_argument("--seed", metavar="N", type=int, default=1, help="another one, other points (default: 1)")
    parser.add_argument("--write", action="store_true", help="write the section of benchmarks/RELIABILITY.md")


def run(options: argparse.Namespace) -> int:
    """End and go on; return 1 if anything was damaged, left over or lost."""
    with TemporaryDirectory() as folder:
        place = Path(folder)
        (place / "in").mkdir()
        for told in stories(options.articles):
            (place / "in" / f"{told.number}.txt").write_text(f"{told.title}\n\n{told.text}\n", encoding="utf-8")
        points = [
            point
            for workers in WORKERS
            for point in measured(place, workers, options.points, random.Random(options.seed))
        ]
    section = section_of(points, options)
    print(markdown(section))
    if options.write:
        write_section(section)
    return 0 if all(point.is_good for point in points) else 1


def measured(place: Path, workers: int, count: int, chance: random.Random) -> Iterable[Point]:
    """Points of runs over the folder ``in`` of a place."""
    began = time.monotonic()
    _start(place / "in", place / "whole", workers).wait()
    whole, length = digests(place / "whole"), time.monotonic() - began
    for number in range(count):
        way = _WAYS[number % len(_WAYS)]
        point = _point(
            place / "in", place / f"out-{workers}-{number}", workers, way, chance.uniform(*_MOMENTS) * length, whole
        )
        print(f"# {point}", file=sys.stderr)
        yield point


def _point(articles: Path, out: Path, workers: int, way: str, seconds: float, whole: dict[str, str]) -> Point:
    process = _start(articles, out, workers)
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        _strike(process, way)
    code = process.wait()
    alone = _are_gone(process.pid)
    before = digests(out)
    ended = _start(articles, out, workers, "--log", str(out.with_suffix(".log"))).wait()
    same = ended == 0 and digests(out) == whole
    left = {path.name for path in (out / WORK_FOLDER).iterdir()}
    resumed = _resumed(out.with_suffix(".log"))
    return Point(workers, way, seconds, code, before in ({}, whole), alone, same, left <= LEFT, resumed)


def _start(articles: Path, out: Path, workers: int, *more: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "factx", "extract", str(articles), "-o", str(out), "--model", "fast", "--quiet"]
    return subprocess.Popen(
        [*command, "--workers", str(workers), *more],
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def _strike(process: subprocess.Popen[bytes], way: str) -> None:
    if way == _GROUP:
        os.killpg(process.pid, signal.SIGKILL)
    elif way == _WORKER:
        for worker in members(process.pid) - {process.pid}:
            os.kill(worker, signal.SIGKILL)
            return
    else:
        process.send_signal(signal.Signals[way])


def members(group: int) -> set[int]:
    """The processes of a group that have not ended (Linux)."""
    found = set()
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            _, _, rest = path.read_text().rpartition(") ")
        except OSError:
            continue
        state, _, its_group, *_ = rest.split()
        if int(its_group) == group and state != "Z":
            found.add(int(path.parent.name))
    return found


def _are_gone(group: int) -> bool:
    until = time.monotonic() + _PATIENCE
    while members(group):
        if time.monotonic() > until:
            return False
        time.sleep(0.05)
    return True


def digests(folder: Path) -> dict[str, str]:
    """The files of a folder of tables by name, as hashes."""
    if not folder.is_dir():
        return {}
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir() if path.is_file()}


def _resumed(log: Path) -> int:
    """How many articles a run knew from the one before, as its log says; 0 if it says nothing of it."""
    found = re.search(r"resumed +(\d+) ", log.read_text(encoding="utf-8"))
    return int(found[1]) if found else 0


def section_of(points: Sequence[Point], options: argparse.Namespace) -> Section:
    """The page's section."""
    columns = ["ended by", "workers", "runs", "tables whole", "no process left", "same tables", "no litter", "resumed"]
    groups = [
        (way, workers, [point for point in points if (point.way, point.workers) == (way, workers)])
        for way in _WAYS
        for workers in WORKERS
    ]
    rows = [[way, str(workers), *_counts(group)] for way, workers, group in groups if group]
    good = sum(point.is_good for point in points)
    about = (
        f"`python -m benchmarks kill --points {options.points} --seed {options.seed}`: runs over {options.articles} "
        f"articles are ended at random moments, and the same command is given again: {good} of {len(points)} went on "
        "to the tables of an undisturbed run, to the byte. `resumed`: articles that the second run knew, on average. "
        "A run that lost one worker ends by itself; the run after it knows all."
    )
    return Section("Kill points", [about, Table(columns, rows)])


def _counts(points: Sequence[Point]) -> list[str]:
    truths = [sum(getattr(point, name) for point in points) for name in ("whole_before", "alone", "same", "clean")]
    return [str(len(points)), *map(str, truths), f"{sum(point.resumed for point in points) / len(points):.0f}"]
