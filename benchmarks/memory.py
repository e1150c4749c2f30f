"""``python -m benchmarks memory``: memory and cost a word of more and more articles, and of longer and longer ones."""

from __future__ import annotations

import argparse
import csv
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.fresh import fresh
from benchmarks.made_results import kept
from benchmarks.reliability import write_section
from benchmarks.report import Chart, Section, Table, count, markdown
from benchmarks.shared import ROOT

TITLE = "Memory and cost a word"
HELP = "measure memory and cost a word of runs of factx extract, by the number and by the length of articles"
ARTICLES = (1_000, 2_000, 20_000)
RESULTS = (2_000, 20_000)
"""Made-up results, written as a run writes them: the network alone takes minutes for so many articles."""
BYTES = (1_000, 10_000, 100_000, 1_000_000)
"""Lengths of one article; 30 MB take a quarter of an hour more: ``--bytes 1000 1000000 30000000``."""
_OFTEN = 0.2
"""Seconds between two looks at the memory of a run; the system keeps the peak of each process itself."""
SYLLABLES = ("ba", "do", "ka", "li", "mo", "na", "re", "su", "ta", "vi", "ze", "ro")
_FIRST_NAMES = ("Ana", "Peter", "Maria", "David", "Laura", "Samuel", "Julia", "Thomas", "Sarah", "Daniel")
TOWNS = ("Lima", "Accra", "Oslo", "Hanoi", "Quito", "Dakar", "Riga", "Tunis", "Kabul", "Manila", "Bogota")
DONORS = ("Norway", "Japan", "Canada", "Qatar", "Spain", "Chile", "Kenya")
_DEADLY = 3
"""One report in so many tells of aid."""
_EVENTS = ("a bus left the road", "a bridge gave way", "a storm hit the harbour", "a market caught fire")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument("--articles", metavar="N", type=int, nargs="*", default=ARTICLES, help="articles of the runs")
    parser.add_argument("--bytes", metavar="N", type=int, nargs="*", default=BYTES, help="lengths of the one article")
    parser.add_argument("--results", metavar="N", type=int, nargs="*", default=RESULTS, help="made-up results written")
    parser.add_argument("--model", default="fast", help="(default: fast)")
    parser.add_argument("--write", action="store_true", help="write the section of benchmarks/RELIABILITY.md")


@dataclass(frozen=True, slots=True)
class Cost:
    """A run: its words, processor time in seconds, rows by table, and the peaks of its processes in MB."""

    words: int
    seconds: float
    rows: dict[str, int]
    main: float
    worker: float


def run(options: argparse.Namespace) -> int:
    """Measure and print, or write the page's section."""
    with TemporaryDirectory() as folder:
        place = Path(folder)
        _, load = measured(place, "base", "base.txt", report(0), options.model)
        many = {n: measured(place, f"many{n}", "a.jsonl", _lines(n), options.model)[0] for n in options.articles}
        long = {n: measured(place, f"long{n}", "a.txt", long_article(n), options.model)[0] for n in options.bytes}
    results = {n: fresh(kept, n) for n in options.results}
    section = told(many, long, load, options)
    section.blocks.extend(of_results(results))
    print(markdown(section))
    if options.write:
        write_section(section)
    return 0


def measured(place: Path, name: str, file: str, text: str, model: str) -> tuple[Cost, float]:
    """The cost of a run over one file, and its processor time."""
    source, out = place / name / file, place / f"{name}-out"
    source.parent.mkdir()
    source.write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "factx", "extract", str(source), "-o", str(out), "--model", model, "--quiet"]
    process = subprocess.Popen(
        command, env={**os.environ, "PYTHONPATH": str(ROOT / "src")}, stdout=subprocess.DEVNULL, start_new_session=True
    )
    peaks: dict[int, float] = {}
    while os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
        peaks |= _peaks(process.pid)
        time.sleep(_OFTEN)
    _, _, used = os.wait4(process.pid, 0)
    others = [peak for pid, peak in peaks.items() if pid != process.pid]
    seconds = used.ru_utime + used.ru_stime
    cost = Cost(_words(out), seconds, _rows(out), peaks.get(process.pid, 0.0), max(others, default=0.0))
    print(f"# {name}: {cost}", file=sys.stderr)
    return cost, seconds


