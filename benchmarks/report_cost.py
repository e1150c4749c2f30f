"""``python -m benchmarks report``: time, memory and size of the HTML report of more and more articles."""

from __future__ import annotations

import argparse
import csv
import os
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.fresh import fresh, peak_memory
from benchmarks.reliability import write_section
from benchmarks.report import Section, Table, count, markdown
from benchmarks.shared import ROOT

TITLE = "The report"
HELP = "measure time, memory and size of the HTML report of more and more articles"
ARTICLES = (1_000, 20_000)
TABLES = ("articles", "facts", "claims", "events", "texts")
_IDS = ("article_id", "fact_id", "claim_id", "event_id", "conflict_fact_1", "conflict_fact_2")
"""Columns that get the number of the repetition behind their ids."""


@dataclass(frozen=True, slots=True)
class Cost:
    """A report: its articles and facts, seconds, the peak of the process and the sizes of its pages in MB."""

    articles: int
    facts: int
    seconds: float
    memory: float
    sizes: tuple[float, ...]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument("--articles", metavar="N", type=int, nargs="+", default=ARTICLES, help="how many")
    parser.add_argument("--write", action="store_true", help="write the section of benchmarks/RELIABILITY.md")


def run(options: argparse.Namespace) -> int:
    """Measure the reports and print or write what they cost."""
    costs = [fresh(cost, articles) for articles in options.articles]
    rows = [
        [
            count(one.articles),
            count(one.facts),
            f"{one.seconds:.1f}",
            count(round(one.memory)),
            f"{sum(one.sizes):.1f}",
            str(len(one.sizes)),
            f"{max(one.sizes):.1f}",
        ]
        for one in costs
    ]
    told = (
        "`python -m benchmarks report --write`: `factx report` of the rows and texts of `data/out`, repeated under new "
        "ids. The largest page is what a browser opens at once."
    )
    header = ["articles", "facts", "seconds", "peak MB", "MB in all", "pages", "MB of the largest"]
    section = Section(TITLE, [told, Table(header, rows)])
    if options.write:
        write_section(section)
    else:
        print(markdown(section))
    return 0


def cost(articles: int) -> Cost:
    """The cost of a report of so many articles."""
    from factx.report import write_report

    with TemporaryDirectory() as folder:
        tables = Path(folder, "tables")
        tables.mkdir()
        rows = {name: write_repeated(name, tables, articles) for name in TABLES}
        began = time.perf_counter()
        pages = write_report(tables, Path(folder, "report.html"))
        seconds = time.perf_counter() - began
        sizes = tuple(os.path.getsize(page) / 1e6 for page in pages)
        return Cost(rows["articles"], rows["facts"], seconds, peak_memory(), sizes)


def write_repeated(name: str, folder: Path, articles: int) -> int:
    """Write a table of ``data/out`` as often as it takes for so many articles; return its number of rows."""
    rows = list(_rows(name))
    per_repetition = len(list(_rows("articles")))
    written = 0
    with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        for number in range(-(-articles // per_repetition)):
            writer.writerows(_renamed(row, number) for row in rows)
            written += len(rows)
    return written


def _rows(name: str) -> Iterator[Mapping[str, str]]:
    """The rows of a table; that of texts has those of all articles."""
    out = ROOT / "data" / "out"
    with (out / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    yield from rows
    if name == "texts":
        told = {row["article_id"] for row in rows}
        for row in _rows("articles"):
            path = ROOT / "data" / "raw" / row["path"]
            if row["article_id"] not in told and path.is_file():
                yield {"article_id": row["article_id"], "text": path.read_bytes().decode("utf-8-sig")}


def _renamed(row: Mapping[str, str], number: int) -> dict[str, str]:
    return {name: f"{cell}-{number}" if name in _IDS and cell else cell for name, cell in row.items()}