def _peaks(group: int) -> dict[int, float]:
    """The most memory in MB that each process of a group has held so far (Linux)."""
    found: dict[int, float] = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if os.getpgid(int(folder.name)) == group:
                lines = (folder / "status").read_text().splitlines()
                found |= {int(folder.name): int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")}
        except OSError:
            continue
    return found


def _rows(out: Path) -> dict[str, int]:
    rows: dict[str, int] = json.loads((out / "run.json").read_text("utf-8"))["rows"]
    return rows


def _words(out: Path) -> int:
    with open(out / "articles.csv", encoding="utf-8", newline="") as file:
        return sum(int(row["words"]) for row in csv.DictReader(file))


def _lines(articles: int) -> str:
    told = ({"date": f"2021-{n % 12 + 1:02d}-{n % 28 + 1:02d}", "text": report(n)} for n in range(articles))
    return "".join(json.dumps(item) + "\n" for item in told)


def long_article(length: int) -> str:
    """Reports as the paragraphs of one text of so many characters."""
    parts: list[str] = []
    size = 0
    for number in _numbers():
        parts.append(report(number))
        size += len(parts[-1]) + 2
        if size >= length:
            return "\n\n".join(parts)[:length]
    raise AssertionError


def _numbers() -> Iterator[int]:
    number = 0
    while True:
        yield number
        number += 1


def report(number: int) -> str:
    """A sentence with facts, a name and numbers that no other report has.

    >>> report(7) == report(7), report(7) == report(8)
    (True, False)
    """
    name = _FIRST_NAMES[number % len(_FIRST_NAMES)] + " " + _surname(number)
    town, donor = TOWNS[number % len(TOWNS)], DONORS[number % len(DONORS)]
    if number % _DEADLY:
        event = _EVENTS[number % len(_EVENTS)]
        return (
            f"{number % 89 + 4} people were killed and {number % 57 + 3} injured when {event} near {town} on Monday, "
            f"mayor {name} said."
        )
    return f"{donor} pledged ${number % 97 + 2} million in aid for victims of the flood in {town}, mayor {name} said."


def _surname(number: int) -> str:
    """A name that no other number has.

    >>> _surname(5), _surname(25)
    ('Bababana', 'Babakado')
    """
    letters = ""
    for _ in range(4):
        letters = SYLLABLES[number % len(SYLLABLES)] + letters
        number //= len(SYLLABLES)
    return letters.title()


def told(many: dict[int, Cost], long: dict[int, Cost], load: float, options: argparse.Namespace) -> Section:
    """The page's section; processor time is without the ``load`` seconds of a run over one report."""
    sizes = " ".join(map(str, options.bytes))
    section = Section(TITLE)
    section.blocks.append(
        f"`python -m benchmarks memory --articles {' '.join(map(str, options.articles))} --bytes {sizes}` "
        f"(`--model {options.model}`, one worker; {load:.1f} s for loading are taken off): runs over reports of some "
        "twenty words, each with a name of its own, in one `.jsonl`; then over one article of paragraphs like them."
    )
    header = ["words", "seconds", "µs a word", "MB main process", "MB worker", "facts", "claims", "entities"]
    for first, costs in (("articles", many), ("bytes", long)):
        if costs:
            section.blocks.append(
                Table([first, *header], [[count(n), *_cells(cost, load)] for n, cost in costs.items()])
            )
    if len(many) > 1:
        fewer, most = sorted(many)[-2:]
        low, high = many[fewer], many[most]
        section.blocks.append(
            f"From {count(fewer)} to {count(most)} articles the peak of the main process grows "
            f"{high.main / low.main:.2f} times, that of the worker {high.worker / low.worker:.2f} times."
        )
    return section


def of_results(results: dict[int, tuple[float, float]]) -> list[str | Table | Chart]:
    """What is told of results that were made up, by their number: seconds and MB."""
    if len(results) < len(RESULTS):
        return []
    first, last = min(results), max(results)
    rows = [[count(n), f"{spent:.1f}", count(1e6 * spent / n), count(peak)] for n, (spent, peak) in results.items()]
    growth = results[last][1] / results[first][1]
    return [
        "Made-up results of three facts and three new persons each, with journal, claims, events and entities, as a "
        f"run writes them, but without reading (`--results {' '.join(map(str, results))}`): from {count(first)} to "
        f"{count(last)} the peak grows {growth:.2f} times.",
        Table(["results", "seconds", "µs a result", "MB"], rows),
    ]


def _cells(cost: Cost, load: float) -> Sequence[str]:
    seconds = max(cost.seconds - load, 0.0)
    rows = [count(cost.rows[name]) for name in ("facts", "claims", "entities")]
    per_word = count(1e6 * seconds / max(cost.words, 1))
    return [count(cost.words), f"{seconds:.1f}", per_word, count(cost.main), count(cost.worker), *rows]
